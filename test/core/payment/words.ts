import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { RefusalCode } from '../../../core/payment/approval.ts';
import type { MovementChoice, ReturnChoice } from '../../../core/payment/bank-words.ts';
import type { Command } from '../../../core/payment/commands.ts';
import { decide } from '../../../core/payment/decide.ts';
import type {
  BankWord,
  CaseEvent,
  Need,
  PayeeCode,
  PaymentTerms,
  Person,
  Requisition,
  RestsOn,
  Right,
  SentPayment,
} from '../../../core/payment/events.ts';
import { fold } from '../../../core/payment/evolve.ts';
import type { CaseKind } from '../../../core/record/case-id.ts';

/** The words in which the tests of cases are written: people, what has happened, what is asked, what comes of it. */

export const at = parseInstant('2022-01-26T08:00:00.000Z');
export const later = parseInstant('2022-01-27T08:00:00.000Z');
export const payDay = parseDay('2022-02-01');

export const person = (name: string, ...groups: string[]): Person => ({
  sub: name.toLowerCase(),
  name,
  groups,
  signedInAt: at,
});
export const anna = person('Anna', 'attestant');
export const astrid = person('Astrid', 'attestant');
export const ulf = person('Ulf', 'utanordnare');
export const siv = person('Siv', 'skr-firmatecknare');
/** Holds both rights of a payment, and so may use only one of them. */
export const bo = person('Bo', 'attestant', 'utanordnare');
export const hanna = person('Hanna', 'handläggare');

export const terms: PaymentTerms = { totalSek: '100', payDay, onlyOnPayDay: false };
export const registeredBy = (who: Person): RestsOn => ({
  stream: 'INPUT#2021/rebate-forecast',
  version: 1,
  event: 1,
  hash: 'h',
  registeredBy: who.sub,
});
export const lack = (need: string): Need => ({
  need,
  year: 2021,
  from: 'TLV',
  holds: ['rebate-forecast'],
  because: 'it is not known',
});
export const requisition: Requisition = {
  organisation: 'SKR',
  organisationNumber: '222000-0315',
  contact: 'Siv',
  address: 'Stockholm',
  phone: '08',
  email: 'siv@example.se',
  agreementRegistration: 'S2021/00826',
  decisionRegistration: 'rb',
  agreementName: 'agreement 2021',
  amount: { currency: 'SEK', value: '7000000' },
  period: '2021',
  bankgiro: '123-4567',
  reference: 'SOL 2021',
  signatory: 'Siv',
  wishedPaymentDay: payDay,
};

/** What was sent to the bank: two payments. */
export const sent: readonly SentPayment[] = [
  { payee: '01', endToEndId: 'STB-PAY-2022-02-01', sek: '60' },
  { payee: '03', endToEndId: 'STB-PAY-2022-02-03', sek: '40' },
];

/** What the bank says of one of them. */
export const said = (payee: PayeeCode, result: BankWord['result'], code?: string): BankWord => ({
  payee,
  result,
  ...(code !== undefined && { code }),
});
export const everythingBooked = [said('01', 'booked'), said('03', 'booked')];

type EventType = CaseEvent['type'];
type Of<T extends EventType> = Extract<CaseEvent, { type: T }>;

