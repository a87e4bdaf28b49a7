import type { InputEvent } from '../../../core/inputs/input-stream.ts';
import type { GoingWithout } from '../../../core/payment/events.ts';
import type { PaymentProposal, Proposal } from '../../../core/payment/proposal.ts';
import type { Records } from '../../../core/ports.ts';
import { proposalStream } from '../../../core/record/case-id.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import type { ReadCase } from './cases.ts';
import { type Earlier, hashInForce, proposalOf, shownAmounts } from './proposals.ts';
import { recordWords } from './record-words.ts';

type Shown = AnswerOf<'readProposal'>;

/** The proposal that a case stands on, compared with nothing; undefined when there is none. */
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

/** A stored proposal with its hash; a payout's against the one before it, where there is one. */
export function shownProposal(
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
export async function namesOf(
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
