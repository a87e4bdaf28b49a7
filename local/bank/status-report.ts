import type { Instant } from '../../core/calendar/stockholm.ts';
import type { FileRefused, PaymentFile } from './payment-file.ts';
import { answersTo } from './versions.ts';
import { message, tag, type Xml } from './xml.ts';

/** What every message of this bank begins with: nobody may take it for a real bank's. */
export interface Head {
  /** At most 35 characters. */
  readonly messageId: string;
  readonly createdAt: Instant;
}

export const BANK_NAME = 'LOKALBANK (ingen riktig bank)';

/** Payments that the bank does not carry out, by their end-to-end ids, and why. */
export type Rejections = ReadonlyMap<string, string>;

/** pain.002 about a file that is taken, with the payments of it that are not. */
export function statusReport(head: Head, file: PaymentFile, rejections: Rejections): string {
  const rejected = file.payments.filter(({ endToEndId }) => rejections.has(endToEndId));
  const status = rejected.length === 0 ? 'ACCP' : 'PART';
  const transactions = rejected.map(({ endToEndId }) =>
    tag('TxInfAndSts', [
      tag('OrgnlEndToEndId', endToEndId),
      tag('TxSts', 'RJCT'),
      reason(rejections.get(endToEndId) ?? 'MS03'),
    ]),
  );
  const instruction =
    rejected.length === 0
      ? undefined
      : tag('OrgnlPmtInfAndSts', [
          tag('OrgnlPmtInfId', file.paymentInformationId),
          tag('PmtInfSts', status),
          ...transactions,
        ]);
  return report(head, file, [
    tag('OrgnlGrpInfAndSts', [...original(file), tag('GrpSts', status)]),
    instruction,
  ]);
}

/** pain.002 about a whole file that is not taken: none of its payments is made. */
export const refusal = (head: Head, refused: FileRefused): string =>
  report(head, refused, [
    tag('OrgnlGrpInfAndSts', [
      ...original(refused),
      tag('GrpSts', 'RJCT'),
      reason(refused.code, refused.words),
    ]),
  ]);

const original = ({ messageId, format }: Pick<PaymentFile, 'messageId' | 'format'>) => [
  tag('OrgnlMsgId', messageId),
  tag('OrgnlMsgNmId', format),
];

const reason = (code: string, words?: string): Xml =>
  tag('StsRsnInf', [
    tag('Rsn', tag('Cd', code)),
    words === undefined ? undefined : tag('AddtlInf', words.slice(0, 105)),
  ]);

function report(
  { messageId, createdAt }: Head,
  { format }: Pick<PaymentFile, 'format'>,
  parts: readonly (Xml | undefined)[],
): string {
  const header = tag('GrpHdr', [
    tag('MsgId', messageId),
    tag('CreDtTm', createdAt),
    tag('InitgPty', tag('Nm', BANK_NAME)),
  ]);
  return message(answersTo[format].status, tag('CstmrPmtStsRpt', [header, ...parts]));
}
