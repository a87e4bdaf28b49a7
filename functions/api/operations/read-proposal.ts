import { yearOf } from '../../../core/calendar/month.ts';
import type { InputEvent } from '../../../core/inputs/input-stream.ts';
import type { GoingWithout } from '../../../core/payment/events.ts';
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
import { type ReadCase, readCases, readOneCase } from '../views/cases.ts';
import { type Earlier, hashInForce, proposalOf, shownAmounts } from '../views/proposals.ts';
import { recordWords } from '../views/record-words.ts';

type Shown = AnswerOf<'readProposal'>;

/** A proposal as it is stored under its hash, whatever became of it; a payout's against the one before it. */
export async function readProposal(
  { language, parameters: { run, proposal: hash } }: RequestOf<'readProposal'>,
  { records }: { readonly records: Records },
): Promise<Shown> {
  const [read, documents, before] = await Promise.all([
    readOneCase(records, run),
    records.read<Proposal>(proposalStream(run)),
    caseKind(run) === 'payout' ? payoutBefore(records, run) : undefined,
  ]);
  const proposal = proposalOf(documents, hash);
  if (!proposal) throw new Refused('not-found', { what: `${run} ${hash}` });
  return shownProposal(proposal, hash, read, before, await namesOf(records, proposal), language);
}

/** As a reader of another operation shows it besides its own: without comparing it with anything. */
export async function proposalInForce(
  records: Records,
  read: ReadCase,
  language: Language,
): Promise<Shown | undefined> {
  const hash = hashInForce(read.state);
  if (hash === undefined) return undefined;
  const proposal = proposalOf(await records.read<Proposal>(proposalStream(read.id)), hash);
  if (!proposal) throw new RangeError(`${read.id}: the record holds no proposal ${hash}.`);
  const names = await namesOf(records, proposal);
  return shownProposal(proposal, hash, read, undefined, names, language);
}

function shownProposal(
  proposal: Proposal,
  hash: string,
  { id, events }: ReadCase,
  before: Earlier | undefined,
  names: ReadonlyMap<string, string>,
  language: Language,
): Shown {
  const people = new Map([
    ...names,
    ...events.flatMap((event) => ('by' in event ? [[event.by.sub, event.by.name] as const] : [])),
  ]);
  return {
    run: id,
    proposal: hash,
    kind: proposal.kind,
    number: proposal.number,
    codeVersion: proposal.codeVersion,
    ...(proposal.kind === 'payment' && termsOf(proposal)),
    ...shownAmounts(proposal, before, language),
    decisions: proposal.kind === 'payment' ? [...proposal.decisions] : [],
    warnings:
      proposal.kind === 'payment'
        ? proposal.warnings.map((words) => recordWords(words, language))
        : [],
    without: proposal.kind === 'payment' ? proposal.without.map(withName(people)) : [],
    restsOn: proposal.restsOn.map(({ stream, version, hash, registeredBy }) => {
      const name = people.get(registeredBy);
      const shown = { stream, ...streamParts(stream), version, hash, registeredBy };
      return { ...shown, ...(name !== undefined && { registeredByName: name }) };
    }),
    agreements: proposal.agreements.map((agreement) => ({ ...agreement })),
  };
}

const termsOf = ({ payDay, onlyOnPayDay, budgetYear, debtor }: PaymentProposal) => ({
  payDay,
  onlyOnPayDay,
  budgetYear,
  debtor: { ...debtor },
});

const withName =
  (people: ReadonlyMap<string, string>) =>
  ({ needs, reason, by }: GoingWithout) => ({
    needs: [...needs],
    reason,
    by: people.get(by) ?? by,
  });

/** `INPUT#2021/rebate-final` taken apart. */
export function streamParts(stream: string): {
  readonly year: number | 'all';
  readonly kind: string;
} {
  const [partition = '', kind = ''] = stream.split('/');
  const year = partition.slice(partition.indexOf('#') + 1);
  return { year: year === 'all' ? 'all' : Number(year), kind };
}

/** Who registered what the proposal rests on, by their names at that time. */
async function namesOf(
  records: Records,
  { restsOn }: Proposal,
): Promise<ReadonlyMap<string, string>> {
  const streams = [...new Set(restsOn.map(({ stream }) => stream))].map(async (stream) => {
    const [partition = '', name = ''] = stream.split('/');
    const events = await records.read<InputEvent>({ partition, name });
    return events.map(({ event }) => [event.by.sub, event.by.name] as const);
  });
  return new Map((await Promise.all(streams)).flat());
}

/**
 * The payout that the people who approve know as last month's: the latest before this one, in the order of months, that was paid or
 * whose proposal stands. One that was closed without payment is passed over.
 */
async function payoutBefore(records: Records, id: CaseId): Promise<Earlier | undefined> {
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
