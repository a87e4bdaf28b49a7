import { yearsDeducted } from '../payment/deduction.ts';
import type { CaseEvent } from '../payment/events.ts';
import { caseOfStream, caseStream, reconciliationCase, streamText } from './case-id.ts';
import { type Finding, type FoundStream, nameOf, readable } from './found-stream.ts';

/**
 * Payouts that deducted a forecast of rebates although State and SKR had signed the year's reconciliation without it: in the
 * reconciliation's stream they must have begun before it was decided. A record from before that was said there is held to the times.
 */
export function deductionContradictions(
  record: readonly FoundStream[],
  isNew: (found: FoundStream, number: number) => boolean = () => true,
): readonly Finding[] {
  const streams = new Map(record.map((found) => [nameOf(found), found]));
  return record
    .filter(({ partition }) => partition.startsWith('RUN#'))
    .flatMap((found) => readable(found, () => lateDeductions(found, streams, isNew)));
}

const eventsOf = (found: FoundStream | undefined): readonly CaseEvent[] =>
  (found?.events ?? []).map(({ event }) => event as unknown as CaseEvent);

function lateDeductions(
  found: FoundStream,
  streams: ReadonlyMap<string, FoundStream>,
  isNew: (found: FoundStream, number: number) => boolean,
): readonly Finding[] {
  const id = caseOfStream({ partition: found.partition, name: found.stream });
  return eventsOf(found).flatMap((event, index) => {
    if (event.type !== 'release-ordered' || !isNew(found, index + 1)) return [];
    return yearsDeducted(event.paid).flatMap((year) => {
      const events = eventsOf(streams.get(streamText(caseStream(reconciliationCase(year)))));
      const decided = events.findIndex(({ type }) => type === 'decided');
      const begun = events.findIndex(
        (each) =>
          each.type === 'deduction-begun' && each.case === id && each.proposal === event.proposal,
      );
      const at = events[decided]?.at;
      const inTime = at === undefined || (begun === -1 ? event.at <= at : begun < decided);
      const what = `deducts the forecast of ${year}; the reconciliation was signed without it`;
      return inTime ? [] : [{ where: `${nameOf(found)} event ${index + 1}`, what }];
    });
  });
}
