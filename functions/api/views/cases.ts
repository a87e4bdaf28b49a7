import { agreementYears } from '../../../core/agreement/rulebook.ts';
import { dayInStockholm, type Instant } from '../../../core/calendar/stockholm.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { type CaseState, evolve, standing, unopened } from '../../../core/payment/evolve.ts';
import { paidSek } from '../../../core/payment/paid.ts';
import type { Recorded, Records } from '../../../core/ports.ts';
import {
  type CaseId,
  type CaseKind,
  caseKind,
  caseKinds,
  caseOfStream,
  casePartition,
  caseStream,
  caseYear,
  payoutMonth,
} from '../../../core/record/case-id.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import { calendarPayDay } from '../../shared/calendar-pay-day.ts';
import { type RunState, runState } from './run-state.ts';

/** A case with what has happened in it. */
export interface ReadCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly runState: RunState;
  /** When it came to that state; undefined when nothing has happened. */
  readonly since: Instant | undefined;
}

export type RunSummary = AnswerOf<'listRuns'>['runs'][number];

export const everyKind: readonly CaseKind[] = [...caseKinds.values()];

/**
 * The cases of these years that have begun; one query for each kind and year, all at once. A reconciliation in whose stream only a
 * payout has written is not open yet.
 */
export async function readCases(
  records: Records,
  years: readonly number[],
  kinds: readonly CaseKind[] = everyKind,
): Promise<readonly ReadCase[]> {
  const partitions = years.flatMap((year) =>
    kinds.map(async (kind) => {
      const partition = casePartition(kind, year);
      const streams = await records.readPartition<CaseEvent>(partition);
      return [...streams].map(([name, events]) =>
        readCaseFrom(caseOfStream({ partition, name }), events),
      );
    }),
  );
  return (await Promise.all(partitions)).flat().filter((each) => each.runState !== 'not-open');
}

export const readOneCase = async (records: Records, id: CaseId): Promise<ReadCase> =>
  readCaseFrom(id, await records.read<CaseEvent>(caseStream(id)));

export function readCaseFrom(id: CaseId, recorded: readonly Recorded<CaseEvent>[]): ReadCase {
  const kind = caseKind(id);
  let state = unopened;
  let now = runState(kind, state);
  let since: Instant | undefined;
  for (const { event } of recorded) {
    state = evolve(state, event);
    const next = runState(kind, state);
    if (next !== now || since === undefined) since = event.at;
    now = next;
  }
  return { id, kind, events: recorded.map(({ event }) => event), state, runState: now, since };
}

/** The years from the first agreement's to the one after this moment's: a payout is opened a week before its month. */
export function yearsUntil(at: Instant): readonly number[] {
  const last = Number(dayInStockholm(at).slice(0, 4)) + 1;
  const first = Math.min(...agreementYears);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, after) => first + after);
}

/** What a list shows of a case. A case of which nothing is recorded is `not-open`. */
export function summaryOf({ id, kind, state, runState: now, since }: ReadCase): RunSummary {
  const proposed = state.released || state.decided ? state.proposal : standing(state);
  const month = kind === 'payout' ? payoutMonth(id) : undefined;
  const day =
    state.released?.payDay ??
    proposed?.proposed.payment?.payDay ??
    (month && calendarPayDay(month)) ??
    (state.refused ? undefined : state.submitted?.requisition.wishedPaymentDay);
  return {
    run: id,
    kind,
    year: caseYear(id),
    ...(month && { month }),
    state: now,
    ...(day && { payDay: day }),
    ...(state.released && { paidOn: state.released.paidOn }),
    ...(proposed?.proposed.payment && { totalSek: proposed.proposed.payment.totalSek }),
    ...(state.released && { paidSek: paidSek(state.lines.values()).toString() }),
    ...(proposed && { proposal: proposed.proposed.proposal }),
    needs: now === 'waiting-for-inputs' ? state.needs.map(({ need }) => need) : [],
    ...(since && { since }),
  };
}
