import { hasComeBack } from '../../core/payment/lines.ts';
import { kronorText } from '../api/views/amount-text.ts';
import { citedPlaces } from '../api/views/cited-places.ts';
import type {
  PrintedAttempt,
  PrintedLine,
  PrintedMonth,
  VoucherNumber,
} from '../api/views/printed-month.ts';
import { bankCodeText } from '../contract/api/bank-code-texts.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { dayText } from '../shared/day-text.ts';
import { heading, paragraph, subheading } from './pdf/blocks.ts';
import { calculation } from './pdf/calculation.ts';
import type { Sheet } from './pdf/sheet.ts';
import { styles } from './pdf/style.ts';
import { table } from './pdf/table.ts';
import { say } from './texts.ts';

/** 2022:2, as vouchers are cited. */
export const voucherText = (voucher: VoucherNumber | undefined, language: Language): string =>
  voucher ? `${voucher.budgetYear}:${voucher.number}` : say('noVoucher', language);

/** How far a payment is at the bank, in a few words. */
export function statusText({ line, read }: PrintedAttempt, language: Language): string {
  if (!line) return say(read.state.released ? 'nothingSent' : 'notSentAgain', language);
  const said = say(line.status, language);
  return line.code === undefined
    ? said
    : `${said}: ${bankCodeText(line.code, language)} (${line.code})`;
}

/** Whether the bank sent back what was sent then. */
export const cameBack = ({ line }: PrintedAttempt): boolean =>
  line !== undefined && hasComeBack(line);

/** The payment's lines with their sum. */
export function linesSection(
  sheet: Sheet,
  { lines, payment }: PrintedMonth,
  language: Language,
): void {
  heading(sheet, say('lines', language));
  table(
    sheet,
    [
      { head: say('line', language), part: 0.35 },
      { head: say('written', language), part: 0.43 },
      { head: say('amount', language), part: 0.22, align: 'right' },
    ],
    [
      ...lines.map(({ text, cites, sek }) => ({
        cells: [text, citedPlaces(cites, language), kronorText(sek, language)],
      })),
      { strong: true, cells: [say('total', language), '', kronorText(payment.totalSek, language)] },
    ],
  );
}

/** Every time that the payment was sent, what the bank said of it, and what becomes of what came back. */
export function fateSection(
  sheet: Sheet,
  attempts: readonly PrintedAttempt[],
  language: Language,
): void {
  heading(sheet, say('fate', language));
  fateTable(sheet, attempts, language);
}

export function fateTable(
  sheet: Sheet,
  attempts: readonly PrintedAttempt[],
  language: Language,
): void {
  table(
    sheet,
    [
      { head: say('payment', language), part: 0.22 },
      { head: say('sentOn', language), part: 0.17 },
      { head: say('voucher', language), part: 0.13 },
      { head: say('status', language), part: 0.27 },
      { head: say('amount', language), part: 0.21, align: 'right' },
    ],
    attempts.map((attempt, index) => ({
      cells: [
        [attemptName(index, language), attempt.account].filter(Boolean).join('\n'),
        paidOnText(attempt, language),
        attempt.read.state.released ? voucherText(attempt.voucher, language) : '',
        statusText(attempt, language),
        kronorText(attempt.sek, language),
      ],
    })),
  );
  const last = attempts.at(-1);
  if (last && cameBack(last))
    paragraph(sheet, say(last.line?.resolved ? 'nextMonth' : 'held', language));
}

const attemptName = (index: number, language: Language): string =>
  index === 0
    ? say('firstPayment', language)
    : say('paidAgain', language, { number: String(index) });

const paidOnText = ({ read: { state } }: PrintedAttempt, language: Language): string =>
  state.released ? dayText(state.released.paidOn, language) : '';

/** How to read the workings, once per document. */
export function workingsHeading(sheet: Sheet, run: string, language: Language): void {
  heading(sheet, say('workings', language), 150);
  paragraph(sheet, say('workingsHow', language, { run }), styles.small);
  sheet.y += 2;
}

/** Each line's working under its own heading, which may begin with the month. */
export function workings(
  sheet: Sheet,
  lines: readonly PrintedLine[],
  language: Language,
  month = '',
): void {
  for (const { text, sek, cites, calculation: worked } of lines) {
    subheading(sheet, `${month}${text}`, kronorText(sek, language));
    paragraph(
      sheet,
      say('stated', language, { places: citedPlaces(cites, language) }),
      styles.small,
    );
    calculation(sheet, worked);
  }
}

/** The documents that the lines rest on, with their titles in full. */
export function sourcesSection(
  sheet: Sheet,
  lines: readonly PrintedLine[],
  language: Language,
): void {
  const sources = new Map(
    lines.flatMap(({ cites }) => cites).map((cite) => [cite.source, cite] as const),
  );
  const named = [...sources].filter(([source]) => source !== 'readings');
  if (named.length === 0) return;
  heading(sheet, say('sources', language), 30);
  for (const [, { title, registration, url }] of named)
    paragraph(sheet, [title, registration, url].filter(Boolean).join(', '), styles.small);
}
