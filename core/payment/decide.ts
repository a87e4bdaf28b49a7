import type { Instant } from '../calendar/stockholm.ts';
import { canonical } from '../canonical.ts';
import type { CaseKind } from '../record/case-id.ts';
import { ok, type Result, refused } from '../result.ts';
import { mayApprove, type Refusal, refusal, sameWord } from './approval.ts';
import type { Command } from './commands.ts';
import type { CaseEvent, Outcome } from './events.ts';
import { type CaseState, standing } from './evolve.ts';
import { mayGoWithout } from './needs.ts';
import { rightsFor } from './rights.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
const nothing: Decision = ok([]);
const one = (event: CaseEvent): Decision => ok([event]);

/**
 * What happens when a command meets a case: the events to append, or why not. Asking again for what has happened already
 * gives no event and no refusal, so a step that runs twice changes nothing.
 */
export function decide(kind: CaseKind, state: CaseState, command: Command): Decision {
  if (state.closed && command.kind !== 'submit')
    return command.kind === 'close' || command.kind === 'open' ? nothing : closed(state.closed);
  switch (command.kind) {
    case 'open':
      return state.opened ? nothing : one({ type: 'opened', at: command.at, case: command.case });
    case 'submit':
      return submit(state, command);
    case 'accept':
      return state.accepted ? nothing : one({ type: 'accepted', at: command.at });
    case 'refuse': {
      const { kind: _kind, ...rest } = command;
      return state.refused ? nothing : one({ type: 'refused', ...rest });
    }
    case 'wait':
      return wait(state, command);
    case 'go-without':
      return goWithout(state, command);
    case 'propose':
      return propose(state, command);
    case 'approve':
      return approve(kind, state, command);
    case 'reject':
    case 'withdraw':
      return takeBack(kind, state, command);
    case 'void': {
      const proposal = standing(state);
      if (!proposal || state.released || state.decided) return nothing;
      const { at, because } = command;
      return one({ type: 'voided', at, proposal: proposal.proposed.proposal, because });
    }
    case 'release':
      return release(kind, state, command);
    case 'report':
      return report(state, command);
    case 'settle':
      return state.settled
        ? nothing
        : one({ type: 'settled', at: command.at, totalSek: command.totalSek });
    case 'return': {
      const { at, payments, voucherKey } = command;
      return state.returned ? nothing : one({ type: 'returned', at, payments, voucherKey });
    }
    case 'resolve-return': {
      if (!state.returned)
        return refused(
          refusal('nothing-returned', 'The bank has returned no line of this payment.'),
        );
      const { at, by, reason } = command;
      return state.resolved ? nothing : one({ type: 'return-resolved', at, by, reason });
    }
    case 'conclude':
      return conclude(kind, state, command.at);
    case 'record': {
      const { kind: _kind, ...rest } = command;
      return state.recorded ? nothing : one({ type: 'recorded', ...rest });
    }
    case 'prepare-again': {
      if (state.released) return alreadyReleased();
      const { at, by, reason } = command;
      return state.proposal?.rejected ? one({ type: 'reopened', at, by, reason }) : nothing;
    }
    case 'request-close': {
      if (state.released) return alreadyReleased();
      const { at, by, reason } = command;
      return state.closeRequested ? nothing : one({ type: 'close-requested', at, by, reason });
    }
    case 'close':
      return one({ type: 'closed', at: command.at, outcome: command.outcome });
  }
}

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

const closed = (outcome: Outcome): Decision =>
  refused(
    refusal('case-closed', `The case is closed (${outcome}); nothing more can be done in it.`),
  );

const alreadyReleased = (): Decision =>
  refused(
    refusal(
      'already-released',
      'The payment has been released; it can no longer be changed, rejected or withdrawn.',
    ),
  );

function submit(state: CaseState, { at, by, requisition }: Of<'submit'>): Decision {
  if (state.requisition && !state.refused)
    return canonical(state.requisition) === canonical(requisition)
      ? nothing
      : refused(
          refusal('already-requisitioned', 'This amount is paid once; it has been requisitioned.'),
        );
  return one({ type: 'submitted', at, by, requisition });
}

/** A case that turns out to lack something lets go of the proposal that stood. */
function wait(state: CaseState, { at, needs }: Of<'wait'>): Decision {
  if (state.released || state.decided) return nothing;
  const before = standing(state);
  const voided: CaseEvent[] = before
    ? [
        {
          type: 'voided',
          at,
          proposal: before.proposed.proposal,
          because: `lacks ${needs.map(({ need }) => need).join(', ')}`,
        },
      ]
    : [];
  if (canonical(state.needs) === canonical(needs)) return ok(voided);
  return ok([...voided, { type: 'waiting', at, needs }]);
}

