import type { CaseKind } from '../record/case-id.ts';
import { ok, type Result, refused } from '../result.ts';
import { type Refusal, refusal } from './approval.ts';
import type { Command } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState } from './evolve.ts';

/** The events to append, none when what was asked has happened already, or why it is not done. */
export type Decision = Result<readonly CaseEvent[], Refusal>;

/** One kind of command. */
export type CommandOf<K extends Command['kind']> = Command & { readonly kind: K };

/** Decides one kind of command. */
export type Decider<K extends Command['kind']> = (
  state: CaseState,
  command: CommandOf<K>,
  kind: CaseKind,
) => Decision;

/** What was asked has happened already. */
export const nothing: Decision = ok([]);

export const one = (event: CaseEvent): Decision => ok([event]);

export const no = (...said: Parameters<typeof refusal>): Decision => refused(refusal(...said));

/** Past the point from which nothing can be taken back: the refusal that says so, or undefined before it. */
export function pastChanging({ released, decided }: CaseState): Decision | undefined {
  if (released)
    return no(
      'already-released',
      'The payment has been released; it can no longer be changed, rejected or withdrawn.',
    );
  if (decided)
    return no(
      'already-decided',
      'Two people have decided this; it can no longer be changed, rejected or withdrawn.',
    );
  return undefined;
}