/** What has happened. The proposal is named by its hash, 'P1' unless another is given. */
export const happened = {
  opened: { type: 'opened', at, case: 'payout-2022-02' },
  submitted: { type: 'submitted', at, by: siv, requisition },
  accepted: { type: 'accepted', at },
  refused: { type: 'refused', at, code: 'too-late', reason: 'too late', cites: [] },
  waiting: (...needs: string[]): Of<'waiting'> => ({ type: 'waiting', at, needs: needs.map(lack) }),
  goingWithout: (...needs: string[]): Of<'going-without'> => ({
    type: 'going-without',
    at,
    by: hanna,
    needs,
    reason: 'TLV is late',
  }),
  proposed: (proposal = 'P1', number = 1, more: Partial<Of<'proposed'>> = {}): Of<'proposed'> => ({
    type: 'proposed',
    at,
    number,
    proposal,
    payment: terms,
    restsOn: [],
    warnings: [],
    ...more,
  }),
  /** A proposal that moves no money: the year's grants, or the settlement. */
  computed: (proposal = 'P1', number = 1): Of<'proposed'> => ({
    type: 'proposed',
    at,
    number,
    proposal,
    restsOn: [],
    warnings: [],
  }),
  approved: (right: Right, by: Person, proposal = 'P1'): Of<'approved'> => ({
    type: 'approved',
    at,
    right,
    proposal,
    by,
  }),
  rejected: (right: Right, by: Person, proposal = 'P1'): Of<'rejected'> => ({
    type: 'rejected',
    at,
    right,
    proposal,
    by,
    code: 'wrong',
    reason: 'wrong amount',
  }),
  withdrawn: (right: Right, by: Person, proposal = 'P1'): Of<'withdrawn'> => ({
    type: 'withdrawn',
    at,
    right,
    proposal,
    by,
    reason: 'second thoughts',
  }),
  /** February begins to release the deduction of the forecast; of a reconciliation. */
  deductionBegun: (proposal = 'P1'): Of<'deduction-begun'> => ({
    type: 'deduction-begun',
    at,
    case: 'payout-2022-02',
    proposal,
  }),
  voided: (proposal = 'P1'): Of<'voided'> => ({ type: 'voided', at, proposal, because: 'changed' }),
  released: (proposal = 'P1'): Of<'release-ordered'> => ({
    type: 'release-ordered',
    at,
    proposal,
    voucherKey: 'payout-2022-02',
    messageId: 'STB-PAY-2022-02',
    fileHash: 'F1',
    payDay,
    paidOn: payDay,
    paid: [],
    carried: [],
    sent,
  }),
  /** The bank's words, as a file of its brought them. */
  reported: (...words: readonly BankWord[]): Of<'bank-reported'> => ({
    type: 'bank-reported',
    at,
    messageId: 'STB-PAY-2022-02',
    words,
    source: { report: 'R1' },
  }),
  /** The payment to Uppsala is in the journal again. */
  returned: {
    type: 'returned',
    at,
    payments: [{ payee: '03', sek: '40', code: 'AC04', voucherKey: 'payout-2022-02/return/03' }],
  },
  resolved: (choice: ReturnChoice = 'next-month'): Of<'return-resolved'> => ({
    type: 'return-resolved',
    at,
    by: hanna,
    payee: '03',
    choice,
    reason: 'the account is closed',
  }),
  /** A person has said what a movement of Uppsala's payment was. */
  decidedMovement: (
    choice: MovementChoice = 'booked-anew',
    movement = 3,
  ): Of<'movement-decided'> => ({
    type: 'movement-decided',
    at,
    by: hanna,
    payee: '03',
    movement,
    choice,
    reason: 'as the bank answered',
  }),
  settled: { type: 'settled', at, totalSek: '100' },
  recorded: { type: 'recorded', at, paidSek: '7000000' },
  reopened: { type: 'reopened', at, by: hanna, reason: 'the account is right now' },
  decided: { type: 'decided', at, proposal: 'P1' },
  closeRequested: { type: 'close-requested', at, by: hanna, reason: 'nothing to pay' },
  closed: (outcome: Of<'closed'>['outcome']): Of<'closed'> => ({ type: 'closed', at, outcome }),
} as const;

/** Both approvals of a payment. */
export const bothApproved = (proposal = 'P1') => [
  happened.approved('attest', anna, proposal),
  happened.approved('order', ulf, proposal),
];

/** A payment that has been released. */
export const paidOut = [happened.proposed(), ...bothApproved(), happened.released()];

type Asked<K extends Command['kind']> = Command & { readonly kind: K };

