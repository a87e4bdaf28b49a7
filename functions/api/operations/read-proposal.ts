import { yearOf } from '../../../core/calendar/month.ts';
import type { PaymentProposal, Proposal } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import {
  type CaseId,
  caseKind,
  payoutMonth,
  proposalStream,
} from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { Refused } from '../../shared/refused.ts';
import { accountChanges } from '../views/account-changes.ts';
import { readCases, readOneCase } from '../views/cases.ts';
import { citedPlaces } from '../views/cited-places.ts';
import { changesBetween } from '../views/proposal-changes.ts';
import { type Earlier, hashInForce, proposalOf } from '../views/proposals.ts';
import { namesOf, shownProposal } from '../views/shown-proposal.ts';
import { workingTree } from '../views/workings.ts';

type Shown = AnswerOf<'readProposal'>;

/** A proposal as it is stored under its hash, whatever became of it; a payout's against the one before it. */
export async function readProposal(
  { language, parameters: { run, proposal: hash } }: RequestOf<'readProposal'>,
  { records }: { readonly records: Records },
): Promise<Shown> {
  const stream = proposalStream(run);
  const isPayout = caseKind(run) === 'payout';
  const [read, documents, before] = await Promise.all([
    readOneCase(records, run),
    records.read<Proposal>(stream),
    isPayout ? payoutBefore(records, run) : undefined,
  ]);
  const proposal = proposalOf(documents, hash);
  if (!proposal) throw new Refused('not-found', { what: `${run} ${hash}` });
  const isPayment = proposal.kind === 'payment';
  const [names, accounts, cites] = await Promise.all([
    namesOf(records, proposal),
    isPayment ? accountChanges(records, read, proposal) : undefined,
    isPayment && before ? citesOf(records, { run, proposal }, before, language) : undefined,
  ]);
  const compared = before && cites && { ...before, cites };
  return {
    ...shownProposal(proposal, hash, read, compared, names, language),
    ...(accounts && { accounts }),
  };
}

/** A proposal against one that it replaced; both are of this run, and stored as they were. */
export async function readProposalChanges(
  { language, parameters: { run, proposal, before } }: RequestOf<'readProposalChanges'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'readProposalChanges'>> {
  const documents = await records.read<Proposal>(proposalStream(run));
  const known = (hash: string): Proposal => {
    const found = proposalOf(documents, hash);
    if (!found) throw new Refused('not-found', { what: `${run} ${hash}` });
    return found;
  };
  const [old, now] = [known(before), known(proposal)];
  return {
    run,
    before: { proposal: before, number: old.number },
    after: { proposal, number: now.number },
    ...changesBetween(old, now, language),
  };
}

type PaidBefore = Omit<Earlier, 'cites'>;

/** By the working of one line of each: where it is written that there are lines of the kinds that only one of two payouts has. */
async function citesOf(
  records: Records,
  now: { readonly run: CaseId; readonly proposal: PaymentProposal },
  before: PaidBefore,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const lineOf = ({ proposal }: PaidBefore) =>
    new Map(proposal.payments.flatMap(({ lines }) => lines.map((line) => [line.kind, line])));
  const [here, there] = [lineOf(now), lineOf(before)];
  const only = [
    ...[...here].filter(([kind]) => !there.has(kind)).map(([, line]) => ({ ...now, line })),
    ...[...there].filter(([kind]) => !here.has(kind)).map(([, line]) => ({ ...before, line })),
  ];
  const cites = only.map(async ({ run, line }) => {
    const { nodes } = await workingTree(records, run, line.working, 0, language);
    return [line.kind, citedPlaces(nodes[0]?.cites ?? [], language)] as const;
  });
  return new Map(await Promise.all(cites));
}

/**
 * The payout that the people who approve know as last month's: the latest before this one, in the order of months, that was paid or
 * whose proposal stands. One that was closed without payment is passed over.
 */
async function payoutBefore(records: Records, id: CaseId): Promise<PaidBefore | undefined> {
  const year = yearOf(payoutMonth(id));
  const earlier = (await readCases(records, [year - 1, year], ['payout']))
    .filter((each) => each.id < id && !(each.state.closed && !each.state.released))
    .flatMap(({ id: run, state }) => {
      const hash = hashInForce(state);
      return hash === undefined ? [] : [{ run, hash }];
    })
    .sort((a, b) => (a.run < b.run ? 1 : -1))[0];
  if (!earlier) return undefined;
  const documents = await records.read<Proposal>(proposalStream(earlier.run));
  const proposal = proposalOf(documents, earlier.hash);
  if (proposal?.kind !== 'payment')
    throw new RangeError(`${earlier.run}: the record holds no payment ${earlier.hash}.`);
  return { run: earlier.run, proposal };
}
