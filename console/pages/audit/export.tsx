import { useState } from 'preact/hooks';
import {
  ActionButton,
  announce,
  Problem,
  ProblemAlert,
  save,
  useApi,
  useMe,
  useText,
} from '../../kit.ts';
import { downloadEvents } from './download-events.ts';
import type { Allowed } from './event-type.ts';
import { recordText } from './found-streams.ts';

/** Gives the whole record as a file that can be verified without this system. */
export function Export({ readsEvents }: { readsEvents: Allowed }) {
  const { t } = useText();
  const api = useApi();
  const { now } = useMe();
  const [count, setCount] = useState<number | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const start = async () => {
    setProblem(undefined);
    setCount(0);
    try {
      const events = await downloadEvents(api, setCount, new AbortController().signal);
      const text = new Blob([recordText(events)], { type: 'application/x-ndjson' });
      save(`statsbidrag-${now.slice(0, 10)}.ndjson`, text);
      announce(t('export.done'));
    } catch (error) {
      setProblem(
        error instanceof Problem ? error : new Problem({ name: 'unreachable', status: 0 }),
      );
    } finally {
      setCount(undefined);
    }
  };
  return (
    <section>
      <h2 class="ds-heading section-title">{t('export.title')}</h2>
      <p>{t('export.about')}</p>
      <p>
        <code>{t('export.command')}</code>
      </p>
      {problem && <ProblemAlert problem={problem} retry={() => void start()} />}
      <ActionButton
        variant="secondary"
        action={readsEvents}
        busy={count !== undefined}
        onAct={() => void start()}
      >
        {t('export.start')}
      </ActionButton>
      {count !== undefined && <p class="quiet">{t('export.count', { count: String(count) })}</p>}
    </section>
  );
}
