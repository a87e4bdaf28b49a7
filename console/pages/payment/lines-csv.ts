import type { Text } from '../../kit.ts';
import type { Payment, Proposal } from './types.ts';

/**
 * The table as CSV, as Swedish spreadsheets read it: semicolons, a byte order mark, and amounts as whole numbers without grouping. What
 * a spreadsheet would take for a formula is made text by an apostrophe.
 */
export function linesCsv(
  proposal: Proposal,
  payments: readonly Payment[],
  { t }: Pick<Text, 't'>,
): string {
  const compared = proposal.comparedWith !== undefined;
  // A column of its own only where somebody is paid there: a column of nothing says nothing.
  const byPlusgiro = payments.some(({ plusgiro }) => plusgiro !== undefined);
  const head = [
    t('csv.code'),
    t('lines.payee'),
    t('csv.organisation-number'),
    t('csv.bankgiro'),
    ...(byPlusgiro ? [t('csv.plusgiro')] : []),
    ...proposal.kinds.map(({ text }) => text),
    t('lines.total'),
    ...(compared ? [t('lines.change'), t('lines.percent'), t('lines.note')] : []),
  ];
  const rows = payments.map((payment) => [
    safe(payment.payee),
    safe(payment.name),
    safe(payment.organisationNumber ?? ''),
    safe(payment.bankgiro ?? ''),
    ...(byPlusgiro ? [safe(payment.plusgiro ?? '')] : []),
    ...proposal.kinds.map(({ kind }) => payment.lines.find((l) => l.kind === kind)?.sek ?? ''),
    payment.totalSek,
    ...(compared
      ? [
          payment.change?.sek ?? '',
          payment.change?.percent ?? '',
          safe(payment.change?.outlier ?? ''),
        ]
      : []),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

const quoted = (field: string): string =>
  /[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
