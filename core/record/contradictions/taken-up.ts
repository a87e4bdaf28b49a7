import type { Instant } from '../../calendar/stockholm.ts';
import { type Explained, stored } from '../../explain.ts';
import { Fraction } from '../../money/fraction.ts';
import type { Sek } from '../../money/sek.ts';
import { balances, carriedBy, type NamedBalance, returnedBy } from '../../payment/balances.ts';
import { foldRecorded } from '../../payment/evolve.ts';
import type { PaymentProposal, ProposedLine } from '../../payment/proposal.ts';
import { type RegionCode, regionCodes } from '../../regions.ts';
import { carriedForward } from '../../rules/settlement/carried-forward.ts';
import { type CaseId, caseKind } from '../case-id.ts';
import { type Finding, nameOf } from '../found-stream.ts';
import { WorkingNodes } from '../working-nodes.ts';
import { attempt, type FoundCase, type Parts, paymentNamed, proposedAt } from './parts.ts';
import type { Workings } from './workings.ts';

/**
 * What a payout takes up of the kronor that others carried must be what those carried, each once: its line is worked out again from
 * the payouts that it names, and must be that line, with that working.
 */
export function wrongBalances(
  parts: Parts,
  workings: Workings,
  id: CaseId,
  proposal: PaymentProposal,
): readonly string[] {
  const { balancesFrom, payments } = proposal;
  if (caseKind(id) !== 'payout')
    return balancesFrom.length === 0 ? [] : ['takes up balances; only a payout does'];
  if (!parts.whole && balancesFrom.some((each) => !isTakenUp(parts, each))) return [];
  if (new Set(balancesFrom).size < balancesFrom.length)
    return ['takes up balances and names one too often'];
  const entries = entriesOf(parts, balancesFrom, proposedAt(parts, id, proposal));
  return regionCodes.flatMap((region) => {
    const lines = payments.find(({ payee }) => payee === region)?.lines ?? [];
    const line = lines.find(({ kind }) => kind === 'carried-forward');
    if (line && !workings.has(line.working)) return []; // That it is missing is said elsewhere.
    const own = entries.filter((entry) => entry.region === region);
    const hashes = new WorkingNodes(parts.sha256);
    const others = lines.filter((each) => each !== line).map(amountOf);
    const due = carriedForward(others, balances(own).get(region)).line;
    const same =
      due === undefined || line === undefined
        ? due === line
        : due.value.toString() === line.sek && hashes.add(due.working) === line.working;
    return same
      ? []
      : [`takes up ${line?.sek ?? 0} of ${region}; what was carried makes ${due?.value ?? 0}`];
  });
}

const amountOf = ({ sek, working }: ProposedLine): Explained<Sek> =>
  stored(Fraction.parse(sek), working);

/**
 * What stood under these names at a moment: kronor that a case carried, and payments that came back by a voucher. What was said of
 * them afterwards, such as that the bank has carried one out after all, changes nothing of what was taken up before.
 */
const entriesOf = (
  { cases }: Pick<Parts, 'cases'>,
  names: readonly string[],
  until: Instant | undefined,
): readonly NamedBalance[] =>
  [...cases.values()]
    .flatMap(({ id, found, events }) => {
      const before = events.filter(({ event }) => until === undefined || event.at <= until);
      const state = foldRecorded(before);
      return [...carriedBy(id, state), ...returnedBy(nameOf(found), before, state)];
    })
    .filter(({ of }) => names.includes(of));

/** Whether there is anything of this name that a payout can take up: a case, or a payment that came back by that voucher. */
export const isTakenUp = ({ cases }: Parts, name: string): boolean =>
  [...cases.values()].some(
    ({ id, events }) =>
      id === name ||
      events.some(
        ({ event }) =>
          event.type === 'returned' && event.payments.some(({ voucherKey }) => voucherKey === name),
      ),
  );

interface TakesUp {
  readonly about: FoundCase;
  readonly proposal: PaymentProposal;
  readonly regions: ReadonlySet<RegionCode>;
  readonly until: Instant | undefined;
}

/**
 * A balance is taken up once: of two payouts that were released and both begin from what another carried of a region, one must begin
 * from what the first of them left as well.
 */
export function takenUpAgain(parts: Parts, judged: readonly FoundCase[]): readonly Finding[] {
  const all = [...parts.cases.values()].flatMap(
    (about) => attempt(() => takesUpIn(parts, about)) ?? [],
  );
  return all.flatMap((second, index) =>
    all.slice(0, index).flatMap((first) => {
      if (!judged.includes(first.about) && !judged.includes(second.about)) return [];
      const { id } = first.about;
      const follows =
        second.proposal.balancesFrom.includes(id) ||
        first.proposal.balancesFrom.includes(second.about.id);
      return follows
        ? []
        : sharedBy(parts, first, second).map((what) => ({
            where: nameOf(second.about.found),
            what: `takes up ${what}, as ${id} does`,
          }));
    }),
  );
}

function takesUpIn(parts: Parts, about: FoundCase): readonly TakesUp[] {
  const { released } = about.state;
  const proposal = released && paymentNamed(parts, about.id, released.proposal);
  if (!proposal || proposal.balancesFrom.length === 0) return [];
  const regions = new Set(carriedBy(about.id, about.state).map(({ region }) => region));
  return [{ about, proposal, regions, until: proposedAt(parts, about.id, proposal) }];
}

/** What of other payouts two of them both take up. */
const sharedBy = (parts: Parts, first: TakesUp, second: TakesUp): readonly string[] =>
  [...new Set(first.proposal.balancesFrom)]
    .filter((each) => second.proposal.balancesFrom.includes(each))
    .flatMap((from) =>
      [...new Set(entriesOf(parts, [from], second.until).map(({ region }) => region))]
        .filter((region) => first.regions.has(region) && second.regions.has(region))
        .map((region) => `the balance of ${region} of ${from}`),
    );
