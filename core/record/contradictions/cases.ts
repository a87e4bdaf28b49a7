import { canonical, type Json } from '../../canonical.ts';
import type { InputContents } from '../../inputs/contents.ts';
import type { Command } from '../../payment/commands.ts';
import { decide } from '../../payment/decide.ts';
import type { CaseEvent, Need } from '../../payment/events.ts';
import { type CaseState, evolve, standing, unopened } from '../../payment/evolve.ts';
import { settledTotal } from '../../payment/lines.ts';
import { type NeedName, need } from '../../payment/needs.ts';
import { type PaymentProposal, type Proposal, proposedOf } from '../../payment/proposal.ts';
import { rateOf, recordedOf } from '../../payment/recorded.ts';
import { releaseOf } from '../../payment/release.ts';
import { objectionTo, refusalWords } from '../../payment/requisition-case.ts';
import { takenBackOf } from '../../payment/returns.ts';
import { type CaseKind, caseKind, parseCaseId } from '../case-id.ts';
import { type Finding, nameOf } from '../found-stream.ts';
import { bySomebody, reportOf } from './bank-words.ts';
import { Contradiction, type FoundCase, type Parts, paymentNamed, refuse } from './parts.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** What an event is judged by: the record, the case, and what that had come to before it. */
interface Before extends Parts {
  readonly at: FoundCase;
  readonly state: CaseState;
}

/** A choice of those that there are. */
const oneOf = <T extends string>(choices: readonly T[], choice: T): T =>
  choices.includes(choice) ? choice : refuse(`of a choice that there is not: ${choice}`);

/**
 * By which command each event came about. Whatever follows from the record is worked out again, by what worked it out when it was
 * written, and only what people said themselves is taken from the event.
 */
