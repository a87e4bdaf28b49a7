import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import type { FiledPayments, FoundFile } from '../../core/bank/tally-case.ts';

/** Amounts of ISO 20022: at most five decimals. */
const amount = /^(0|[1-9][0-9]{0,12})(\.[0-9]{1,5})?$/;

/**
 * What a payment file says, from its bytes and nothing else: read apart from what wrote it, so that a fault of the writer is seen.
 * A file that cannot be understood as a pain.001 in kronor says why, and throws nothing.
 */
export function readPaymentFile(bytes: Uint8Array | undefined): FoundFile {
  if (bytes === undefined) return { kind: 'missing' };
  try {
    return { kind: 'read', ...filedIn(rootOf(bytes)) };
  } catch (error) {
    return { kind: 'unreadable', why: (error as Error).message };
  }
}

function rootOf(bytes: Uint8Array): Element {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (text.includes('<!')) throw new Error('it has a declaration that no payment file has');
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
  const root = document.documentElement;
  if (!root?.namespaceURI?.startsWith('urn:iso:std:iso:20022:tech:xsd:pain.001.'))
    throw new Error(`it is ${root?.namespaceURI ?? 'nothing'}, not pain.001`);
  return root;
}

function filedIn(root: Element): FiledPayments {
  const heads = [...all(root, 'GrpHdr'), ...all(root, 'PmtInf')];
  return {
    messageId: only(root, 'MsgId'),
    payments: all(root, 'CdtTrfTxInf').map((payment) => ({
      endToEndId: only(payment, 'EndToEndId'),
      sek: kronor(payment),
    })),
    controlSums: heads.map((head) => amountOf(only(head, 'CtrlSum'))),
    counts: heads.map((head) => only(head, 'NbOfTxs')),
  };
}

function kronor(payment: Element): string {
  const [instructed, ...more] = all(payment, 'InstdAmt');
  if (!instructed || more.length > 0)
    throw new Error(`${only(payment, 'EndToEndId')} has no single amount`);
  const currency = instructed.getAttribute('Ccy');
  if (currency !== 'SEK') throw new Error(`an amount is in ${currency}, not in SEK`);
  return amountOf(textOf(instructed));
}

function amountOf(text: string): string {
  if (!amount.test(text)) throw new Error(`"${text}" is no amount`);
  return text;
}

/** Elements of that name below one, in whichever depth, of the message's own namespace. */
const all = (within: Element, name: string): readonly Element[] => [
  ...within.getElementsByTagNameNS(within.namespaceURI ?? '', name),
];

function only(within: Element, name: string): string {
  const [found, ...more] = all(within, name);
  if (!found || more.length > 0)
    throw new Error(`${within.localName} has ${found ? more.length + 1 : 'no'} ${name}`);
  return textOf(found);
}

const textOf = (element: Element): string => element.textContent?.trim() ?? '';