/** What is asked, a day later. */
export const ask = {
  open: { kind: 'open', at: later, case: 'payout-2022-02' },
  submit: (more: Partial<Omit<Requisition, 'bankgiro' | 'plusgiro'>> = {}): Asked<'submit'> => ({
    kind: 'submit',
    at: later,
    by: siv,
    requisition: { ...requisition, ...more },
  }),
  accept: { kind: 'accept', at: later },
  refuse: { kind: 'refuse', at: later, code: 'too-late', reason: 'too late', cites: [] },
  wait: (...needs: string[]): Asked<'wait'> => ({
    kind: 'wait',
    at: later,
    needs: needs.map(lack),
  }),
  goWithout: (...needs: string[]): Asked<'go-without'> => ({
    kind: 'go-without',
    at: later,
    by: hanna,
    needs,
    reason: 'TLV is late',
  }),
  propose: (proposal: string, more: Partial<Asked<'propose'>> = {}): Asked<'propose'> => ({
    kind: 'propose',
    at: later,
    proposal,
    payment: terms,
    restsOn: [],
    warnings: [],
    ...more,
  }),
  approve: (right: Right, by: Person, proposal = 'P1'): Asked<'approve'> => ({
    kind: 'approve',
    at: later,
    right,
    proposal,
    by,
  }),
  reject: (right: Right, by: Person, proposal = 'P1'): Asked<'reject'> => ({
    kind: 'reject',
    at: later,
    right,
    proposal,
    by,
    code: 'wrong',
    reason: 'wrong amount',
  }),
  withdraw: (right: Right, by: Person, proposal = 'P1'): Asked<'withdraw'> => ({
    kind: 'withdraw',
    at: later,
    right,
    proposal,
    by,
    code: 'wrong',
    reason: 'second thoughts',
  }),
  beginDeduction: (proposal = 'P1'): Asked<'begin-deduction'> => ({
    kind: 'begin-deduction',
    at: later,
    case: 'payout-2022-02',
    proposal,
  }),
  void: { kind: 'void', at: later, because: 'the forecast has a new version' },
  prepareAgain: { kind: 'prepare-again', at: later, by: hanna, reason: 'put right' },
  release: (today = payDay): Asked<'release'> => ({
    kind: 'release',
    at: later,
    today,
    voucherKey: 'payout-2022-02',
    messageId: 'STB-PAY-2022-02',
    fileHash: 'F1',
    paid: ['instalment/2021/2022-02'],
    carried: [],
    sent,
  }),
  report: (
    words: readonly BankWord[] = everythingBooked,
    messageId = 'STB-PAY-2022-02',
  ): Asked<'report'> => ({
    kind: 'report',
    at: later,
    messageId,
    words,
    source: { by: hanna, reason: 'as the bank says' },
  }),
  settle: { kind: 'settle', at: later, totalSek: '100' },
  return: {
    kind: 'return',
    at: later,
    payments: [{ payee: '03', sek: '40', code: 'AC04', voucherKey: 'payout-2022-02/return/03' }],
  },
  resolveReturn: (
    choice: ReturnChoice = 'next-month',
    payee: PayeeCode = '03',
  ): Asked<'resolve-return'> => ({
    kind: 'resolve-return',
    at: later,
    by: hanna,
    payee,
    choice,
    reason: 'the account is closed',
  }),
  decideMovement: (
    choice: MovementChoice,
    movement = 3,
    payee: PayeeCode = '03',
  ): Asked<'decide-movement'> => ({
    kind: 'decide-movement',
    at: later,
    by: hanna,
    payee,
    movement,
    choice,
    reason: 'as the bank answered',
  }),
  conclude: { kind: 'conclude', at: later },
  record: { kind: 'record', at: later, paidSek: '7000000' },
  endReissue: { kind: 'end-reissue', at: later, by: hanna, reason: 'the bank has carried it out' },
  requestClose: { kind: 'request-close', at: later, by: hanna, reason: 'nothing to pay' },
  close: (outcome: Asked<'close'>['outcome']): Asked<'close'> => ({
    kind: 'close',
    at: later,
    outcome,
  }),
} as const;

/** What comes of it: the types of the events, none when nothing is left to do, or the code of the refusal. */
export type Outcome = readonly EventType[] | RefusalCode;

export function outcome(kind: CaseKind, given: readonly CaseEvent[], when: Command): Outcome {
  const decision = decide(kind, fold(given), when);
  return decision.ok ? decision.value.map(({ type }) => type) : decision.refusal.code;
}

/** A row of a table: what it says, the case, what has happened, what is asked, what comes of it. */
export type Row = readonly [string, CaseKind, readonly CaseEvent[], Command, Outcome];

/** The events that come of it, in full. */
export function eventsOf(
  kind: CaseKind,
  given: readonly CaseEvent[],
  when: Command,
): readonly CaseEvent[] {
  const decision = decide(kind, fold(given), when);
  if (decision.ok) return decision.value;
  throw new Error(`Refused: ${decision.refusal.code}.`);
}

/** What the refusal says to the person. */
export function messageOf(kind: CaseKind, given: readonly CaseEvent[], when: Command): string {
  const decision = decide(kind, fold(given), when);
  if (!decision.ok) return decision.refusal.message;
  throw new Error('Nothing was refused.');
}

/** The facts that a refusal gives, by name. */
export function factsOf(kind: CaseKind, given: readonly CaseEvent[], when: Command) {
  const decision = decide(kind, fold(given), when);
  if (!decision.ok) return decision.refusal.facts;
  throw new Error('Nothing was refused.');
}
