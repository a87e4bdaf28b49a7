import { yearsDeducted } from '../payment/deduction.ts';
import type { CaseEvent } from '../payment/events.ts';
import { caseOfStream, caseStream, reconciliationCase, streamText } from './case-id.ts';
import { type Finding, type FoundStream, nameOf, readable } from './found-stream.ts';

/** What stands beyond what was verified before, and whether everything was read. */
interface Read {
  readonly isNew: (found: FoundStream, number: number) => boolean;
  readonly whole: boolean;
}

/**
 * Payouts that deducted a forecast of rebates of which the reconciliation's stream does not say that they began to, or says so only
 * after State and SKR had decided without it: whoever releases says it there before anything is ordered.
 */
export function deductionContradictions(
  record: readonly FoundStream[],
  read: Read = { isNew: () => true, whole: true },
): readonly Finding[] {
  const streams = new Map(record.map((found) => [nameOf(found), found]));
  return record
    .filter(({ partition }) => partition.startsWith('RUN#'))
    .flatMap((found) => readable(found, () => lateDeductions(found, streams, read)));
}

const eventsOf = (found: FoundStream | undefined): readonly CaseEvent[] =>
  (found?.events ?? []).map(({ event }) => event as unknown as CaseEvent);

function lateDeductions(
  found: FoundStream,
  streams: ReadonlyMap<string, FoundStream>,
  { isNew, whole }: Read,
): readonly Finding[] {
  const id = caseOfStream({ partition: found.partition, name: found.stream });
  return eventsOf(found).flatMap((event, index) => {
    if (event.type !== 'release-ordered' || !isNew(found, index + 1)) return [];
    return yearsDeducted(event.paid).flatMap((year) => {
      const reconciliation = streams.get(streamText(caseStream(reconciliationCase(year))));
      // It is read where something new is in it; what it said before was verified then.
      if (!reconciliation && !whole) return [];
      const events = eventsOf(reconciliation);
      const decided = events.findIndex(({ type }) => type === 'decided');
      const begun = events.findIndex(
        (each) =>
          each.type === 'deduction-begun' && each.case === id && each.proposal === event.proposal,
      );
      const where = `${nameOf(found)} event ${index + 1}`;
      const what = `deducts the forecast of ${year}; the reconciliation`;
      if (begun === -1) return [{ where, what: `${what} does not say that it began to` }];
      return decided === -1 || begun < decided
        ? []
        : [{ where, what: `${what} was signed without it` }];
    });
  });
}
