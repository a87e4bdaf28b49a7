import type { Element } from '@xmldom/xmldom';
import type { BankReport, ReportedPayment, ReportKind } from '../../../core/bank/report.ts';
import { ok, type Result, refused } from '../../../core/result.ts';
import { paymentsInEntries } from './camt.ts';
import { documentOf } from './document-of.ts';
import { all, maybeText, one, placeOf, textOf } from './elements.ts';
import { refuseTooMany } from './entries.ts';
import { paymentsInPain002 } from './pain-002.ts';
import { incomplete, shownValue, Unreadable, type UnreadableReport } from './unreadable.ts';

/** Where each kind of report has what it says, and from which version on we read it. */
const kinds = {
  'pain.002': {
    from: 3,
    message: 'CstmrPmtStsRpt',
    account: undefined,
    payments: paymentsInPain002,
  },
  'camt.053': { from: 2, message: 'BkToCstmrStmt', account: 'Stmt', payments: inEvery('Stmt') },
  'camt.054': {
    from: 2,
    message: 'BkToCstmrDbtCdtNtfctn',
    account: 'Ntfctn',
    payments: inEvery('Ntfctn'),
  },
} as const satisfies Readonly<
  Record<
    ReportKind,
    {
      readonly from: number;
      readonly message: string;
      /** What is of one account in it. */
      readonly account: string | undefined;
      readonly payments: (message: Element) => readonly ReportedPayment[];
    }
  >
>;

/** What can be read, for whoever sent something else. */
export const readableFormats = 'pain.002.001.03–, camt.053.001.02–, camt.054.001.02–';

const NAMESPACE =
  /^urn:iso:std:iso:20022:tech:xsd:((pain\.002|camt\.053|camt\.054)\.001\.(\d{2}))$/;

/**
 * A file of the bank's as a report, or why it is none. Whatever the bytes are, nothing is thrown, and nothing is guessed: an element
 * that is needed and missing, there twice, or of another form refuses the whole file.
 */
export function readReport(bytes: Uint8Array): Result<BankReport, UnreadableReport> {
  try {
    return ok(reportIn(documentOf(bytes)));
  } catch (error) {
    if (error instanceof Unreadable) return refused({ code: error.code, facts: error.facts });
    throw error;
  }
}

function reportIn(root: Element): BankReport {
  const { kind, format } = formatOf(root);
  const { message: name, account, payments: read } = kinds[kind];
  const message = one(root, name);
  const messageId = textOf(message, ['GrpHdr', 'MsgId']);
  const createdAt = textOf(message, ['GrpHdr', 'CreDtTm']);
  const payments = read(message);
  refuseTooMany(payments);
  const accounts = account === undefined ? [] : all(message, account).map(accountOf);
  return { kind, format, messageId, createdAt, accounts: [...new Set(accounts)], payments };
}

function formatOf(root: Element): { readonly kind: ReportKind; readonly format: string } {
  const [, format = '', name = '', version] = NAMESPACE.exec(root.namespaceURI ?? '') ?? [];
  const kind = name as ReportKind;
  if (root.localName === 'Document' && format !== '' && Number(version) >= kinds[kind].from)
    return { kind, format };
  throw new Unreadable('unknown-format', {
    where: '/',
    given: `<${root.localName}> ${shownValue(root.namespaceURI ?? '')}`,
    allowed: readableFormats,
  });
}

/** What is in every statement, or notification, of the message; there is one at least. */
function inEvery(name: string) {
  return (message: Element): readonly ReportedPayment[] => {
    const accounts = all(message, name);
    if (accounts.length === 0)
      throw incomplete(`${placeOf(message)}/${name}`, `0 × ${name}`, `1– × ${name}`);
    return accounts.flatMap(paymentsInEntries);
  };
}

/** By its IBAN, or by the number that the bank has given it. */
function accountOf(statement: Element): string {
  const id = one(statement, 'Acct', 'Id');
  return maybeText(id, ['IBAN']) ?? textOf(id, ['Othr', 'Id']);
}
