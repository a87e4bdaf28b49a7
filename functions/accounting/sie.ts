import { type AccountType, accounts, appropriationItem } from '../../core/accounting/chart.ts';
import type { LedgerEntry, LedgerVoucher } from '../../core/accounting/ledger.ts';
import type { PayeeCode } from '../../core/payment/events.ts';
import type { Books } from './read-ledger.ts';
import { amount, date, encoded, quoted } from './sie-fields.ts';
import { entryText, voucherText } from './voucher-texts.ts';

/** Dimensions of one's own begin at 20; those below mean the same to everybody. */
export const APPROPRIATION = 20;
export const COUNTERPART = 21;

/** The one series of vouchers. */
const SERIES = 'A';

const types: Readonly<Record<AccountType, string>> = { asset: 'T', liability: 'S', cost: 'K' };

/**
 * A budget year as a SIE 4 file of type 4E: balances and every voucher with its entries, debit positive and credit negative, in the
 * order that the standard gives, in Swedish. The same record gives the same bytes: `#GEN` is the day of the last voucher.
 *
 * `#KPTYP` is left out, since it knows charts of companies only; each account says its type instead.
 */
export function sieFile(books: Books): Uint8Array<ArrayBuffer> {
  return encoded([
    ...heading(books),
    ...chartLines(books),
    ...balanceLines(books),
    ...books.ledger.vouchers.flatMap(voucherLines),
  ]);
}

const heading = ({ ledger: { year, lastDay }, owner }: Books): readonly string[] => [
  '#FLAGGA 0',
  '#PROGRAM "Statsbidrag" "1"',
  '#FORMAT PC8',
  `#GEN ${date(lastDay)}`,
  '#SIETYP 4',
  `#ORGNR ${owner.organisationNumber}`,
  `#FNAMN ${quoted(owner.name)}`,
  `#RAR 0 ${year}0101 ${year}1231`,
  `#OMFATTN ${date(lastDay)}`,
  '#VALUTA SEK',
];

const chartLines = ({ counterparts }: Books): readonly string[] => [
  ...accounts.flatMap(({ number, name, type }) => [
    `#KONTO ${number} ${quoted(name.sv)}`,
    `#KTYP ${number} ${types[type]}`,
  ]),
  `#DIM ${APPROPRIATION} "Anslagspost"`,
  `#DIM ${COUNTERPART} "Motpart"`,
  `#OBJEKT ${APPROPRIATION} ${quoted(appropriationItem.code)} ${quoted(appropriationItem.name)}`,
  ...counterparts.map(
    ({ code, name, organisationNumber }) =>
      `#OBJEKT ${COUNTERPART} ${quoted(code)} ${quoted(`${name} ${organisationNumber}`)}`,
  ),
];

/** Balances go over into the next year; costs are this year's result. */
function balanceLines({ ledger }: Books): readonly string[] {
  const { balances, counterpartBalances, months } = ledger;
  const kept = balances.filter(({ account }) => account.type !== 'cost');
  const costs = balances.filter(({ account }) => account.type === 'cost');
  const objects = counterpartBalances.filter(({ account }) => account.type !== 'cost');
  return [
    ...kept.map(({ account, opening }) => `#IB 0 ${account.number} ${amount(opening)}`),
    ...kept.map(({ account, closing }) => `#UB 0 ${account.number} ${amount(closing)}`),
    ...objects.map(
      ({ account, counterpart, opening }) =>
        `#OIB 0 ${account.number} ${counterpartOnly(counterpart)} ${amount(opening)}`,
    ),
    ...objects.map(
      ({ account, counterpart, closing }) =>
        `#OUB 0 ${account.number} ${counterpartOnly(counterpart)} ${amount(closing)}`,
    ),
    ...costs.map(({ account, closing }) => `#RES 0 ${account.number} ${amount(closing)}`),
    ...months.map(
      ({ month, account, counterpart, sek }) =>
        `#PSALDO 0 ${date(month)} ${account.number} ${counterpartOnly(counterpart)} ${amount(sek)}`,
    ),
  ];
}

const counterpartOnly = (counterpart: PayeeCode | undefined): string =>
  counterpart === undefined ? '{}' : `{${COUNTERPART} ${quoted(counterpart)}}`;

const voucherLines = (voucher: LedgerVoucher): readonly string[] => [
  `#VER ${SERIES} ${voucher.number} ${date(voucher.day)} ${quoted(voucherText(voucher, 'sv'))} ${date(voucher.day)}`,
  '{',
  ...voucher.entries.map((entry) => `   ${entryLine(entry, voucher)}`),
  '}',
];

function entryLine(
  { account, counterpart, line, sek }: LedgerEntry,
  { day }: LedgerVoucher,
): string {
  const objects = [
    `${APPROPRIATION} ${quoted(appropriationItem.code)}`,
    ...(counterpart === undefined ? [] : [`${COUNTERPART} ${quoted(counterpart)}`]),
  ].join(' ');
  return `#TRANS ${account.number} {${objects}} ${amount(sek)} ${date(day)} ${quoted(entryText(line, 'sv'))}`;
}
