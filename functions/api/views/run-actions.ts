import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { Refusal } from '../../../core/payment/approval.ts';
import type { Command } from '../../../core/payment/commands.ts';
import { decide } from '../../../core/payment/decide.ts';
import type { Right } from '../../../core/payment/events.ts';
import { type CaseState, standing } from '../../../core/payment/evolve.ts';
import { heldLines, unansweredLines } from '../../../core/payment/lines.ts';
import { mayGoWithout } from '../../../core/payment/needs.ts';
import { groupHolding, rightsFor } from '../../../core/payment/rights.ts';
import type { CaseKind } from '../../../core/record/case-id.ts';
import type { Result } from '../../../core/result.ts';
import type { AnswerOf, Caller } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { type OperationId, type Route, routes } from '../../contract/api/routes.ts';
import type { actionNames } from '../../contract/api/shapes/run-words.ts';
import { type WhyNot, whyNothing, whyNotRole, whyRefused } from './why-not.ts';

export type ActionName = (typeof actionNames)[number];
type Action = AnswerOf<'readRun'>['actions'][number];

/** Who asks, when, in which language. */
export interface Asking {
  readonly at: Instant;
  readonly by: Caller;
  readonly language: Language;
}

/** By which operation an action is done, and so by which roles. */
const operations: Readonly<Record<ActionName, OperationId>> = {
  attest: 'approveProposal',
  order: 'approveProposal',
  'sign-state': 'signReconciliation',
  'sign-skr': 'signReconciliation',
  reject: 'rejectProposal',
  withdraw: 'withdrawApproval',
  'go-without': 'goWithout',
  'prepare-again': 'prepareAgain',
  'request-close': 'requestClose',
  'report-bank': 'reportBank',
  'resolve-return': 'resolveReturn',
};

/** What every run knows that pays somebody. */
const paid: readonly ActionName[] = [
  'attest',
  'order',
  'reject',
  'withdraw',
  'prepare-again',
  'report-bank',
  'resolve-return',
];

/** What a run of each kind knows. */
const actionsOf: Readonly<Record<CaseKind, readonly ActionName[]>> = {
  payout: [
    'attest',
    'order',
    'reject',
    'withdraw',
    'go-without',
    'prepare-again',
    'request-close',
    'report-bank',
    'resolve-return',
  ],
  requisition: [...paid, 'request-close'],
  reissue: paid,
  opening: ['attest', 'order', 'reject', 'withdraw', 'prepare-again', 'request-close'],
  reconciliation: [
    'sign-state',
    'sign-skr',
    'reject',
    'withdraw',
    'prepare-again',
    'request-close',
  ],
};

/** Everything that can be done with a run of this kind: whether this person may do it now, and if not why not. */
export const runActions = (kind: CaseKind, state: CaseState, asking: Asking): Action[] =>
  actionsOf[kind].map((action) => {
    const why = whyNot(action, kind, state, asking);
    return why ? { action, allowed: false, why } : { action, allowed: true };
  });

/**
 * Why this person may not do it now; undefined when they may. There is no second rule here: the route says which roles may, and
 * the case itself is asked what it would decide, with the very command that the operation would give it.
 */
export function whyNot(
  action: ActionName,
  kind: CaseKind,
  state: CaseState,
  asking: Asking,
): WhyNot | undefined {
  const { by, language } = asking;
  const { roles }: Route = routes[operations[action]];
  if (roles !== 'anyone' && !by.roles.some((role) => roles.includes(role)))
    return whyNotRole(rolesFor(action, kind, roles), by.roles, language);
  if (action === 'go-without' && !state.closed && state.needs.length === 0)
    return whyNothing('nothing-missing', language);
  const refusals: Refusal[] = [];
  let nothing = false;
  for (const command of commandsOf(action, kind, state, asking)) {
    const decision: Result<readonly unknown[], Refusal> = decide(kind, state, command);
    if (decision.ok && decision.value.length > 0) return undefined;
    if (decision.ok) nothing = true;
    else refusals.push(decision.refusal);
  }
  const [refusal] = refusals;
  if (refusal && !nothing) return whyRefused(refusal, language);
  return whyNothing(action === 'prepare-again' ? 'nothing-rejected' : 'done-already', language);
}

/** Those of an operation's roles that may do it with a run of this kind: a decision on a proposal is for those who hold its rights. */
function rolesFor(action: ActionName, kind: CaseKind, roles: readonly string[]): readonly string[] {
  if (action === 'reject' || action === 'withdraw') return rightsFor(kind).map(groupHolding);
  const right = rightsFor(kind).find((each) => each === action);
  return right ? [groupHolding(right)] : roles;
}

/** What the operation would command; one for each right that the person could say it with. */
function commandsOf(
  action: ActionName,
  kind: CaseKind,
  state: CaseState,
  { at, by: { person: by } }: Asking,
): readonly Command[] {
  const proposal = standing(state)?.proposed.proposal ?? '';
  const said = { at, by, reason: '–' };
  switch (action) {
    case 'attest':
    case 'order':
    case 'sign-state':
    case 'sign-skr':
      return [{ kind: 'approve', at, by, right: action, proposal }];
    case 'reject':
    case 'withdraw':
      return rightsHeld(kind, by.groups).map((right) => ({
        kind: action,
        ...said,
        right,
        proposal,
        code: 'other',
      }));
    case 'go-without': {
      const needs = state.needs.map(({ need }) => need);
      const dispensable = needs.filter(mayGoWithout);
      return [{ kind: 'go-without', ...said, needs: dispensable.length > 0 ? dispensable : needs }];
    }
    case 'report-bank': {
      const messageId = state.released?.messageId ?? '';
      const words = unansweredLines(state.lines).map(({ payee }) => ({
        payee,
        result: 'booked' as const,
      }));
      return [{ kind: 'report', at, messageId, words, source: { by, reason: '–' } }];
    }
    case 'resolve-return': {
      const [payee = 'SKR'] = heldLines(state.lines).map((line) => line.payee);
      return [{ kind: 'resolve-return', ...said, payee, choice: 'reissue' }];
    }
    case 'prepare-again':
    case 'request-close':
      return [{ kind: action, ...said }];
  }
}

/** The case's rights that these groups hold; the first of them when they hold none, so that the refusal says which is needed. */
function rightsHeld(kind: CaseKind, groups: readonly string[]): readonly Right[] {
  const rights = rightsFor(kind);
  const held = rights.filter((right) => groups.includes(groupHolding(right)));
  return held.length > 0 ? held : [rights[0]];
}