function goWithout(state: CaseState, command: Of<'go-without'>): Decision {
  if (state.released) return alreadyReleased();
  const unknown = command.needs.filter((need) => !state.needs.some((open) => open.need === need));
  const known = state.goingWithout.flatMap((each) => each.needs);
  if (command.needs.every((need) => known.includes(need))) return nothing;
  if (unknown.length > 0)
    return refused(
      refusal(
        'nothing-to-go-without',
        `The case does not wait for ${unknown.join(', ')}; it waits for ${state.needs.map(({ need }) => need).join(', ') || 'nothing'}.`,
      ),
    );
  const indispensable = command.needs.filter((need) => !mayGoWithout(need));
  if (indispensable.length > 0)
    return refused(
      refusal(
        'nothing-to-go-without',
        `No payment can be made without ${indispensable.join(', ')}.`,
      ),
    );
  const { at, by, needs, reason } = command;
  return one({ type: 'going-without', at, by, needs, reason });
}

function propose(state: CaseState, { kind: _kind, ...proposed }: Of<'propose'>): Decision {
  if (state.released || state.decided) return nothing;
  const before = standing(state);
  if (before?.proposed.proposal === proposed.proposal) return nothing;
  const number = state.proposals + 1;
  const replaced: CaseEvent[] = before
    ? [
        {
          type: 'voided',
          at: proposed.at,
          proposal: before.proposed.proposal,
          because: `replaced by proposal ${number}`,
        },
      ]
    : [];
  return ok([...replaced, { type: 'proposed', number, ...proposed }]);
}

function approve(kind: CaseKind, state: CaseState, command: Of<'approve'>): Decision {
  const { at, right, proposal, by } = command;
  if (sameWord(state, right, proposal, by)) return nothing;
  if (state.released) return alreadyReleased();
  const may = mayApprove(kind, state, command);
  return may.ok ? one({ type: 'approved', at, right, proposal, by }) : may;
}

function takeBack(kind: CaseKind, state: CaseState, command: Of<'reject' | 'withdraw'>): Decision {
  const { at, right, proposal, by, code, reason } = command;
  if (state.released) return alreadyReleased();
  if (command.kind === 'reject') {
    const { rejected } = state.proposal ?? {};
    if (rejected?.proposal === proposal && rejected.by.sub === by.sub) return nothing;
    const may = mayApprove(kind, state, command);
    return may.ok ? one({ type: 'rejected', at, right, proposal, by, code, reason }) : may;
  }
  if (!sameWord(state, right, proposal, by))
    return refused(
      refusal('nothing-to-withdraw', `${by.name} has not given this approval of this proposal.`),
    );
  return one({ type: 'withdrawn', at, right, proposal, by, reason });
}

/** Both approvals of the standing proposal, by two people. */
function approved(kind: CaseKind, state: CaseState): boolean {
  const proposal = standing(state);
  const words = rightsFor(kind).map((right) => proposal?.approvals.get(right));
  return (
    words.every((word) => word?.proposal === proposal?.proposed.proposal) &&
    new Set(words.map((word) => word?.by.sub)).size === 2
  );
}

export const isApproved = approved;

const notApproved = (): Decision =>
  refused(
    refusal(
      'approvals-do-not-hold',
      'There are no two valid approvals, by two people, of the proposal that stands.',
    ),
  );

function release(kind: CaseKind, state: CaseState, command: Of<'release'>): Decision {
  if (state.released) return nothing;
  const proposal = standing(state);
  if (!proposal?.proposed.payment || !approved(kind, state)) return notApproved();
  const { payment, proposal: hash } = proposal.proposed;
  const { payDay, onlyOnPayDay } = payment;
  const { today } = command;
  if (today < payDay)
    return refused(refusal('before-the-pay-day', `The pay day is ${payDay}; today is ${today}.`));
  if (onlyOnPayDay && today !== payDay)
    return refused(
      refusal('another-day', `The proposal holds on ${payDay} only; today is ${today}.`),
    );
  const { at, voucherKey, messageId, fileHash, paid, carried } = command;
  return one({
    type: 'release-ordered',
    at,
    proposal: hash,
    voucherKey,
    messageId,
    fileHash,
    payDay,
    paidOn: today,
    paid,
    carried,
  });
}

function report(state: CaseState, command: Of<'report'>): Decision {
  const { released, reported } = state;
  if (!released) return refused(refusal('not-released', 'Nothing has been sent to the bank yet.'));
  if (released.messageId !== command.messageId)
    return refused(
      refusal(
        'another-message',
        `The report is about ${command.messageId}; this payment was sent as ${released.messageId}.`,
      ),
    );
  if (reported)
    return canonical(reported.returned) === canonical(command.returned)
      ? nothing
      : refused(refusal('already-reported', 'The bank has answered otherwise before.'));
  const { at, by, messageId, returned, reason } = command;
  return one({ type: 'bank-reported', at, by, messageId, returned, reason });
}

function conclude(kind: CaseKind, state: CaseState, at: Instant): Decision {
  if (state.decided) return nothing;
  const proposal = standing(state);
  if (!proposal || !approved(kind, state)) return notApproved();
  return one({ type: 'decided', at, proposal: proposal.proposed.proposal });
}
