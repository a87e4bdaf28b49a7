import { type Explained, stored } from '../../explain.ts';
import { Fraction } from '../../money/fraction.ts';
import type { Sek } from '../../money/sek.ts';
import { type BalanceEntry, balances, carriedBy, returnedBy } from '../../payment/balances.ts';
import type { PaymentProposal, ProposedLine } from '../../payment/proposal.ts';
import { type RegionCode, regionCodes } from '../../regions.ts';
import { carriedForward } from '../../rules/settlement/carried-forward.ts';
import { type CaseId, caseKind } from '../case-id.ts';
import { type Finding, nameOf } from '../found-stream.ts';
import { WorkingNodes } from '../working-nodes.ts';
import { attempt, type FoundCase, type Parts, paymentNamed } from './parts.ts';
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
  if (!parts.whole && balancesFrom.some((each) => !parts.cases.has(each))) return [];
  if (balancesFrom.some((each) => balancesFrom.filter((other) => other === each).length > 2))
    return ['takes up balances and names a case too often'];
  const entries = entriesOf(parts, balancesFrom);
  return regionCodes.flatMap((region) => {
    const lines = payments.find(({ payee }) => payee === region)?.lines ?? [];
    const line = lines.find(({ kind }) => kind === 'carried-forward');
    if (line && !workings.has(line.working)) return []; // That it is missing is said elsewhere.
    const own = entries.filter((entry) => entry.region === region);
    const named = line ? summedIn(workings, line) : new Set<string>();
    const hashes = new WorkingNodes(parts.sha256);
    const known = own.filter(
      // What came back later than this was prepared is not in it.
      ({ carried: { working } }) => working.node === 'stored' || named.has(hashes.add(working)),
    );
    if (!line && known.length < own.length) return [];
    const others = lines.filter((each) => each !== line).map(amountOf);
    const due = carriedForward(others, balances(known).get(region)).line;
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

/** A case stands once for what it carried and once for what came back of it; with one of the two, once for that. */
const entriesOf = (parts: Parts, from: readonly CaseId[]): readonly BalanceEntry[] =>
  from.flatMap((id, index) => {
    const about = parts.cases.get(id);
    if (!about) return [];
    const carried = carriedBy(about.state);
    return from.indexOf(id) === index && carried.length > 0 ? carried : cameBack(about);
  });

const cameBack = ({ found, events, state }: FoundCase): readonly BalanceEntry[] =>
  returnedBy(nameOf(found), events, state);

/** What the balance was summed from of which a line is made: the line is the larger of it and something else. */
function summedIn(workings: Workings, { working }: ProposedLine): ReadonlySet<string> {
  const of = (hash: string | undefined) => workings.get(hash ?? '')?.node.of ?? [];
  return new Set(of(of(of(working)[0])[0]));
}

interface TakesUp {
  readonly about: FoundCase;
  readonly proposal: PaymentProposal;
  readonly regions: ReadonlySet<RegionCode>;
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
  const regions = new Set(carriedBy(about.state).map(({ region }) => region));
  return [{ about, proposal, regions }];
}

/** What of other payouts two of them both take up. */
const sharedBy = (parts: Parts, first: TakesUp, second: TakesUp): readonly string[] =>
  [...new Set(first.proposal.balancesFrom)]
    .filter((each) => second.proposal.balancesFrom.includes(each))
    .flatMap((from) =>
      [...new Set(entriesOf(parts, [from, from]).map(({ region }) => region))]
        .filter((region) => first.regions.has(region) && second.regions.has(region))
        .map((region) => `the balance of ${region} of ${from}`),
    );
