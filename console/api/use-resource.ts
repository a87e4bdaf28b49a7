import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { announce } from '../shell/announce.ts';
import { useApi } from './api-context.tsx';
import type { AnswerOf, Place, Reading } from './operation-types.ts';
import { pathOf } from './path-of.ts';
import { Problem, unreachable } from './problem.ts';

/** What is known of something that the API answers. What was read stays shown while it is read again, or cannot be. */
export interface Resource<T> {
  readonly data: T | undefined;
  /** The last attempt's problem; with `data` present, what is shown is older. */
  readonly problem: Problem | undefined;
  readonly reload: () => Promise<void>;
}

export interface ResourceOptions<T> {
  /** Seconds between readings while the page is visible, fixed or by the last answer; read once when left out. */
  readonly every?: number | ((answer: T) => number);
  /** What to say aloud when the answer has changed; nothing when undefined. */
  readonly announce?: (before: T, after: T) => string | undefined;
  /** Not read before this is true: for what depends on something else, or on a role. */
  readonly when?: boolean;
}

/** Answers by language and path, so that a page one returns to shows at once what it showed last. */
const kept = new Map<string, string>();

/** Reads an operation, again every few seconds if so wished, and renders anew only when the answer is another. */
export function useResource<Id extends Reading>(
  operation: Id,
  place: Place<Id>,
  options: ResourceOptions<AnswerOf<Id>> = {},
): Resource<AnswerOf<Id>> {
  const api = useApi();
  const { language } = useText();
  const { every, when = true } = options;
  const pace = typeof every === 'function' ? 'by answer' : every;
  const path = when ? pathOf(operation, place) : '';
  const id = `${language} ${path}`;
  const [shown, show] = useState<{ id: string; text?: string; problem?: Problem }>({ id });
  const latest = useRef({ place, options });
  latest.current = { place, options };
  const asked = useRef(0);
  const answered = useRef(0);

  const read = useCallback(
    async (signal?: AbortSignal) => {
      const turn = ++asked.current;
      try {
        const answer = await api.get(operation, latest.current.place, signal ? { signal } : {});
        // An answer that was overtaken by a later one is older than what is shown.
        if (signal?.aborted || turn < answered.current) return;
        answered.current = turn;
        const text = JSON.stringify(answer);
        const before = kept.get(id);
        kept.set(id, text);
        if (before !== undefined && before !== text) {
          const said = latest.current.options.announce?.(JSON.parse(before), answer);
          if (said) announce(said);
        }
        show((was) => (was.id === id && was.text === text && !was.problem ? was : { id, text }));
      } catch (error) {
        if (signal?.aborted || turn < answered.current) return;
        const problem = error instanceof Problem ? error : unreachable();
        const text = kept.get(id);
        show({ id, problem, ...(text === undefined ? {} : { text }) });
      }
    },
    [api, operation, id],
  );

  useEffect(() => {
    if (!when) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    const seconds = () => {
      const { every } = latest.current.options;
      const text = kept.get(id);
      if (typeof every !== 'function') return every ?? 60;
      return text === undefined ? 5 : every(JSON.parse(text)); // Soon again while nothing is known.
    };
    const turn = async () => {
      clearTimeout(timer);
      if (reading || document.hidden) return; // Goes on when the page is looked at again.
      reading = true;
      await read(stop.signal);
      reading = false;
      if (pace !== undefined && !stop.signal.aborted) timer = setTimeout(turn, seconds() * 1000);
    };
    const seen = () => {
      if (pace !== undefined && !document.hidden) void turn();
    };
    document.addEventListener('visibilitychange', seen);
    void (document.hidden ? read(stop.signal) : turn());
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [read, pace, when, id]);

  const text = shown.id === id ? (shown.text ?? kept.get(id)) : kept.get(id);
  const parsed = useRef<{ text: string; data: AnswerOf<Id> } | undefined>(undefined);
  if (text !== undefined && parsed.current?.text !== text) {
    parsed.current = { text, data: JSON.parse(text) };
  }
  return {
    data: text === undefined ? undefined : parsed.current?.data,
    problem: shown.id === id ? shown.problem : undefined,
    reload: useCallback(() => read(), [read]),
  };
}
