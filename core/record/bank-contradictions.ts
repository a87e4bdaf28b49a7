import type { BankReportEvent } from '../bank/report-events.ts';
import type { CaseEvent, PayeeCode } from '../payment/events.ts';
import { type CaseState, fold } from '../payment/evolve.ts';
import { type CaseId, caseKind, caseKinds, caseOfStream, reissued } from './case-id.ts';
import { type Finding, type FoundStream, nameOf, readable } from './found-stream.ts';

/**
 * What cases and the bank's reports say against each other: words of the bank whose file nobody has recorded, and a payment that was
 * sent again although nobody decided so, or with another amount than came back.
 */
export function bankContradictions(record: readonly FoundStream[]): readonly Finding[] {
  const reports = new Set(record.flatMap(reportsIn));
  const cases = record.filter(({ partition }) => caseKinds.has(partition.replace(/#.*$/, '')));
  const states = new Map(cases.flatMap(stateOf));
  return cases.flatMap((found) =>
    readable(found, () => [
      ...wordsWithoutReport(found, reports),
      ...sentAgainForNothing(found, states),
    ]),
  );
}

const eventsOf = ({ events }: FoundStream): readonly CaseEvent[] =>
  events.map(({ event }) => event as unknown as CaseEvent);

function reportsIn({ partition, events }: FoundStream): readonly string[] {
  if (!partition.startsWith('BANK#')) return [];
  return events.flatMap(({ event }) => {
    const maybe = event as Partial<BankReportEvent> | null;
    return maybe?.type === 'report-taken' && maybe.hash !== undefined ? [maybe.hash] : [];
  });
}

/** Nothing of a case that cannot be folded: that is found elsewhere. */
function stateOf(found: FoundStream): readonly (readonly [CaseId, CaseState])[] {
  try {
    return [[idOf(found), fold(eventsOf(found))]];
  } catch {
    return [];
  }
}

const idOf = ({ partition, stream: name }: FoundStream): CaseId =>
  caseOfStream({ partition, name });

const wordsWithoutReport = (found: FoundStream, reports: ReadonlySet<string>): readonly Finding[] =>
  eventsOf(found).flatMap((event, index) =>
    event.type === 'bank-reported' && 'report' in event.source && !reports.has(event.source.report)
      ? [
          {
            where: `${nameOf(found)} event ${index + 1}`,
            what: `words of the bank from a report that the record does not hold: ${event.source.report}`,
          },
        ]
      : [],
  );

/** A payment is sent again when one came back, somebody has decided so, and with its amount. */
function sentAgainForNothing(
  found: FoundStream,
  states: ReadonlyMap<CaseId, CaseState>,
): readonly Finding[] {
  const id = idOf(found);
  if (caseKind(id) !== 'reissue') return [];
  const { from, payee } = reissued(id);
  const cameBack = states.get(from)?.lines.get(payee as PayeeCode);
  return (states.get(id)?.released?.sent ?? [])
    .filter(
      (sent) =>
        sent.payee !== payee ||
        cameBack?.resolved?.choice !== 'reissue' ||
        cameBack.sek !== sent.sek,
    )
    .map((sent) => ({
      where: nameOf(found),
      what: `sends ${sent.sek} to ${sent.payee}, which did not come back of ${from} to be sent again`,
    }));
}
