import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Day } from '../../core/calendar/day.ts';
import { parseDay } from '../../core/calendar/day.ts';
import { type PaymentFileFormat, paymentFileFormats } from '../../core/payment/debtor.ts';

/** One payment that the bank is asked to make. */
export interface AskedPayment {
  readonly endToEndId: string;
  /** Öre: the bank counts in the smallest coin. */
  readonly ore: bigint;
  /** As it is written in the file: an IBAN, or the digits of a giro number. */
  readonly account: string;
}

/** A payment file as the bank has read it. */
export interface PaymentFile {
  readonly format: PaymentFileFormat;
  readonly messageId: string;
  readonly paymentInformationId: string;
  readonly executionDay: Day;
  /** The account that it is paid from, in the form of the file. */
  readonly debtorAccount: string;
  readonly payments: readonly AskedPayment[];
}

/** A file that the bank does not take, and why: a status reason of ISO 20022, and words. */
export interface FileRefused {
  readonly code: 'FF01' | 'AM10' | 'DUPL';
  readonly words: string;
  /** What could be read of it; the bank answers about a file even if it could not read its id. */
  readonly messageId: string;
  readonly format: PaymentFileFormat;
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:';

/**
 * Reads a payment file as a bank does, and refuses what a bank refuses: what is no XML, a version that it does not know, a file in
 * which something is missing, and totals that are not those of the payments.
 */
export function readPaymentFile(text: string): PaymentFile | FileRefused {
  const format = paymentFileFormats.find((each) => text.includes(`${NAMESPACE}${each}`));
  const messageId = /<(?:\w+:)?MsgId>([^<]{1,35})</.exec(text)?.[1] ?? 'UNKNOWN';
  const refused = (code: FileRefused['code'], words: string): FileRefused => {
    return { code, words, messageId, format: format ?? paymentFileFormats[0] };
  };
  if (format === undefined)
    return refused('FF01', `Known versions: ${paymentFileFormats.join(', ')}.`);
  try {
    return read(parsed(text), format);
  } catch (error) {
    if (error instanceof TotalsDiffer) return refused('AM10', error.message);
    if (error instanceof RangeError) return refused('FF01', error.message);
    throw error;
  }
}

/** The numbers that a file says of itself are not those of its payments. */
class TotalsDiffer extends Error {}

function parsed(text: string): Element {
  try {
    // Errors of any level end it: a bank guesses nothing.
    const document = new DOMParser({
      onError: (_level, problem) => {
        throw new RangeError(problem);
      },
    }).parseFromString(text, 'text/xml');
    if (document.documentElement) return document.documentElement;
  } catch (error) {
    throw new RangeError(`The file is no XML: ${String(error).slice(0, 60)}`);
  }
  throw new RangeError('The file is empty.');
}

function read(root: Element, format: PaymentFileFormat): PaymentFile {
  const initiation = one(root, 'CstmrCdtTrfInitn');
  const header = one(initiation, 'GrpHdr');
  const instruction = one(initiation, 'PmtInf');
  const payments = all(instruction, 'CdtTrfTxInf').map(payment);
  if (payments.length === 0) throw new RangeError('The file holds no payment.');
  for (const place of [header, instruction]) refuseOtherTotals(place, payments);
  const day = one(instruction, 'ReqdExctnDt');
  return {
    format,
    messageId: textAt(header, 'MsgId'),
    paymentInformationId: textAt(instruction, 'PmtInfId'),
    executionDay: parseDay(format === 'pain.001.001.03' ? textOf(day) : textAt(day, 'Dt')),
    debtorAccount: accountIn(one(instruction, 'DbtrAcct')),
    payments,
  };
}

function payment(transaction: Element): AskedPayment {
  const amount = one(one(transaction, 'Amt'), 'InstdAmt');
  const currency = amount.getAttribute('Ccy');
  if (currency !== 'SEK') throw new RangeError(`The currency is ${currency}; allowed is SEK.`);
  return {
    endToEndId: textAt(one(transaction, 'PmtId'), 'EndToEndId'),
    ore: oreIn(textOf(amount)),
    account: accountIn(one(transaction, 'CdtrAcct')),
  };
}

/** The number of payments must be there; a control sum may be left out, and holds when it is not. */
function refuseOtherTotals(place: Element, payments: readonly AskedPayment[]): void {
  const [count, sum] = [all(place, 'NbOfTxs')[0], all(place, 'CtrlSum')[0]];
  const sent = payments.reduce((total, { ore }) => total + ore, 0n);
  if (count && textOf(count) !== String(payments.length))
    throw new TotalsDiffer(
      `${textOf(count)} payments are announced, ${payments.length} are there.`,
    );
  if (sum && oreIn(textOf(sum)) !== sent)
    throw new TotalsDiffer(
      `The control sum is ${textOf(sum)}, the payments are ${kronorOf(sent)}.`,
    );
}

function accountIn(place: Element): string {
  const id = one(place, 'Id');
  const [iban] = all(id, 'IBAN');
  return iban ? textOf(iban) : textAt(one(id, 'Othr'), 'Id');
}

/** Öre from kronor with at most two decimals. Refuses any other spelling, with a RangeError. */
function oreIn(text: string): bigint {
  const [, kronor, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (kronor === undefined) throw new RangeError(`"${text}" is no amount of kronor.`);
  return BigInt(kronor) * 100n + BigInt(decimals.padEnd(2, '0'));
}

/** `1234.50`: as banks write amounts. */
export const kronorOf = (ore: bigint): string =>
  `${ore / 100n}.${String(ore % 100n).padStart(2, '0')}`;

const all = (place: Element, name: string): readonly Element[] =>
  [...place.childNodes].filter((node): node is Element => node.localName === name);

function one(place: Element, name: string): Element {
  const [found, ...more] = all(place, name);
  if (found && more.length === 0) return found;
  throw new RangeError(`${place.localName} holds ${more.length > 0 ? 'several' : 'no'} ${name}.`);
}

const textOf = (element: Element): string => (element.textContent ?? '').trim();

function textAt(place: Element, name: string): string {
  const text = textOf(one(place, name));
  if (text !== '') return text;
  throw new RangeError(`${name} is empty.`);
}
