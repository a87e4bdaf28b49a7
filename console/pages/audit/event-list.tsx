import { useState } from 'preact/hooks';
import { Facts, Hash, useText } from '../../kit.ts';
import type { RecordedEvent } from './event-type.ts';

/** Events in the order of the record; each opens to what it holds and the hashes that tie it to the one before. */
export function EventList({ events }: { events: readonly RecordedEvent[] }) {
  const { t } = useText();
  if (events.length === 0) return <p>{t('events.none')}</p>;
  return (
    <ol class="events">
      {events.map((event) => (
        <li key={`${event.partition}/${event.stream} ${event.number}`}>
          <EventView recorded={event} />
        </li>
      ))}
    </ol>
  );
}

function EventView({ recorded }: { recorded: RecordedEvent }) {
  const { t, moment } = useText();
  const [open, setOpen] = useState(false);
  const { partition, stream, number, event, previous, hash } = recorded;
  const at = textIn(event, 'at');
  return (
    <details class="event" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code>{`${partition} / ${stream}\u00a0/\u00a0${number}`}</code>{' '}
        <span class="event-type">{textIn(event, 'type')}</span>{' '}
        <span class="quiet">{at !== undefined && isMoment(at) && moment(at)}</span>
      </summary>
      {/* Workings are long: only what is open is written out. */}
      {open && (
        <>
          <Facts
            of={[
              [t('events.previous'), <Hash key="previous" hash={previous} />],
              [t('events.hash'), <Hash key="hash" hash={hash} />],
            ]}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls must be reached by keys. */}
          <pre class="json" tabIndex={0}>
            {JSON.stringify(event, null, 2)}
          </pre>
        </>
      )}
    </details>
  );
}

function textIn(event: unknown, name: string): string | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const value = Object.entries(event).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);
