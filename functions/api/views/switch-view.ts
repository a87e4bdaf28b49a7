import type { Instant } from '../../../core/calendar/stockholm.ts';
import {
  decideSwitch,
  foldSwitch,
  isStopped,
  lifters,
  type SwitchCommand,
  type SwitchEvent,
  type SwitchState,
  stoppers,
} from '../../../core/payment/stop-switch.ts';
import type { AnswerOf, Caller } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { whyNothing, whyNotRole, whyRefused } from './why-not.ts';

type Switch = AnswerOf<'readSwitch'>;
type Action = Switch['actions'][number];

/** Who asks, when, in which language. */
interface Asking {
  readonly at: Instant;
  readonly by: Caller;
  readonly language: Language;
}

const groupsFor: Readonly<Record<SwitchCommand['kind'], readonly string[]>> = {
  stop: stoppers,
  lift: lifters,
};

/** The switch as it is shown: whether releases are stopped, who said what when, and what this person may do now. */
export function switchView(
  recorded: readonly { readonly event: SwitchEvent }[],
  asking: Asking,
): Switch {
  const state = foldSwitch(recorded);
  const { stopped, liftApproved } = state;
  return {
    stopped: isStopped(state),
    ...(stopped && {
      stoppedBy: who(stopped.by),
      at: stopped.at,
      reason: stopped.reason,
    }),
    ...(liftApproved && { liftApprovedBy: who(liftApproved.by) }),
    actions: [actionOf('stop', state, asking), actionOf('lift', state, asking)],
    history: recorded.map(({ event: { type, at, by, reason } }) => ({
      at,
      event: type,
      by: who(by),
      reason,
    })),
  };
}

const who = ({ sub, name }: { readonly sub: string; readonly name: string }) => ({ sub, name });

/** The rule itself is asked; what it would refuse, or not change, is said instead of hidden. */
function actionOf(
  action: SwitchCommand['kind'],
  state: SwitchState,
  { at, by, language }: Asking,
): Action {
  const groups = groupsFor[action];
  if (!by.roles.some((role) => groups.includes(role)))
    return { action, allowed: false, why: whyNotRole(groups, by.roles, language) };
  const decision = decideSwitch(state, { kind: action, at, by: by.person, reason: '–' });
  if (!decision.ok) return { action, allowed: false, why: whyRefused(decision.refusal, language) };
  if (decision.value.length === 0)
    return { action, allowed: false, why: whyNothing('done-already', language) };
  return { action, allowed: true };
}
