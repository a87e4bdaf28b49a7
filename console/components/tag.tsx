import type { ComponentChildren } from 'preact';
import type { caseKindNames, runStates } from '../../functions/contract/api/shapes/run-words.ts';
import { useText } from '../i18n/language.tsx';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

interface TagProps {
  tone: Tone;
  icon: IconName;
  children: ComponentChildren;
}

/** A state in a word or two: shape and text say what the colour says. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <span class="ds-tag tag" data-color={tone}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

export type RunState = (typeof runStates)[number];

const looks: Readonly<Record<RunState, readonly [Tone, IconName]>> = {
  'not-open': ['neutral', 'empty'],
  preparing: ['neutral', 'clock'],
  'waiting-for-inputs': ['warning', 'warning'],
  'waiting-for-approval': ['info', 'pen'],
  'half-approved': ['info', 'half'],
  approved: ['info', 'check'],
  rejected: ['danger', 'cross'],
  released: ['info', 'sent'],
  returned: ['danger', 'back'],
  paid: ['success', 'check'],
  decided: ['success', 'check'],
  refused: ['danger', 'cross'],
  'closed-without-payment': ['neutral', 'stop'],
  'nothing-due': ['neutral', 'empty'],
};

type RunKind = (typeof caseKindNames)[number];

/** The name of a state's text. */
export const stateText = (state: RunState, kind?: RunKind) =>
  state === 'waiting-for-approval' && kind === 'reconciliation'
    ? 'state.waiting-for-signatures'
    : (`state.${state}` as const);

/** Every state, in the order in which a run comes to them. */
export const runStateNames = Object.keys(looks) as readonly RunState[];

/** How far a run has come. A reconciliation is signed by two parties, so it is told by its kind where it waits for them. */
export function RunStateTag({ state, kind }: { state: RunState; kind?: RunKind }) {
  const { t } = useText();
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(stateText(state, kind))}
    </Tag>
  );
}
