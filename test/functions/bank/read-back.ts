import { DOMParser, type Element } from '@xmldom/xmldom';

/** What a bank reads out of a payment file, by the paths of its guides. */
export interface ReadBack {
  readonly namespace: string | null;
  readonly messageId: string;
  readonly createdAt: string;
  readonly initiator: readonly string[];
  /** Of the group and of the payment: both are told. */
  readonly counts: readonly string[];
  readonly sums: readonly string[];
  readonly executionDay: string;
  readonly debtor: { readonly name: string; readonly number: string; readonly account: string };
  readonly payments: readonly ReadPayment[];
}

export interface ReadPayment {
  readonly endToEndId: string;
  readonly amount: string;
  readonly currency: string | null;
  readonly clearing: string;
  readonly name: string;
  readonly number: string;
  readonly scheme: string;
  readonly account: string;
  readonly reference: string;
}

/** Reads a file with a parser, by paths, and by nothing of what wrote it. */
export function readBack(text: string): ReadBack {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');
  const root = document.documentElement as Element;
  const group = one(root, 'CstmrCdtTrfInitn/GrpHdr');
  const payment = one(root, 'CstmrCdtTrfInitn/PmtInf');
  return {
    namespace: root.namespaceURI,
    messageId: textAt(group, 'MsgId'),
    createdAt: textAt(group, 'CreDtTm'),
    initiator: all(group, 'InitgPty/Id/OrgId/Othr').map((each) => textAt(each, 'Id')),
    counts: [group, payment].map((each) => textAt(each, 'NbOfTxs')),
    sums: [group, payment].map((each) => textAt(each, 'CtrlSum')),
    executionDay: textAt(payment, 'ReqdExctnDt').trim(),
    debtor: {
      name: textAt(payment, 'Dbtr/Nm'),
      number: textAt(payment, 'Dbtr/Id/OrgId/Othr/Id'),
      account: textAt(payment, 'DbtrAcct/Id').trim().split(/\s/)[0] ?? '',
    },
    payments: all(payment, 'CdtTrfTxInf').map((each) => {
      const amount = one(each, 'Amt/InstdAmt');
      return {
        endToEndId: textAt(each, 'PmtId/EndToEndId'),
        amount: amount.textContent ?? '',
        currency: amount.getAttribute('Ccy'),
        clearing: textAt(each, 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId'),
        name: textAt(each, 'Cdtr/Nm'),
        number: textAt(each, 'Cdtr/Id/OrgId/Othr/Id'),
        scheme: textAt(each, 'CdtrAcct/Id/Othr/SchmeNm').trim(),
        account: textAt(each, 'CdtrAcct/Id/Othr/Id'),
        reference: textAt(each, 'RmtInf/Ustrd'),
      };
    }),
  };
}

const textAt = (from: Element, path: string): string => one(from, path).textContent ?? '';

function one(from: Element, path: string): Element {
  const [found, ...more] = all(from, path);
  if (!found || more.length > 0) throw new Error(`${path} is there ${more.length + 1} times.`);
  return found;
}

/** Every element at the end of a path: by the children's names, as the schema nests them. */
function all(from: Element, path: string): readonly Element[] {
  return path
    .split('/')
    .reduce<readonly Element[]>(
      (elements, name) =>
        elements.flatMap((element) =>
          [...element.childNodes].filter(
            (node): node is Element => node.nodeType === 1 && node.nodeName === name,
          ),
        ),
      [from],
    );
}
