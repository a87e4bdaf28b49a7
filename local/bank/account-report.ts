import type { Day } from '../../core/calendar/day.ts';
import { type AskedPayment, kronorOf, type PaymentFile } from './payment-file.ts';
import { BANK_NAME, type Head } from './status-report.ts';
import { answersTo } from './versions.ts';
import { message, tag, type Xml } from './xml.ts';

/** What moves on the account: the payments of a file that leave on a day, or one that comes back. */
export interface Booking {
  readonly day: Day;
  readonly payments: readonly AskedPayment[];
  /** Why they come back; of payments that leave there is none. */
  readonly returnedFor?: string;
}

/** camt.054: these have just been booked. */
export const notification = (head: Head, file: PaymentFile, bookings: readonly Booking[]): string =>
  message(
    answersTo[file.format].notification,
    tag('BkToCstmrDbtCdtNtfctn', [
      groupHeader(head),
      tag('Ntfctn', [...account(head, file), ...bookings.flatMap((each) => entries(file, each))]),
    ]),
  );

/** camt.053: the day's statement. The account is emptied every night, as the State's are: so every day begins with nothing. */
export function statement(
  head: Head,
  file: PaymentFile,
  day: Day,
  bookings: readonly Booking[],
): string {
  const moved = bookings.reduce(
    (sum, booking) => sum + (booking.returnedFor === undefined ? -1n : 1n) * oreOf(booking),
    0n,
  );
  return message(
    answersTo[file.format].statement,
    tag('BkToCstmrStmt', [
      groupHeader(head),
      tag('Stmt', [
        ...account(head, file),
        balance('OPBD', day, 0n),
        balance('CLBD', day, moved),
        ...bookings.flatMap((each) => entries(file, each)),
      ]),
    ]),
  );
}

const groupHeader = ({ messageId, createdAt }: Head): Xml =>
  tag('GrpHdr', [tag('MsgId', messageId), tag('CreDtTm', createdAt)]);

const account = (
  { messageId, createdAt }: Head,
  { debtorAccount }: PaymentFile,
): readonly Xml[] => [
  tag('Id', messageId),
  tag('CreDtTm', createdAt),
  tag('Acct', [
    tag(
      'Id',
      /^[A-Z]{2}/.test(debtorAccount)
        ? tag('IBAN', debtorAccount)
        : tag('Othr', tag('Id', debtorAccount)),
    ),
    tag('Ccy', 'SEK'),
    tag('Svcr', tag('FinInstnId', tag('Nm', BANK_NAME))),
  ]),
];

const oreOf = ({ payments }: Booking): bigint => payments.reduce((sum, { ore }) => sum + ore, 0n);

const amount = (ore: bigint): Xml => tag('Amt', kronorOf(ore), { Ccy: 'SEK' });

function balance(code: 'OPBD' | 'CLBD', day: Day, ore: bigint): Xml {
  return tag('Bal', [
    tag('Tp', tag('CdOrPrtry', tag('Cd', code))),
    amount(ore < 0n ? -ore : ore),
    tag('CdtDbtInd', ore < 0n ? 'DBIT' : 'CRDT'),
    tag('Dt', tag('Dt', day)),
  ]);
}

/** One entry for each payment: the file asks for it. */
const entries = (file: PaymentFile, { day, payments, returnedFor }: Booking): readonly Xml[] =>
  payments.map((payment) => entry(file, payment, day, returnedFor));

function entry(
  { format, messageId, paymentInformationId }: PaymentFile,
  { endToEndId, ore }: AskedPayment,
  day: Day,
  returnedFor: string | undefined,
): Xml {
  const isNew = format === 'pain.001.001.09';
  const sum = amount(ore);
  const direction = tag('CdtDbtInd', returnedFor === undefined ? 'DBIT' : 'CRDT');
  const details = [
    tag('Refs', [
      tag('MsgId', messageId),
      tag('PmtInfId', paymentInformationId),
      tag('EndToEndId', endToEndId),
    ]),
    // In the older version a transaction has its amount among the details only.
    ...(isNew ? [sum, direction] : []),
    tag('AmtDtls', tag('TxAmt', sum)),
    returnedFor === undefined ? undefined : tag('RtrInf', tag('Rsn', tag('Cd', returnedFor))),
  ];
  return tag('Ntry', [
    sum,
    direction,
    tag('Sts', isNew ? tag('Cd', 'BOOK') : 'BOOK'),
    tag('BookgDt', tag('Dt', day)),
    tag('ValDt', tag('Dt', day)),
    transactionCode(returnedFor),
    tag('NtryDtls', tag('TxDtls', details)),
  ]);
}

/** Payments, issued credit transfers: domestic, or reversed because they were returned. */
const transactionCode = (returnedFor: string | undefined): Xml =>
  tag(
    'BkTxCd',
    tag('Domn', [
      tag('Cd', 'PMNT'),
      tag('Fmly', [
        tag('Cd', 'ICDT'),
        tag('SubFmlyCd', returnedFor === undefined ? 'DMCT' : 'RRTN'),
      ]),
    ]),
  );
