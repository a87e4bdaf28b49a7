import { testDebtor } from '../../helpers/debtor.ts';

/**
 * Reports as banks write them, from the few things that differ between them. What the schemas demand and nobody reads (account,
 * balances, transaction codes) is there as well, so that every one of them is a valid message.
 */

/** One thing that a bank says of a payment, or of a whole file, in pain.002. */
export interface Status {
  readonly instructionId?: string;
  readonly endToEndId?: string;
  readonly status?: string;
  readonly code?: string;
  readonly ownCode?: string;
  readonly words?: string;
  readonly sek?: string;
  readonly currency?: string;
}

export interface StatusReport {
  readonly version?: string;
  readonly messageId?: string;
  /** Our message. */
  readonly about?: string;
  readonly group?: Status;
  readonly totals?: { readonly number?: number; readonly sum?: string };
  readonly part?: Status;
  readonly payments?: readonly Status[];
}

const made = '2021-03-01T09:00:00';

const tag = (name: string, text: string | number | undefined, attributes = ''): string =>
  text === undefined ? '' : `<${name}${attributes}>${text}</${name}>`;

const reason = ({ code, ownCode, words }: Status): string =>
  code === undefined && ownCode === undefined && words === undefined
    ? ''
    : tag(
        'StsRsnInf',
        tag('Rsn', [tag('Cd', code), tag('Prtry', ownCode)].join('') || undefined) +
          tag('AddtlInf', words),
      );

