import { agreementYears } from '../../core/agreement/rulebook.ts';
import { paymentFileName } from '../../core/bank/payment-file-name.ts';
import { type CaseTally, holds, tallyOf as tally } from '../../core/bank/tally.ts';
import type { CaseToTally } from '../../core/bank/tally-case.ts';
import type { Day } from '../../core/calendar/day.ts';
import type { CaseEvent, PayeeCode } from '../../core/payment/events.ts';
import { type CaseState, foldRecorded, unopened } from '../../core/payment/evolve.ts';
import { hasComeBack, heldLines } from '../../core/payment/lines.ts';
import type { Proposal } from '../../core/payment/proposal.ts';
import type { Voucher } from '../../core/payment/voucher.ts';
import type { Files, Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseKind,
  caseOfStream,
  casePartition,
  caseStream,
  caseYear,
  payingKinds,
  proposalStream,
  reissued,
} from '../../core/record/case-id.ts';
import { hashOf } from './documents.ts';
import { budgetYearOf, vouchersOf } from './journal.ts';
import { readPaymentFile } from './read-payment-file.ts';

/** What a tally reads: the record, and the files as they are stored. */
export interface TallyPorts {
  readonly records: Records;
  readonly paymentFiles: Pick<Files, 'read'>;
}

/** One case's tally. `paidOn` is absent while nothing has been released. */
export interface ReadTally extends CaseTally {
  readonly paidOn?: Day;
  readonly holds: boolean;
  /** Payments that came back and of which nobody has said yet what is to become of them. */
  readonly undecided: number;
}

/** What of the record a tally follows beyond its own case. */
interface Around {
  readonly states: ReadonlyMap<CaseId, CaseState>;
  readonly vouchers: readonly Voucher[];
}

/**
 * The tally of one case: prepared = approved = filed = settled + returned + outstanding, per payee, each side read from where it is
 * written. `filed` is read from the stored file's bytes.
 */
export async function tallyOf(ports: TallyPorts, id: CaseId): Promise<ReadTally> {
  const { records } = ports;
  const state = foldRecorded(await records.read<CaseEvent>(caseStream(id)));
  const paid = state.released ? budgetYearOf(state.released.paidOn) : caseYear(id);
  // What came back may be booked, and carried by a payout, in the year after.
  const years = [paid, paid + 1];
  // Where everything arrived there is no other case to follow: most tallies are made then, one for each payment that settles.
  const alone = ![...state.lines.values()].some(hasComeBack);
  const [states, vouchers] = await Promise.all([
    alone ? new Map([[id, state]]) : readStates(records, [...new Set([caseYear(id), ...years])]),
    readVouchers(records, years),
  ]);
  return tallyWith(ports, id, { states, vouchers });
}

/**
 * The tallies of every case that was paid in a calendar year, in the order of their releases; and of every case that has a voucher of the
 * year without having been released, which differs.
 */
export async function tallyOfYear(ports: TallyPorts, year: number): Promise<readonly ReadTally[]> {
  const { records } = ports;
  const first = Math.min(...agreementYears) - 1;
  const caseYears = Array.from({ length: Math.max(year + 2 - first, 0) }, (_, n) => first + n);
  const [states, vouchers] = await Promise.all([
    readStates(records, caseYears),
    readVouchers(records, [year, year + 1]),
  ]);
  const released = [...states].filter(
    ([, state]) => state.released && budgetYearOf(state.released.paidOn) === year,
  );
  const unreleased = vouchers
    .filter((voucher) => budgetYearOf(voucher.day) === year)
    .filter((voucher) => !states.get(voucher.case)?.released);
  const ids = new Set([...released.map(([id]) => id), ...unreleased.map((each) => each.case)]);
  const releasedAt = (id: CaseId): string => `${states.get(id)?.released?.at ?? ''} ${id}`;
  const inOrder = [...ids].sort((a, b) => (releasedAt(a) < releasedAt(b) ? -1 : 1));
  return Promise.all(inOrder.map((id) => tallyWith(ports, id, { states, vouchers })));
}

async function tallyWith(
  { records, paymentFiles }: TallyPorts,
  id: CaseId,
  { states, vouchers }: Around,
): Promise<ReadTally> {
  const state = states.get(id) ?? unopened;
  const file = paymentFileName(id);
  const [proposals, bytes] = await Promise.all([
    records.read<Proposal>(proposalStream(id)),
    paymentFiles.read(file),
  ]);
  const own: CaseToTally = {
    case: id,
    state,
    proposals: new Map(
      proposals.flatMap(({ event }) =>
        event.kind === 'payment' ? [[hashOf(event), event] as const] : [],
      ),
    ),
    file: readPaymentFile(bytes),
    vouchers: vouchers.filter((voucher) => voucher.case === id),
    reissues: reissuesOf(id, states),
    payouts: [...states].flatMap(([other, each]) => (caseKind(other) === 'payout' ? [each] : [])),
  };
  const tallied = tally(own);
  return {
    ...tallied,
    ...(state.released && { paidOn: state.released.paidOn }),
    holds: holds(tallied),
    undecided: heldLines(state.lines).length,
  };
}

/** The cases that send payments of this one again, by whose payment it is. */
const reissuesOf = (
  id: CaseId,
  states: ReadonlyMap<CaseId, CaseState>,
): ReadonlyMap<PayeeCode, CaseState> =>
  new Map(
    [...states]
      .filter(([other]) => caseKind(other) === 'reissue' && reissued(other).from === id)
      .map(([other, state]) => [reissued(other).payee as PayeeCode, state]),
  );

async function readStates(
  records: Records,
  years: readonly number[],
): Promise<ReadonlyMap<CaseId, CaseState>> {
  const read = years.flatMap((year) =>
    payingKinds.map(async (kind) => {
      const partition = casePartition(kind, year);
      const streams = await records.readPartition<CaseEvent>(partition);
      return [...streams].map(
        ([name, events]) => [caseOfStream({ partition, name }), foldRecorded(events)] as const,
      );
    }),
  );
  return new Map((await Promise.all(read)).flat());
}

const readVouchers = async (
  records: Records,
  years: readonly number[],
): Promise<readonly Voucher[]> =>
  (await Promise.all(years.map((year) => vouchersOf(records, year)))).flat();