const commands: {
  readonly [T in CaseEvent['type']]: (event: EventOf<T>, before: Before) => Command;
} = {
  opened: ({ at }, before) => ({ kind: 'open', at, case: before.at.id }),
  submitted: ({ at, by, requisition }) => {
    const { amount, bankgiro, plusgiro, ...said } = requisition;
    const texts = [...Object.values(said), ...Object.values(amount), bankgiro ?? plusgiro];
    if (texts.some((each) => typeof each !== 'string')) refuse('with what is no text');
    const names = [...Object.keys(said), ...Object.keys(amount)].sort().join();
    if (names !== asksFor || (bankgiro !== undefined && plusgiro !== undefined))
      refuse('with other words than a requisition has');
    return { kind: 'submit', at, by, requisition };
  },
  accepted: ({ at }, before) => {
    const against = objectionIn(before);
    return against ? refuse(`although ${against.kind}`) : { kind: 'accept', at };
  },
  refused: ({ at }, before) => {
    const against = objectionIn(before) ?? refuse('although nothing stands against it');
    return { kind: 'refuse', at, ...refusalWords(against) };
  },
  waiting: ({ at, needs }) => {
    const texts = needs.map((each) => canonical(each as Json));
    if (texts.length === 0 || new Set(texts).size < texts.length || !needs.every(isNeed))
      refuse('for what is no need');
    const made = needs.map((each) => ({
      ...need(each.need as NeedName, each.year, each.holds, each.because),
      ...(each.case !== undefined && { case: parseCaseId(each.case) }),
    }));
    return { kind: 'wait', at, needs: made };
  },
  'going-without': ({ at, by, needs, reason }) => ({ kind: 'go-without', at, by, needs, reason }),
  proposed: ({ at, proposal }, before) => {
    const document = documentNamed(before, proposal);
    const { goingWithout, proposals } = before.state;
    if (document.number !== proposals + 1)
      refuse(`which says that it is number ${document.number}`);
    if (document.kind === 'payment' && canonical(document.without) !== canonical(goingWithout))
      refuse('which goes without something else than was decided');
    return { kind: 'propose', at, proposal, ...proposedOf(document) };
  },
  'deduction-begun': ({ at, case: payout, proposal }, before) => {
    if (before.whole && !before.proposals.get(payout)?.has(proposal))
      refuse(`by a proposal that the record does not hold: ${proposal}`);
    return { kind: 'begin-deduction', at, case: payout, proposal };
  },
  approved: ({ at, right, proposal, by }) => ({ kind: 'approve', at, right, proposal, by }),
  rejected: ({ at, right, proposal, by, code, reason }) => ({
    ...{ kind: 'reject', at, right, proposal, by, code, reason },
  }),
  withdrawn: ({ at, right, proposal, by, reason }) => ({
    ...{ kind: 'withdraw', at, right, proposal, by, code: '', reason },
  }),
  voided: ({ at, because }) => ({ kind: 'void', at, because }),
  'release-ordered': ({ at, fileHash }, before) => {
    const proposal = paymentOf(before, standing(before.state)?.proposed.proposal);
    return releaseOf(proposal, at, before.fileHash ?? (() => fileHash));
  },
  'bank-reported': ({ at, messageId, source, words }, before) => ({
    ...{ kind: 'report', at, messageId, words },
    source:
      'report' in source
        ? reportOf(before.reports, before.at.id, source, words, before.came)
        : bySomebody(source, words),
  }),
  settled: ({ at }, { state }) => ({ kind: 'settle', at, totalSek: settledTotal(state.lines) }),
  returned: ({ at, payments }, { at: { id }, state }) => {
    const payees = payments.map(({ payee }) => payee);
    if (new Set(payees).size < payees.length) refuse('of a payment that came back twice at once');
    const taken = payees.map((payee) => {
      const line = state.lines.get(payee);
      return line ? takenBackOf(id, line) : refuse(`of a payment that was not sent: ${payee}`);
    });
    return { kind: 'return', at, payments: taken };
  },
  'return-resolved': ({ at, by, payee, choice, reason }) => ({
    ...{ kind: 'resolve-return', at, by, payee, reason },
    choice: oneOf(['reissue', 'next-month'], choice),
  }),
  'movement-decided': ({ at, by, payee, movement, choice, reason }) => {
    if (!Number.isInteger(movement)) refuse('of a movement without a number');
    return {
      ...{ kind: 'decide-movement', at, by, payee, movement, reason },
      choice: oneOf(['booked-anew', 'bank-to-correct'], choice),
    };
  },
  recorded: ({ at }, before) => {
    const proposal = paymentOf(before, before.state.released?.proposal);
    return recordedOf(before.rulebooks, proposal, at, ratePaid(before, proposal));
  },
  reopened: ({ at, by, reason }) => ({ kind: 'prepare-again', at, by, reason }),
  decided: ({ at, proposal }, before) => {
    documentNamed(before, proposal);
    return { kind: 'conclude', at };
  },
  // A payment that is sent again ends because its first sending was carried out after all; other cases are closed on request.
  'close-requested': ({ at, by, reason }, { at: { id } }) => ({
    kind: caseKind(id) === 'reissue' ? 'end-reissue' : 'request-close',
    ...{ at, by, reason },
  }),
  closed: ({ at, outcome }, { at: { kind }, state: { closeRequested, recorded } }) => {
    if (outcome === 'without-payment' && !closeRequested) refuse('as nobody asked for');
    if (outcome === 'paid' && kind === 'requisition' && !recorded) refuse('before it was recorded');
    return { kind: 'close', at, outcome };
  },
};

/** What a requisition says beside the account, the parts of its amount among it. */
const asksFor =
  'address,agreementName,agreementRegistration,contact,currency,decisionRegistration,email,organisation,organisationNumber,period,phone,reference,signatory,value,wishedPaymentDay';

/** A need says of which year it is, what it holds up, and why. */
const isNeed = ({ year, holds, because }: Need): boolean =>
  Number.isInteger(year) &&
  Array.isArray(holds) &&
  holds.length > 0 &&
  [...holds, because].every((each) => typeof each === 'string' && each !== '');

