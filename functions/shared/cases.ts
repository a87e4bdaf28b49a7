import { type Instant, notBefore } from '../../core/calendar/stockholm.ts';
import type { Refusal } from '../../core/payment/approval.ts';
import type { Command } from '../../core/payment/commands.ts';
import { decide } from '../../core/payment/decide.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseState, evolve, foldRecorded } from '../../core/payment/evolve.ts';
import { NumberTaken, type Recorded, type Records } from '../../core/ports.ts';
import { type CaseId, caseKind, caseStream } from '../../core/record/case-id.ts';
import { ok, type Result } from '../../core/result.ts';
import { Refused } from './refused.ts';

/** What a case has come to, and its last event: an append goes after that one or nowhere. */
export interface OpenedCase {
  readonly state: CaseState;
  readonly last: Recorded<CaseEvent> | undefined;
}

export async function readCase(records: Records, id: CaseId): Promise<OpenedCase> {
  const events = await records.read<CaseEvent>(caseStream(id));
  return { state: foldRecorded(events), last: events.at(-1) };
}

/** Somebody who appends between our read and our append makes us read and decide again; this often at most. */
const attempts = 5;

/** What is asked of a case, where that depends on what it has come to; `last` is the moment of its last event. */
type Asked = Command | ((state: CaseState, last?: Instant) => Command | Promise<Command>);

/**
 * Reads the case, decides, appends. Two who do so at once collide instead of overwriting each other, and the later one
 * decides again on what the earlier one wrote. Gives the state afterwards, or the refusal.
 *
 * A step that is tried again keeps the moment at which it was entered, and others may have written meanwhile: what it writes then is of
 * the moment of the event that it follows, so that moments never go back in a case.
 */
export async function tryCommand(
  records: Records,
  id: CaseId,
  command: Asked,
): Promise<Result<CaseState, Refusal>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { state, last } = await readCase(records, id);
      const since = last?.event.at;
      const asked = typeof command === 'function' ? await command(state, since) : command;
      const decision = decide(caseKind(id), state, { ...asked, at: notBefore(asked.at, since) });
      if (!decision.ok) return decision;
      await appendAll(records, id, last, decision.value);
      return ok(decision.value.reduce(evolve, state));
    } catch (error) {
      if (!(error instanceof NumberTaken) || attempt === attempts) throw error;
    }
  }
}

async function appendAll(
  records: Records,
  id: CaseId,
  last: Recorded<CaseEvent> | undefined,
  events: readonly CaseEvent[],
): Promise<void> {
  let before = last;
  for (const event of events) before = await records.append(caseStream(id), before, event);
}

/** As `tryCommand`, for callers to whom a refusal is an error: `InputRejected` with the refusal's code. */
export async function command(records: Records, id: CaseId, asked: Asked): Promise<CaseState> {
  const result = await tryCommand(records, id, asked);
  if (result.ok) return result.value;
  throw Refused.of(result.refusal);
}
