import type { BankReportEvent } from '../bank/report-events.ts';
import { dayInStockholm } from '../calendar/stockholm.ts';
import type { CaseEvent, PayeeCode } from '../payment/events.ts';
import { type CaseState, fold } from '../payment/evolve.ts';
import { decisionsAnew } from '../payment/lines.ts';
import { afterwardsKey, anewPayee, type Voucher } from '../payment/voucher.ts';
import { type CaseId, caseKind, caseKinds, caseOfStream, reissued } from './case-id.ts';
import { type Finding, type FoundStream, nameOf, readable } from './found-stream.ts';

/**
 * What cases and the bank's reports say against each other: words of the bank whose file nobody has recorded, and a payment that was
 * sent again although nobody decided so, or with another amount than came back; and a voucher that books one anew which nobody has said
 * was carried out.
 */
export function bankContradictions(record: readonly FoundStream[]): readonly Finding[] {
  const reports = new Set(record.flatMap(reportsIn));
  const cases = record.filter(({ partition }) => caseKinds.has(partition.replace(/#.*$/, '')));
  const states = new Map(cases.flatMap(stateOf));
  const ofCases = cases.flatMap((found) =>
    readable(found, () => [
      ...wordsWithoutReport(found, reports),
      ...sentAgainForNothing(found, states),
    ]),
  );
  return [...ofCases, ...record.flatMap((found) => bookedAnewForNothing(found, states))];
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

/** A payment that came back is booked again as often as somebody has said that the bank carried it out, and of that day. */
function bookedAnewForNothing(
  { partition, events }: FoundStream,
  states: ReadonlyMap<CaseId, CaseState>,
): readonly Finding[] {
  if (!partition.startsWith('JOURNAL#')) return [];
  return events.flatMap(({ event }) => {
    const maybe = event as Partial<Voucher> | null;
    if (typeof maybe?.key !== 'string') return []; // Found elsewhere.
    const voucher = maybe as Voucher;
    const payee = anewPayee(voucher);
    if (payee === undefined) return [];
    const line = states.get(voucher.case)?.lines.get(payee as PayeeCode);
    const isSaid = (line ? decisionsAnew(line) : []).some(
      ({ at }, index) =>
        voucher.key === afterwardsKey(voucher.case, 'booked-anew', payee as PayeeCode, index + 1) &&
        voucher.day === dayInStockholm(at) &&
        voucher.cashSek === line?.sek,
    );
    return isSaid
      ? []
      : [
          {
            where: `${partition} voucher ${voucher.number}`,
            what: `books ${voucher.cashSek} to ${payee} anew, which nobody has said was carried out`,
          },
        ];
  });
}
