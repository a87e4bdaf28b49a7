import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { CaseEvent, Need } from '../../../core/payment/events.ts';
import { rightsFor } from '../../../core/payment/rights.ts';
import { isStopped } from '../../../core/payment/stop-switch.ts';
import type { Voucher } from '../../../core/payment/voucher.ts';
import type { Records } from '../../../core/ports.ts';
import { journalStream } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { rejectionTexts } from '../../contract/api/rejection-texts.ts';
import { rejectionCodes } from '../../contract/api/requests.ts';
import { budgetYearOf } from '../../shared/journal.ts';
import { Refused } from '../../shared/refused.ts';
import { readSwitch } from '../../shared/switch.ts';
import { type ReadCase, readOneCase, summaryOf } from '../views/cases.ts';
import { recordWords } from '../views/record-words.ts';
import { runActions } from '../views/run-actions.ts';
import { historyOf } from '../views/run-history.ts';

type Run = AnswerOf<'readRun'>;

/** Everything that a person needs to know of a run to act on it, and what of that this person may do. */
export async function readRun(
  request: RequestOf<'readRun'>,
  { records }: { readonly records: Records },
): Promise<Run> {
  const { language, parameters } = request;
  const [read, stop] = await Promise.all([
    readOneCase(records, parameters.run),
    readSwitch(records),
  ]);
  const { kind, state, events } = read;
  if (events.length === 0) throw new Refused('not-found', { what: parameters.run });
  const release = await releaseOf(records, read);
  return {
    ...summaryOf(read),
    rights: [...rightsFor(kind)],
    approvals: approvalsOf(read),
    missing: missingOf(read, language),
    goingWithout: goingWithoutOf(events),
    warnings: warningsOf(read, language),
    proposals: proposalsOf(read, language),
    ...(release && { release }),
    returned: returnedOf(read),
    rejectionCodes: rejectionCodes.map((code) => ({ code, text: rejectionTexts[code][language] })),
    actions: runActions(kind, state, request),
    history: historyOf(events, language),
    stopped: isStopped(stop.state),
  };
}

/** Approvals of the proposal that stands or took effect. What was rejected or void has none. */
export const approvalsOf = ({ state }: ReadCase): Run['approvals'] =>
  [...(state.proposal?.approvals.values() ?? [])].map(({ right, by, at, proposal }) => ({
    right,
    by: { sub: by.sub, name: by.name },
    at,
    proposal,
  }));

/** What is missing, and since when without interruption. */
export function missingOf({ events, runState }: ReadCase, language: Language): Run['missing'] {
  if (runState !== 'waiting-for-inputs') return [];
  let open = new Map<string, { readonly need: Need; readonly since: Instant }>();
  for (const event of events) {
    if (event.type === 'proposed' || event.type === 'submitted') open = new Map();
    if (event.type !== 'waiting') continue;
    const before = open;
    open = new Map(
      event.needs.map((need) => {
        const name = `${need.need} ${need.year}`;
        return [name, { need, since: before.get(name)?.since ?? event.at }];
      }),
    );
  }
  return [...open.values()].map(({ need, since }) => ({
    ...need,
    holds: [...need.holds],
    because: recordWords(need.because, language),
    since,
  }));
}

export const goingWithoutOf = (events: readonly CaseEvent[]): Run['goingWithout'] =>
  events.flatMap((event) =>
    event.type === 'going-without'
      ? [{ needs: [...event.needs], reason: event.reason, by: event.by.name }]
      : [],
  );

const warningsOf = ({ state }: ReadCase, language: Language): Run['warnings'] =>
  (state.proposal?.proposed.warnings ?? []).map((words) => recordWords(words, language));

/** Every proposal with what became of it, the oldest first. */
export function proposalsOf({ events, state }: ReadCase, language: Language): Run['proposals'] {
  const ends = new Map<string, Pick<Run['proposals'][number], 'state' | 'because'>>();
  for (const event of events) {
    if (event.type === 'proposed') ends.delete(event.proposal);
    if (event.type === 'rejected')
      ends.set(event.proposal, { state: 'rejected', because: event.reason });
    if (event.type === 'voided')
      ends.set(event.proposal, { state: 'voided', because: recordWords(event.because, language) });
    if (event.type === 'release-ordered') ends.set(event.proposal, { state: 'released' });
    if (event.type === 'decided') ends.set(event.proposal, { state: 'decided' });
  }
  const end = state.closed === 'without-payment' ? 'voided' : 'standing';
  return events.flatMap((event) =>
    event.type === 'proposed'
      ? [
          {
            number: event.number,
            proposal: event.proposal,
            at: event.at,
            ...(ends.get(event.proposal) ?? { state: end }),
            ...(event.payment && { totalSek: event.payment.totalSek }),
          },
        ]
      : [],
  );
}

/** The order to the bank, and the number of its voucher once it is booked. */
async function releaseOf(records: Records, { state }: ReadCase): Promise<Run['release']> {
  const { released } = state;
  if (!released) return undefined;
  const { messageId, fileHash, at, payDay, paidOn, voucherKey } = released;
  const vouchers = await records.read<Voucher>(journalStream(budgetYearOf(paidOn)));
  const booked = vouchers.find(({ event }) => event.key === voucherKey);
  return {
    ...{ messageId, fileHash, orderedAt: at, payDay, paidOn },
    ...(booked && { voucher: booked.number }),
  };
}

function returnedOf({ state: { reported, returned } }: ReadCase): Run['returned'] {
  return (reported?.returned ?? []).map(({ payee, code }) => {
    const sek = returned?.payments.find((each) => each.payee === payee)?.sek;
    return { payee, code, ...(sek !== undefined && { sek }) };
  });
}