/** What the agreement has against what was submitted; whether it was is asked elsewhere. */
const objectionIn = ({ rulebooks, at: { id }, state: { submitted } }: Before) =>
  submitted && objectionTo(rulebooks, id, submitted.requisition, submitted.at);

/** What is proposed in each kind of case. */
const proposes: Readonly<Record<CaseKind, Proposal['kind']>> = {
  payout: 'payment',
  requisition: 'payment',
  reissue: 'payment',
  opening: 'allocation',
  reconciliation: 'settlement',
};

function documentNamed({ at: { id, kind }, proposals }: Before, hash: string): Proposal {
  const document = proposals.get(id)?.get(hash);
  if (document?.kind === proposes[kind]) return document;
  return refuse(`of a proposal that the record does not hold: ${hash}`);
}

const paymentOf = (before: Before, hash: string | undefined): PaymentProposal =>
  (hash === undefined ? undefined : paymentNamed(before, before.at.id, hash)) ??
  refuse('of a proposal that the record does not hold');

function ratePaid({ inputs }: Before, proposal: PaymentProposal) {
  const used = rateOf(proposal);
  const versions = used ? inputs.get(used.stream) : undefined;
  const found = versions?.find(({ version }) => version === used?.version);
  return found?.content as InputContents['rate'] | undefined;
}

/**
 * What is wrong with a case's events: each must be the one that the case would have given in the state before it, to the byte.
 *
 * Whether a release was ordered while releases were stopped: moments-beside.ts.
 */
export function wrongInCase(parts: Parts, at: FoundCase): readonly Finding[] {
  const findings: Finding[] = [];
  let state = unopened;
  for (const { event, number } of at.events) {
    const where = `${nameOf(at.found)} event ${number}`;
    if (parts.isNew(at.found, number))
      findings.push(...wrongEvent({ ...parts, at, state }, event).map((what) => ({ where, what })));
    try {
      state = evolved(state, event);
    } catch (error) {
      // What was found so far is true all the same; what follows cannot be judged.
      return [...findings, { where, what: `cannot be read: ${String(error)}` }];
    }
  }
  return findings;
}

function evolved(before: CaseState, event: CaseEvent): CaseState {
  const after: CaseState | undefined = evolve(before, event);
  if (!after) throw new RangeError(`"${event.type}" is nothing that happens to a case`);
  return after;
}

function wrongEvent(before: Before, event: CaseEvent): readonly string[] {
  const { type } = Object(event) as CaseEvent;
  // What is nothing that happens to a case is said when it cannot be folded.
  if (!Object.hasOwn(commands, type)) return [];
  try {
    const command = commands[type](event as never, before);
    const decision = decide(before.at.kind, before.state, command);
    if (!decision.ok) return [`${type} that was not allowed: ${decision.refusal.code}`];
    const [first] = decision.value;
    if (!first) return [`${type} that says nothing new`];
    return unlike(first, event).map((what) => `${type} ${what}`);
  } catch (error) {
    return [
      error instanceof Contradiction ? `${type} ${error.message}` : `cannot be read: ${error}`,
    ];
  }
}

/** In which of its fields an event is another than the one that follows from the record. */
export function unlike(made: object, found: object): readonly string[] {
  const [a, b] = [made, found] as readonly Readonly<Record<string, Json | undefined>>[];
  const names = [...new Set([...Object.keys(made), ...Object.keys(found)])].sort();
  const text = (value: Json | undefined) => (value === undefined ? '' : canonical(value));
  // What should be said and is not is undefined on both sides.
  const lacks = names.filter((name) => a && Object.hasOwn(a, name) && b?.[name] === undefined);
  const other = names.filter(
    (name) => !lacks.includes(name) && text(a?.[name]) !== text(b?.[name]),
  );
  return [
    ...(lacks.length === 0 ? [] : [`without its ${lacks.join(', ')}`]),
    ...(other.length === 0
      ? []
      : [`with another ${other.join(', ')} than follows from what the record holds`]),
  ];
}
