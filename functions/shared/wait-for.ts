import type { Instant } from '../../core/calendar/stockholm.ts';
import type { CaseEvent, Need } from '../../core/payment/events.ts';
import { need } from '../../core/payment/needs.ts';
import type { Records, StreamId } from '../../core/ports.ts';
import {
  type CaseId,
  caseStream,
  caseYear,
  inputStream,
  openingCase,
  reconciliationCase,
  requisitionCase,
  streamText,
} from '../../core/record/case-id.ts';
import type { Watch } from '../contract/steps.ts';
import { command } from './cases.ts';
import { roomStreams } from './room.ts';

/** What a step that lacks something tells the state machine: the needs by name, and the streams that would bring them. */
export interface Waiting {
  readonly case: CaseId;
  readonly outcome: 'waiting';
  readonly needs: readonly string[];
  readonly watch: Watch;
}

/** What a step says of a case that a person has asked to close: nothing is proposed any more. */
export const withoutPayment = (id: CaseId) =>
  ({ case: id, outcome: 'without-payment', watch: {} }) as const;

/** Notes what the case waits for, once; a wait for the same things is noted no second time. */
export async function waitFor(
  records: Records,
  id: CaseId,
  now: Instant,
  needs: readonly Need[],
  watched: Watch,
): Promise<Waiting> {
  await command(records, id, { kind: 'wait', at: now, needs });
  const lengths = await Promise.all(
    needs.flatMap(neededStreams).map(async (stream) => {
      const name = streamText(stream);
      return [name, watched[name] ?? (await lengthUndecided(records, stream))] as const;
    }),
  );
  const watch = Object.fromEntries(lengths);
  return { case: id, outcome: 'waiting', needs: needs.map((each) => each.need), watch };
}

/**
 * How long a case's stream was when its decision was not there. The decision may have come between the step's look and this
 * one; then nobody will wake the wait for it, so the stream counts as grown.
 */
async function lengthUndecided(records: Records, stream: StreamId): Promise<number> {
  const events = await records.read<CaseEvent>(stream);
  const decided = events.findIndex(({ event }) => event.type === 'decided');
  return decided === -1 ? events.length : decided;
}

/** Nobody is paid whose account two people have not confirmed. */
export const noPayees = (id: CaseId): Need =>
  need('payees', caseYear(id), ['every line'], 'no payees are confirmed');

/** Sent again it would be twice, if the bank has carried it out: somebody says first what it was that moved. */
export const movedBesideIt = 'money has moved beside the payment that came back';

type NeededOf = Pick<Need, 'need' | 'year' | 'case'>;

/** The streams whose next event may bring what is needed, or end the wait for it. */
export function neededStreams({ need: name, year, case: id }: NeededOf): readonly StreamId[] {
  // Of a year that is ended nothing is due any more.
  const ended = inputStream(year, 'year-ended');
  if (name === 'earlier-payout' && id) return [caseStream(id), ended];
  if (id) return [caseStream(id)];
  switch (name) {
    case 'grants':
      // An interim payment is shared by the grants of the year before.
      return [caseStream(openingCase(year)), ended, inputStream(year + 1, 'year-ended')];
    case 'settlement':
    case 'deduction':
      return [caseStream(reconciliationCase(year))];
    case 'rebate-forecast':
      // It is needed no longer when both parties have signed without it.
      return [inputStream(year, name), caseStream(reconciliationCase(year))];
    case 'ihsi-payment':
      return [caseStream(requisitionCase(year, 'ihsi'))];
    case 'authorisation':
    case 'single-decision':
      return [inputStream(year, 'authorisation'), ended];
    case 'room-in-appropriation':
      return [
        ...[year, year - 1].map((each) => inputStream(each, 'appropriation')),
        ...roomStreams(year),
      ];
    default:
      return [inputStream(year, name)];
  }
}
