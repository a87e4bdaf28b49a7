import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import type { BankResult } from '../../../../core/payment/bank-words.ts';

/** That the bank did something with a payment, and with how much. */
export interface Claim {
  readonly endToEndId: string;
  readonly messageId: string;
  readonly result: BankResult;
  readonly sek: string;
  /** What the payments of the message that the bank had not rejected came to, and all of them. */
  readonly bookedTogether: readonly string[];
}

/** Everything under an element with that name, however deep, in whatever namespace. */
const under = (element: XmlElement, name: string): readonly XmlElement[] =>
  element
    .find(`.//*[local-name()="${name}"]`)
    .filter((node): node is XmlElement => node instanceof XmlElement);

const has = (element: XmlElement, name: string): boolean => under(element, name).length > 0;
const texts = (element: XmlElement, name: string): readonly string[] =>
  under(element, name).map(({ content }) => content.trim());
const says = (element: XmlElement, name: string, text: string): boolean =>
  texts(element, name).includes(text);

/** The elements at a path, and none deeper, in whatever namespace. */
const at = (element: XmlElement, ...path: readonly string[]): readonly XmlElement[] =>
  element
    .find(`./${path.map((name) => `*[local-name()="${name}"]`).join('/')}`)
    .filter((node): node is XmlElement => node instanceof XmlElement);

/** In hundred-thousandths of a krona; undefined for what is no amount. */
function exactly(text: string): bigint | undefined {
  const [, whole = '', decimals = ''] = /^\+?([0-9]*)\.?(?:(?<=\.)([0-9]*))?$/.exec(text) ?? [];
  const counted = decimals.replace(/0+$/, '');
  if (whole + decimals === '' || counted.length > 5) return undefined;
  return BigInt(whole + counted.padEnd(5, '0'));
}

/** Whether one of these elements is that amount, in kronor. */
const isAmount = (elements: readonly XmlElement[], sek: string): boolean =>
  elements.some(
    (each) =>
      exactly(each.content.trim()) === exactly(sek) && (each.attr('Ccy')?.value ?? 'SEK') === 'SEK',
  );

/**
 * Whether a report says so, read by another XML parser and without the product's reader: by looking for the id, the word and the
 * amount anywhere near each other. It lets through more than the reader may: what it does not let through is a wrong booking.
 */
export function saysSo(bytes: Uint8Array, claim: Claim): boolean {
  using document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE });
  const { root } = document;
  return claim.result === 'accepted' || claim.result === 'rejected'
    ? orderSaysSo(root, claim)
    : accountSaysSo(root, claim);
}

const statuses: Readonly<Record<string, readonly string[]>> = {
  accepted: ['ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC'],
  rejected: ['RJCT'],
};

function orderSaysSo(root: XmlElement, { endToEndId, messageId, result, sek }: Claim): boolean {
  if (!says(root, 'OrgnlMsgId', messageId)) return false;
  const meant = (element: XmlElement, name: string) =>
    texts(element, name).some((status) => statuses[result]?.includes(status));
  const above = meant(root, 'GrpSts') || meant(root, 'PmtInfSts');
  const payments = under(root, 'TxInfAndSts');
  if (payments.length === 0) return above;
  const isMeant = (payment: XmlElement) =>
    isNamed(payment, ['OrgnlEndToEndId', 'OrgnlInstrId'], endToEndId);
  // What is refused above is refused of those that are not named, at the place where payments are named.
  const inPlace = at(root, 'CstmrPmtStsRpt', 'OrgnlPmtInfAndSts', 'TxInfAndSts');
  if (result === 'rejected' && above && !inPlace.some(isMeant)) return true;
  return payments.some(
    (payment) =>
      isMeant(payment) &&
      (has(payment, 'TxSts') ? meant(payment, 'TxSts') : above) &&
      under(payment, 'OrgnlTxRef').every((each) => amountsAre(each, sek)),
  );
}

/** By its end-to-end id, or by the id of its instruction where there is no other. */
const isNamed = (
  payment: XmlElement,
  [endToEnd, instruction]: readonly [string, string],
  id: string,
): boolean =>
  says(payment, endToEnd, id) ||
  (says(payment, instruction, id) &&
    texts(payment, endToEnd).every((text) => text === 'NOTPROVIDED'));