const document = (format: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${format}">${content}</Document>`;

const pagination = (name: string, page: string | undefined): string =>
  page === undefined ? '' : tag(name, tag('PgNb', page) + tag('LastPgInd', 'false'));

const header = (messageId: string, createdAt = made, page?: string): string =>
  tag('GrpHdr', tag('MsgId', messageId) + tag('CreDtTm', createdAt) + pagination('MsgPgntn', page));

const amountOf = ({ sek, currency = 'SEK' }: Pick<Status, 'sek' | 'currency'>, name: string) =>
  tag(name, sek, ` Ccy="${currency}"`);

const transaction = (of: Status): string =>
  tag(
    'TxInfAndSts',
    tag('OrgnlInstrId', of.instructionId) +
      tag('OrgnlEndToEndId', of.endToEndId) +
      tag('TxSts', of.status) +
      reason(of) +
      (of.sek === undefined ? '' : tag('OrgnlTxRef', tag('Amt', amountOf(of, 'InstdAmt')))),
  );

const partIn = (about: string, part: Status = {}, payments: readonly Status[]): string =>
  part.status === undefined && payments.length === 0
    ? ''
    : tag(
        'OrgnlPmtInfAndSts',
        tag('OrgnlPmtInfId', about) +
          tag('PmtInfSts', part.status) +
          reason(part) +
          payments.map(transaction).join(''),
      );

/** A customer payment status report. */
export function pain002({
  version = '10',
  messageId = 'BANK-1',
  about = 'STB-PAY-2021-03',
  group = {},
  totals,
  part,
  payments = [],
}: StatusReport): string {
  return document(
    `pain.002.001.${version}`,
    tag(
      'CstmrPmtStsRpt',
      header(messageId) +
        tag(
          'OrgnlGrpInfAndSts',
          tag('OrgnlMsgId', about) +
            tag('OrgnlMsgNmId', 'pain.001.001.09') +
            tag('OrgnlNbOfTxs', totals?.number) +
            tag('OrgnlCtrlSum', totals?.sum) +
            tag('GrpSts', group.status) +
            reason(group),
        ) +
        partIn(about, part, payments),
    ),
  );
}

/** One payment that a booking names. */
export interface Booked {
  readonly instructionId?: string;
  readonly endToEndId?: string;
  readonly messageId?: string;
  readonly partId?: string;
  readonly sek?: string;
  readonly currency?: string;
  /** Where the amount stands: `TxDtls/Amt` from version 04 on, else in `AmtDtls`. */
  readonly amountIn?: 'Amt' | 'TxAmt' | 'InstdAmt';
  readonly direction?: 'CRDT' | 'DBIT';
  readonly returned?: {
    readonly code?: string;
    readonly ownCode?: string;
    readonly words?: string;
  };
  readonly kind?: string;
  readonly reference?: string;
}

/** One entry of an account. */
export interface AccountEntry {
  readonly sek: string;
  readonly currency?: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly reversal?: string;
  readonly kind?: string;
  readonly reference?: string;
  /** The bank's number of it in the statement. */
  readonly number?: string;
  /** The day on which the account has it. */
  readonly day?: string;
  readonly batch?: {
    readonly messageId?: string;
    readonly partId?: string;
    readonly number?: number;
    readonly sek?: string;
  };
  readonly payments?: readonly Booked[];
}

export interface AccountReport {
  readonly format?: string;
  readonly messageId?: string;
  readonly account?: string;
  /** The bank's id of the statement or notification, the page of the message, and its own (from version 04 on). */
  readonly id?: string;
  readonly messagePage?: string;
  readonly page?: string;
  readonly createdAt?: string;
  readonly entries?: readonly AccountEntry[];
}

const kindOf = (kind: string | undefined): string => {
  if (kind === undefined) return '';
  const [domain, family, sub] = kind.split('/');
  return tag(
    'BkTxCd',
    tag('Domn', tag('Cd', domain) + tag('Fmly', tag('Cd', family) + tag('SubFmlyCd', sub))),
  );
};

function bookedIn(modern: boolean, of: Booked): string {
  const place = of.amountIn ?? (modern ? 'Amt' : 'TxAmt');
  const refs =
    tag('MsgId', of.messageId) +
    tag('AcctSvcrRef', of.reference) +
    tag('PmtInfId', of.partId) +
    tag('InstrId', of.instructionId) +
    tag('EndToEndId', of.endToEndId);
  const back = of.returned;
  return tag(
    'TxDtls',
    tag('Refs', refs || undefined) +
      (place === 'Amt' ? amountOf(of, 'Amt') : '') +
      tag('CdtDbtInd', of.direction) +
      (place === 'Amt' || of.sek === undefined
        ? ''
        : tag('AmtDtls', tag(place, amountOf(of, 'Amt')))) +
      kindOf(of.kind) +
      (back
        ? tag(
            'RtrInf',
            tag('Rsn', tag('Cd', back.code) + tag('Prtry', back.ownCode) || undefined) +
              tag('AddtlInf', back.words),
          )
        : ''),
  );
}

function entryIn(modern: boolean, of: AccountEntry): string {
  const { batch, payments = [], status = 'BOOK', direction = 'DBIT' } = of;
  const details =
    (batch
      ? tag(
          'Btch',
          tag('MsgId', batch.messageId) +
            tag('PmtInfId', batch.partId) +
            tag('NbOfTxs', batch.number) +
            amountOf(batch, 'TtlAmt'),
        )
      : '') + payments.map((each) => bookedIn(modern, each)).join('');
  return tag(
    'Ntry',
    tag('NtryRef', of.number) +
      amountOf(of, 'Amt') +
      tag('CdtDbtInd', direction) +
      tag('RvslInd', of.reversal) +
      tag('Sts', modern ? tag('Cd', status) : status) +
      (of.day === undefined ? '' : tag('BookgDt', tag('Dt', of.day))) +
      tag('AcctSvcrRef', of.reference) +
      kindOf(of.kind ?? 'PMNT/ICDT/DMCT') +
      tag('NtryDtls', details || undefined),
  );
}

const accountOf = (of: string): string =>
  tag('Acct', tag('Id', /^SE/.test(of) ? tag('IBAN', of) : tag('Othr', tag('Id', of))));

const balance = (code: string): string =>
  tag(
    'Bal',
    tag('Tp', tag('CdOrPrtry', tag('Cd', code))) +
      tag('Amt', '1000000', ' Ccy="SEK"') +
      tag('CdtDbtInd', 'CRDT') +
      tag('Dt', tag('Dt', '2021-03-01')),
  );

/** A statement (camt.053) or a notification (camt.054) of the account. */
export function camt({
  format = 'camt.054.001.08',
  messageId = 'BANK-1',
  account = testDebtor.account,
  id = 'S-1',
  messagePage,
  page,
  createdAt = made,
  entries = [],
}: AccountReport): string {
  const statement = format.startsWith('camt.053');
  const modern = Number(format.slice(-2)) >= 4;
  const content =
    tag('Id', id) +
    pagination(statement ? 'StmtPgntn' : 'NtfctnPgntn', page) +
    tag('CreDtTm', createdAt) +
    accountOf(account) +
    (statement ? balance('OPBD') + balance('CLBD') : '') +
    entries.map((each) => entryIn(modern, each)).join('');
  return document(
    format,
    tag(
      statement ? 'BkToCstmrStmt' : 'BkToCstmrDbtCdtNtfctn',
      header(messageId, createdAt, messagePage) + tag(statement ? 'Stmt' : 'Ntfctn', content),
    ),
  );
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
