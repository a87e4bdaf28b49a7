import { useCallback, useRef, useState } from 'preact/hooks';
import { useApi } from './api-context.tsx';
import type { Downloaded } from './client.ts';
import type { Documenting, Place } from './operation-types.ts';
import { Problem, unreachable } from './problem.ts';

export interface Download<Id extends Documenting> {
  /** Fetches it; undefined when it did not come, with the reason in `problem`. A second call while it runs does nothing. */
  readonly fetch: (place: Place<Id>, media: string) => Promise<Downloaded | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/** A document that the user asks for. */
export function useDownload<Id extends Documenting>(operation: Id): Download<Id> {
  const api = useApi();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);

  const fetch = useCallback(
    async (place: Place<Id>, media: string) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        return await api.download(operation, place, media);
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
  return { fetch, busy, problem };
}
