import type { CaseEvent, GoingWithout, Need, Outcome, Right } from './events.ts';
import { afterDecision, afterWords, orderedLines, type SentLines, withLines } from './lines.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Approval = EventOf<'approved'>;

/** A proposal and what people have said of it. A new proposal begins with nobody's word. */
export interface ProposalState {
  readonly proposed: EventOf<'proposed'>;
  readonly approvals: ReadonlyMap<Right, Approval>;
  /** The last approval of each right that its giver took back. */
  readonly withdrawn: ReadonlyMap<Right, EventOf<'withdrawn'>>;
  readonly rejected?: EventOf<'rejected'>;
  readonly voided?: EventOf<'voided'>;
}

/** What a case has come to: the fold of its events. */
export interface CaseState {
  readonly opened?: EventOf<'opened'>;
  readonly submitted?: EventOf<'submitted'>;
  readonly accepted: boolean;
  readonly refused?: EventOf<'refused'>;
  /** What it waits for; empty when nothing is missing. */
  readonly needs: readonly Need[];
  readonly goingWithout: readonly GoingWithout[];
  readonly proposals: number;
  readonly proposal?: ProposalState;
  /** Of a reconciliation: the proposal with which each payout last began to release the deduction of the forecast. */
  readonly deductions: ReadonlyMap<string, string>;
  readonly released?: EventOf<'release-ordered'>;
  /** The payments that were sent to the bank, and what has become of each; none before the release. */
  readonly lines: SentLines;
  readonly settled?: EventOf<'settled'>;
  readonly recorded?: EventOf<'recorded'>;
  readonly decided?: EventOf<'decided'>;
  readonly closeRequested?: EventOf<'close-requested'>;
  readonly closed?: Outcome;
}

export const unopened: CaseState = {
  accepted: false,
  needs: [],
  goingWithout: [],
  proposals: 0,
  deductions: new Map(),
  lines: new Map(),
};

/** The state after one more event. Total: every event that was ever written can be folded. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'opened':
      return { ...state, opened: event };
    case 'submitted': {
      // A new submission starts the case afresh; what came of the one before stays in the stream.
      const { opened, proposals } = state;
      return { ...unopened, ...(opened && { opened }), proposals, submitted: event };
    }
    case 'accepted':
      return { ...state, accepted: true };
    case 'refused':
      return { ...state, refused: event };
    case 'waiting':
      return { ...state, needs: event.needs };
    case 'going-without':
      return {
        ...state,
        goingWithout: [
          ...state.goingWithout,
          { needs: event.needs, reason: event.reason, by: event.by.sub },
        ],
      };
    case 'proposed':
      return {
        ...state,
        needs: [],
        proposals: event.number,
        proposal: { proposed: event, approvals: new Map(), withdrawn: new Map() },
      };
    case 'deduction-begun':
      return {
        ...state,
        deductions: new Map(state.deductions).set(event.case, event.proposal),
      };
    case 'approved':
      return withProposal(state, (proposal) => ({
        ...proposal,
        approvals: new Map(proposal.approvals).set(event.right, event),
      }));
    case 'withdrawn':
      return withProposal(state, (proposal) => ({
        ...proposal,
        approvals: new Map([...proposal.approvals].filter(([right]) => right !== event.right)),
        withdrawn: new Map(proposal.withdrawn).set(event.right, event),
      }));
    case 'rejected':
      return withProposal(state, (proposal) => ({
        ...proposal,
        approvals: new Map(),
        rejected: event,
      }));
    case 'voided':
      return withProposal(state, (proposal) => ({
        ...proposal,
        approvals: new Map(),
        voided: event,
      }));
    case 'release-ordered':
      return { ...state, released: event, lines: orderedLines(event.sent) };
    case 'bank-reported':
      return { ...state, lines: afterWords(state.lines, event.words) };
    case 'returned': {
      const back = event.payments.map(({ payee, voucherKey: takenBack }) => ({
        payee,
        to: { takenBack },
      }));
      return { ...state, lines: withLines(state.lines, back) };
    }
    case 'return-resolved':
      return {
        ...state,
        lines: withLines(state.lines, [{ payee: event.payee, to: { resolved: event } }]),
      };
    case 'movement-decided':
      return { ...state, lines: afterDecision(state.lines, event) };
    case 'settled':
      return { ...state, settled: event };
    case 'recorded':
      return { ...state, recorded: event };
    case 'reopened': {
      const { proposal: _rejected, ...rest } = state;
      return rest;
    }
    case 'decided':
      return { ...state, decided: event };
    case 'close-requested':
      return { ...state, closeRequested: event };
    case 'closed':
      return { ...state, closed: event.outcome };
  }
}

export const fold = (events: readonly CaseEvent[]): CaseState => events.reduce(evolve, unopened);

/** Folds recorded events; most readers have these. */
export const foldRecorded = (recorded: readonly { readonly event: CaseEvent }[]): CaseState =>
  fold(recorded.map(({ event }) => event));

/** A proposal that can still be approved and released: not rejected, not voided. */
export function standing(state: Pick<CaseState, 'proposal'>): ProposalState | undefined {
  const { proposal } = state;
  return proposal && !proposal.rejected && !proposal.voided ? proposal : undefined;
}

function withProposal(
  state: CaseState,
  change: (proposal: ProposalState) => ProposalState,
): CaseState {
  return state.proposal ? { ...state, proposal: change(state.proposal) } : state;
}