/** An order that was sent may be named without its amount. */
const amountsAre = (order: XmlElement, sek: string): boolean =>
  !has(order, 'InstdAmt') || isAmount(under(order, 'InstdAmt'), sek);

function accountSaysSo(root: XmlElement, claim: Claim): boolean {
  return under(root, 'Ntry').some((entry) => {
    if (!isBooked(entry) || !holdsWhatItNames(entry)) return false;
    const transactions = under(entry, 'TxDtls');
    const own = transactions.some(
      (each) =>
        isNamed(each, ['EndToEndId', 'InstrId'], claim.endToEndId) &&
        wentSo(entry, each, claim) &&
        amountIs(entry, each, transactions.length === 1, claim.sek),
    );
    return own || batchSaysSo(entry, claim);
  });
}

/**
 * Whether an entry moved at least what it names: each payment, or batch of none, counted as the least that it may be, and what went the
 * other way as the most. And one payment that is all of an entry is no batch of another number.
 */
function holdsWhatItNames(entry: XmlElement): boolean {
  const [moved] = amountsIn(at(entry, 'Amt'));
  const parts = at(entry, 'NtryDtls');
  const payments = parts.flatMap((part) => at(part, 'TxDtls'));
  const way = texts(entry, 'CdtDbtInd')[0];
  const batches = parts.filter((part) => at(part, 'TxDtls').length === 0);
  const named = [
    ...payments.map((each) => {
      const found = amountsIn([...under(each, 'Amt'), ...under(each, 'InstdAmt')]);
      const goesBack = at(each, 'CdtDbtInd').some(({ content }) => content.trim() !== way);
      return goesBack ? -(found.at(-1) ?? 0n) : (found[0] ?? 0n);
    }),
    ...batches.map((part) => amountsIn(at(part, 'Btch', 'TtlAmt'))[0] ?? 0n),
  ];
  const sum = named.reduce((all, one) => all + one, 0n);
  if (moved === undefined || sum > moved) return false;
  const isAll = payments.length === 1 && parts.length === 1 && sum === moved;
  const numbers = at(entry, 'NtryDtls', 'Btch', 'NbOfTxs');
  return !isAll || numbers.every(({ content }) => Number(content) === 1);
}

/** In kronor, the least first. */
const amountsIn = (elements: readonly XmlElement[]): readonly bigint[] =>
  elements
    .filter((each) => each.attr('Ccy')?.value === 'SEK')
    .flatMap((each) => exactly(each.content.trim()) ?? [])
    .sort((a, b) => (a < b ? -1 : 1));

/** As text in older versions, as a code within in newer ones. */
const isBooked = (entry: XmlElement): boolean =>
  says(entry, 'Sts', 'BOOK') || under(entry, 'Sts').some((each) => says(each, 'Cd', 'BOOK'));

function wentSo(entry: XmlElement, payment: XmlElement, { result }: Claim): boolean {
  const back =
    has(payment, 'RtrInf') ||
    ['RRTN', 'RPCR'].some((kind) => says(entry, 'SubFmlyCd', kind)) ||
    ['true', '1'].some((yes) => says(entry, 'RvslInd', yes));
  return (
    says(entry, 'CdtDbtInd', result === 'booked' ? 'DBIT' : 'CRDT') && (result === 'booked' || back)
  );
}

/** Its own amount where it has one; else the entry's, of which it is all. */
function amountIs(entry: XmlElement, payment: XmlElement, alone: boolean, sek: string): boolean {
  const own = [...under(payment, 'Amt'), ...under(payment, 'InstdAmt')];
  return isAmount(own.length > 0 || !alone ? own : under(entry, 'Amt'), sek);
}

/** A booking of the whole message: its id, and what its payments came to together, all of them or those that were not rejected. */
const batchSaysSo = (entry: XmlElement, { messageId, result, bookedTogether }: Claim): boolean =>
  (says(entry, 'MsgId', messageId) || says(entry, 'PmtInfId', messageId)) &&
  says(entry, 'CdtDbtInd', result === 'booked' ? 'DBIT' : 'CRDT') &&
  bookedTogether.some((sum) => isAmount([...under(entry, 'Amt'), ...under(entry, 'TtlAmt')], sum));
