import type { Json } from '../../core/canonical.ts';
import type { InputEvent } from '../../core/inputs/input-stream.ts';
import { askedInForce, changeable } from '../../core/inputs/outdated.ts';
import type { CaseEvent, RestsOn } from '../../core/payment/events.ts';
import { caseKinds } from '../../core/record/case-id.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import { eventsIn } from '../../core/record/contradictions/parts.ts';
import { type FoundStream, nameOf } from '../../core/record/found-stream.ts';
import { verify } from '../../core/record/verify.ts';
import { chainedAnew, hashOf } from '../helpers/forge.ts';
import { outside } from './every-forgery.ts';

/** A record in which a newer version of an input counted before something was done of what rests on the older one. */
export interface NewVersion {
  /** What was done: `RUN#2021/03 event 6`. */
  readonly where: string;
  /** The input's stream: `INPUT#all/payees`. */
  readonly of: string;
  /** By which minute before, or after where it is below zero, the version counted. */
  readonly make: (minutesBefore: number) => readonly FoundStream[];
}

/** Of everything that is done of a proposal as long as it rests on the versions in force, and of each of these. */
export const newVersions = (record: readonly FoundStream[]): readonly NewVersion[] =>
  record
    .filter(({ partition }) => caseKinds.has(partition.replace(/#.*/, '')))
    .flatMap((found) =>
      askedInForce(eventsIn<CaseEvent>(found)).flatMap(({ number, event, restsOn }) =>
        changeable(restsOn).map((rests) => ({
          where: `${nameOf(found)} event ${number}`,
          of: rests.stream,
          make: (minutesBefore) =>
            replaced(record, rests, Date.parse(event.at) - minutesBefore * 60_000),
        })),
      ),
    );

/** What was done by older versions, as the verifier finds it in a record. */
export const foundOutdated = (record: readonly FoundStream[]): readonly string[] =>
  verify(record, hashOf, undefined, outside)
    .findings.map(({ where, what }) => `${where} ${what}`)
    .filter((each) => each.includes('of which a newer one counted by then'));

/** Tries each of them ten minutes before. */
export function tryNewVersions(found: readonly FoundStream[]) {
  const record = chainedAnew(found.filter(({ partition }) => belongsToRecord(partition)));
  const all = newVersions(record);
  const missed = all.filter(
    ({ where, make }) => !foundOutdated(make(10)).some((each) => each.startsWith(`${where} `)),
  );
  const of = new Set(all.map((each) => each.of));
  return { tried: all.length, of, missed: missed.map((each) => `${each.where}, ${each.of}`) };
}

/** Another document of the same content, registered and, where its kind asks for that, confirmed, by those who did so before. */
function replaced(
  record: readonly FoundStream[],
  { stream, version }: RestsOn,
  moment: number,
): readonly FoundStream[] {
  const at = new Date(moment).toISOString().replace('.000Z', 'Z');
  const changed = record.map((found) => {
    if (nameOf(found) !== stream) return found;
    const events = found.events.map(({ event }) => event as unknown as InputEvent);
    const registered = events.filter((each) => each.type === 'input-registered');
    const confirmed = events.find((each) => each.type === 'input-confirmed');
    const more = [
      { ...registered[version - 1], at, documentHash: 'f'.repeat(64) },
      ...(confirmed ? [{ ...confirmed, at, version: registered.length + 1 }] : []),
    ].map((event) => ({ number: 0, event: event as Json, previous: '', hash: '' }));
    return { ...found, events: [...found.events, ...more] };
  });
  return chainedAnew(changed);
}
