import { appropriationItem } from '../../core/accounting/chart.ts';
import type { Language } from '../contract/api/problem-type.ts';
import type { Books } from './read-ledger.ts';
import { entryText, voucherText } from './voucher-texts.ts';

const heads: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    'Verifikation',
    'Dag',
    'Nyckel',
    'Text',
    'Konto',
    'Kontonamn',
    'Anslagspost',
    'Motpart',
    'Motpartens namn',
    'Organisationsnummer',
    'Avser',
    'Belopp, kr',
  ],
  en: [
    'Voucher',
    'Day',
    'Key',
    'Text',
    'Account',
    'Name of the account',
    'Appropriation item',
    'Counterpart',
    'Name of the counterpart',
    'Organisation number',
    'What for',
    'Amount, SEK',
  ],
};

/**
 * A budget year's entries as CSV, a row for each, as Swedish spreadsheets read it: semicolons, a byte order mark, and amounts in whole
 * kronor without grouping, debit positive and credit negative. Texts that a spreadsheet would take for a formula get an apostrophe
 * before them. Refuses, with a RangeError, an amount that is not whole: the journal has none.
 */
export function accountsCsv(
  { ledger, counterparts }: Books,
  language: Language,
): Uint8Array<ArrayBuffer> {
  const byCode = new Map(counterparts.map((each) => [each.code, each]));
  const rows = ledger.vouchers.flatMap((voucher) =>
    voucher.entries.map(({ account, counterpart, line, sek }) => {
      const other = counterpart && byCode.get(counterpart);
      const texts = [
        String(voucher.number),
        voucher.day,
        voucher.key,
        voucherText(voucher, language),
        account.number,
        account.name[language],
        appropriationItem.code,
        counterpart ?? '',
        other?.name ?? '',
        other?.organisationNumber ?? '',
        entryText(line, language),
      ];
      return [...texts.map(asText), sek.kronor().toString()];
    }),
  );
  const lines = [heads[language], ...rows].map((row) => row.map(quoted).join(';'));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (field: string): string =>
  /[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
