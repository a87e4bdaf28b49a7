import { useCallback, useRef, useState } from 'preact/hooks';
import { ActionKey } from './action-key.ts';
import { useApi } from './api-context.tsx';
import type { AnswerOf, BodyOf, Doing, Place } from './operation-types.ts';
import { Problem, unreachable } from './problem.ts';

export interface Action<Id extends Doing> {
  /** Does it; undefined when it was not done, with the reason in `problem`. A second call while it runs does nothing. */
  readonly act: (place: Place<Id>, body: BodyOf<Id>) => Promise<AnswerOf<Id> | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/** Something that the user does. Sending it again after a lost answer carries the same key, so it is done once. */
export function useAction<Id extends Doing>(operation: Id): Action<Id> {
  const api = useApi();
  const key = useRef(new ActionKey());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);

  const act = useCallback(
    async (place: Place<Id>, body: BodyOf<Id>) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        return await api.post(operation, place, body, key.current);
      } catch (error) {
        setProblem(error instanceof Problem ? error : unreachable());
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [api, operation],
  );
  return { act, busy, problem, forget: useCallback(() => setProblem(undefined), []) };
}
