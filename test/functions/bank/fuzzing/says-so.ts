import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import type { BankResult } from '../../../../core/payment/events.ts';

/** That the bank did something with a payment, and with how much. */
export interface Claim {
  readonly endToEndId: string;
  readonly messageId: string;
  readonly result: BankResult;
  readonly sek: string;
  /** What the payments of the message that the bank had not rejected came to, and all of them. */
  readonly bookedTogether: string;
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

/** In hundred-thousandths of a krona; undefined for what is no plain amount. */
function exactly(text: string): bigint | undefined {
  const [, whole = '', decimals = ''] = /^([0-9]+)(?:\.([0-9]{1,5}))?$/.exec(text) ?? [];
  return whole === '' ? undefined : BigInt(whole + decimals.padEnd(5, '0'));
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
  accepted: ['ACTC', 'ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC', 'PATC'],
  rejected: ['RJCT'],
};

function orderSaysSo(root: XmlElement, { endToEndId, messageId, result, sek }: Claim): boolean {
  if (!says(root, 'OrgnlMsgId', messageId)) return false;
  const meant = (element: XmlElement, name: string) =>
    texts(element, name).some((status) => statuses[result]?.includes(status));
  const above = meant(root, 'GrpSts') || meant(root, 'PmtInfSts');
  const payments = under(root, 'TxInfAndSts');
  if (payments.length === 0) return above;
  return payments.some(
    (payment) =>
      says(payment, 'OrgnlEndToEndId', endToEndId) &&
      (has(payment, 'TxSts') ? meant(payment, 'TxSts') : above) &&
      under(payment, 'OrgnlTxRef').every((each) => amountsAre(each, sek)),
  );
}

/** An order that was sent may be named without its amount. */
const amountsAre = (order: XmlElement, sek: string): boolean =>
  !has(order, 'InstdAmt') || isAmount(under(order, 'InstdAmt'), sek);

function accountSaysSo(root: XmlElement, claim: Claim): boolean {
  return under(root, 'Ntry').some((entry) => {
    if (!isBooked(entry)) return false;
    const transactions = under(entry, 'TxDtls');
    const own = transactions.some(
      (each) =>
        says(each, 'EndToEndId', claim.endToEndId) &&
        wentSo(entry, each, claim) &&
        amountIs(entry, each, transactions.length === 1, claim.sek),
    );
    return own || batchSaysSo(entry, claim);
  });
}

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

/** A booking of the whole message: its id, and what its payments came to together. */
const batchSaysSo = (entry: XmlElement, { messageId, result, bookedTogether }: Claim): boolean =>
  (says(entry, 'MsgId', messageId) || says(entry, 'PmtInfId', messageId)) &&
  says(entry, 'CdtDbtInd', result === 'booked' ? 'DBIT' : 'CRDT') &&
  isAmount([...under(entry, 'Amt'), ...under(entry, 'TtlAmt')], bookedTogether);
