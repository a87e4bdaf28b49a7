import { canonical } from '../canonical.ts';
import {
  type CommandOf,
  type Decider,
  type Decision,
  no,
  nothing,
  one,
  pastChanging,
} from './decision.ts';
import type { Outcome } from './events.ts';
import type { CaseState } from './evolve.ts';

/** How a case begins and ends; of a requisition also what was asked for, and what became of it. */
export const lifecycle = {
  open: (state, { at, case: id }) =>
    state.opened ? nothing : one({ type: 'opened', at, case: id }),
  submit,
  accept: (state, { at }) =>
    answer(state, 'refused', state.accepted, () => one({ type: 'accepted', at })),
  refuse: (state, { at, code, reason, cites }) =>
    answer(state, 'accepted', state.refused !== undefined, () =>
      one({ type: 'refused', at, code, reason, cites }),
    ),
  record,
  'request-close': requestClose,
  'end-reissue': requestClose,
  close,
} satisfies {
  readonly [K in
    | 'open'
    | 'submit'
    | 'accept'
    | 'refuse'
    | 'record'
    | 'request-close'
    | 'end-reissue'
    | 'close']: Decider<K>;
};

/** An amount is paid once: it can be asked for again only when it was refused, or closed without payment. */
function submit(state: CaseState, { at, by, requisition }: CommandOf<'submit'>): Decision {
  const unpaid = state.refused !== undefined || state.closed === 'without-payment';
  if (!state.submitted || unpaid) return one({ type: 'submitted', at, by, requisition });
  return canonical(state.submitted.requisition) === canonical(requisition)
    ? nothing
    : no('already-requisitioned', 'This amount is paid once; it has been requisitioned.');
}

/** A submission is answered once, by a yes or a no. */
function answer(
  state: CaseState,
  other: 'accepted' | 'refused',
  same: boolean,
  said: () => Decision,
): Decision {
  if (!state.submitted) return no('not-submitted', 'Nothing has been requisitioned yet.');
  if (same) return nothing;
  return state[other]
    ? no('already-answered', `The requisition has been ${other}.`, { given: other })
    : said();
}

function record(
  { released, recorded }: CaseState,
  { kind: _kind, ...rest }: CommandOf<'record'>,
): Decision {
  if (!released) return no('not-released', 'Nothing has been sent to the bank yet.');
  return recorded ? nothing : one({ type: 'recorded', ...rest });
}

/** What must have happened, or must not, for a case to end so. */
const ended: { readonly [outcome in Outcome]: (state: CaseState) => boolean } = {
  paid: ({ settled }) => settled !== undefined,
  'without-payment': (state) => pastChanging(state) === undefined,
  'nothing-due': (state) => pastChanging(state) === undefined,
  refused: ({ refused }) => refused !== undefined,
  decided: ({ decided }) => decided !== undefined,
};

/** From here on nothing of the case is released; whoever asks when it has been is refused. */
function requestClose(
  state: CaseState,
  { at, by, reason }: CommandOf<'request-close' | 'end-reissue'>,
): Decision {
  return (
    pastChanging(state) ??
    (state.closeRequested ? nothing : one({ type: 'close-requested', at, by, reason }))
  );
}

function close(state: CaseState, { at, outcome }: CommandOf<'close'>): Decision {
  if (ended[outcome](state)) return one({ type: 'closed', at, outcome });
  // Submitted anew between its refusal and its closing: the refusal is history, and the new submission goes on.
  if (outcome === 'refused' && state.submitted) return nothing;
  return no(
    'outcome-does-not-hold',
    `The case cannot be closed as ${outcome}: that is not how it went.`,
    { given: outcome },
  );
}
