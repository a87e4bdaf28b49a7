import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BankOrder, sentBy } from '../../core/bank/bank-order.ts';
import { paymentFileName } from '../../core/bank/payment-file-name.ts';
import type { Json } from '../../core/canonical.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import type { Voucher } from '../../core/payment/voucher.ts';
import {
  bankOrderStream,
  type CaseId,
  caseKinds,
  caseOfStream,
  streamText,
} from '../../core/record/case-id.ts';
import { type FoundStream, nameOf } from '../../core/record/found-stream.ts';

/** Every release in the record, by its case: a case that was released twice is there twice. */
export const releasedCases = (found: readonly FoundStream[]): readonly CaseId[] =>
  found
    .filter(({ partition }) => caseKinds.has(partition.replace(/#.*$/, '')))
    .flatMap(({ partition, stream: name, events }) =>
      events
        .filter(({ event }) => (event as unknown as CaseEvent).type === 'release-ordered')
        .map(() => caseOfStream({ partition, name })),
    );

/**
 * Where a payment is not there exactly once: one release, one order to the bank, one voucher, and one file where anything was sent. Files
 * that no release explains are named too.
 */
export function paidTwice(found: readonly FoundStream[], folder: string): readonly string[] {
  const releases = releasedCases(found);
  const vouchers = found
    .filter(({ partition }) => partition.startsWith('JOURNAL#'))
    .flatMap(({ events }) => events.map(({ event }) => (event as unknown as Voucher).key));
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.xml'),
      )
    : [];
  const explained = new Set<string>();
  const wrong = [...new Set(releases)].flatMap((id) => {
    const orders = found.find((each) => nameOf(each) === streamText(bankOrderStream(id)))?.events;
    const [order] = orders ?? [];
    const sent = order ? sentBy(order.event as Json as BankOrder).length : 0;
    const file = join(...paymentFileName(id).split('/'));
    if (sent > 0) explained.add(file);
    const counts = [
      ['releases', releases.filter((each) => each === id).length],
      ['orders to the bank', orders?.length ?? 0],
      ['vouchers', vouchers.filter((key) => key === id).length],
      ['payment files', files.includes(file) || sent === 0 ? 1 : 0],
    ] as const;
    return counts
      .filter(([, count]) => count !== 1)
      .map(([what, count]) => `${id} has ${count} ${what}; one is right`);
  });
  const others = files.filter((file) => !explained.has(file));
  return [...wrong, ...others.map((file) => `the payment file ${file} is of no release`)];
}
