import type { Json } from '../../../core/canonical.ts';
import { type FoundStream, nameOf } from '../../../core/record/found-stream.ts';
import { verify } from '../../../core/record/verify.ts';
import { fileHashOf } from '../../../functions/bank/payment-file.ts';
import { contentFaults } from '../../../functions/contract/inputs.ts';
import { everyEvent, streamsIn } from '../../functions/support/every-event.ts';
import { chainedAnew, hashOf, rehashed } from '../../helpers/forge.ts';

/** A record in which everything happened. */
export const whole = chainedAnew(await streamsIn(await everyEvent()));
export const found = (record: readonly FoundStream[]) =>
  verify(record, hashOf, undefined, { fileHash: fileHashOf, contentFaults }).findings.map(
    ({ where, what }) => `${where} ${what}`,
  );

type Event = { readonly type: string } & Record<string, never>;
export const isOf = (type: string) => (event: Json) => (event as Event | null)?.type === type;

/** The record with an event otherwise than it was, or with more or none in its place; every hash fits. */
export function where(
  stream: string,
  which: (event: Json) => boolean,
  change: (event: never) => unknown,
): readonly FoundStream[] {
  const changed = whole.map((each) => {
    if (nameOf(each) !== stream) return each;
    const index = each.events.findLastIndex(({ event }) => which(event));
    const one = each.events[index];
    if (!one) throw new Error(`${stream} has no such event.`);
    const made = change(one.event as never);
    const list = Array.isArray(made) ? made : [made];
    const events = list.map((event) => ({
      number: 0,
      event: event as Json,
      previous: '',
      hash: '',
    }));
    return { ...each, events: each.events.toSpliced(index, 1, ...events) };
  });
  return rehashed(whole, changed);
}
