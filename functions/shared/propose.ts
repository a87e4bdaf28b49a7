import type { Rulebooks } from '../../core/agreement/rulebook.ts';
import { sources } from '../../core/agreement/sources.ts';
import { type Instant, notBefore } from '../../core/calendar/stockholm.ts';
import type { InputEvent } from '../../core/inputs/input-stream.ts';
import type { RestsOn } from '../../core/payment/events.ts';
import type { CaseState } from '../../core/payment/evolve.ts';
import { standing } from '../../core/payment/evolve.ts';
import { type Proposal, proposedOf } from '../../core/payment/proposal.ts';
import { type CaseId, proposalStream } from '../../core/record/case-id.ts';
import type { WorkingNodes } from '../../core/record/working-nodes.ts';
import type { Watch } from '../contract/steps.ts';
import { command } from './cases.ts';
import { hashOf, storeOnce, storeWorking } from './documents.ts';
import { namedError } from './errors.ts';
import type { Ports } from './ports.ts';

type Draft = {
  [K in Proposal['kind']]: Omit<Extract<Proposal, { kind: K }>, 'number' | 'case' | 'codeVersion'>;
}[Proposal['kind']];

/** What a step that proposes tells the state machine: ids and hashes only. */
export interface Proposed {
  readonly case: CaseId;
  readonly outcome: 'proposed';
  readonly proposal: string;
  readonly watch: Watch;
}

/**
 * What a step says whose case is past proposing: what was released or decided stands. An execution that goes on for one that
 * died comes this way, and finds in the next states that everything has been approved.
 */
export function proposedBefore(id: CaseId, state: CaseState): Proposed | undefined {
  const proposal = state.released?.proposal ?? state.decided?.proposal;
  return proposal === undefined
    ? undefined
    : { case: id, outcome: 'proposed', proposal, watch: {} };
}

/** The signed agreements that a proposal is made under, by registration number. */
export const agreementsUsed = (rulebooks: Rulebooks, years: readonly number[]) =>
  rulebooks.years
    .filter((year) => years.includes(year))
    .map((year) => {
      const source = sources[rulebooks.of(year).agreement.source];
      return { year, registration: 'registration' in source ? source.registration : '' };
    });

/**
 * Puts a proposal before the people who approve: working and document first, the event that names them last.
 *
 * When the proposal that stands says the same already it is left standing, with its approvals; otherwise it is voided and
 * this one takes the next number.
 */
export async function propose(
  ports: Ports,
  id: CaseId,
  now: Instant,
  state: CaseState,
  draft: Draft,
  working: WorkingNodes,
  watch: Watch,
): Promise<Proposed> {
  const { records, codeVersion } = ports;
  const numbered = (number: number): Proposal =>
    ({ ...draft, case: id, codeVersion, number }) as Proposal;
  const same = standsAlready(state, numbered);
  if (same) return { case: id, outcome: 'proposed', proposal: same, watch };
  const document = numbered(state.proposals + 1);
  const first = state.proposals === 0;
  await storeWorking(records, id, working, first);
  const proposal = await storeOnce(records, proposalStream(id), document, first);
  const at = notBefore(now, ...(await momentsOf(records, document.restsOn)));
  await command(records, id, (fresh) => {
    assertDeductionsSeen(id, state, fresh);
    return {
      kind: 'propose',
      at,
      proposal,
      ...proposedOf(document),
    };
  });
  return { case: id, outcome: 'proposed', proposal, watch };
}

/** When the versions that a proposal rests on came to count: a step that is tried again may find some that came after it was entered. */
const momentsOf = (records: Ports['records'], restsOn: readonly RestsOn[]): Promise<Instant[]> =>
  Promise.all(
    restsOn.map(async ({ stream, event }) => {
      const [partition = '', name = ''] = stream.split('/');
      const events = await records.read<InputEvent>({ partition, name });
      return (events[event - 1] as (typeof events)[number]).event.at;
    }),
  );

/**
 * A settlement is made against what has been deducted. A payout that has begun to deduct since we looked is not in it, so it is not
 * proposed: the step is tried again, and sees it.
 */
function assertDeductionsSeen(id: CaseId, seen: CaseState, { deductions }: CaseState): void {
  const known = [...deductions].every(([payout, by]) => seen.deductions.get(payout) === by);
  if (!known)
    throw namedError('NumberTaken', `${id}: a deduction has begun since it was worked out.`);
}

function standsAlready(
  state: CaseState,
  numbered: (number: number) => Proposal,
): string | undefined {
  const current = standing(state)?.proposed;
  if (!current) return undefined;
  return hashOf(numbered(current.number)) === current.proposal ? current.proposal : undefined;
}
