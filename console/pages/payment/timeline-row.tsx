import { type AnswerOf, Icon, type IconName, useText } from '../../kit.ts';
import { duration } from './duration.ts';

type Entry = AnswerOf<'readTimeline'>['entries'][number];

/** A step or a wait. A wait is one line however long it was. */
export function TimelineRow({ entry }: { entry: Entry }) {
  const { t, count, moment } = useText();
  const { text, kind, enteredAt, leftAt, retries, outcome, error } = entry;
  const wrong = outcome === 'failed' || outcome === 'caught';
  return (
    <li data-kind={kind} data-problem={wrong || retries > 0}>
      <span class="timeline-mark">
        <Icon name={mark()} />
      </span>
      <time dateTime={enteredAt}>{moment(enteredAt)}</time>
      <div>
        <p>{text}</p>
        {kind === 'wait' && (
          <p class="quiet">
            {leftAt
              ? t('timeline.waited', { duration: spoken(enteredAt, leftAt) })
              : t('timeline.waits', { at: moment(enteredAt) })}
          </p>
        )}
        {kind === 'task' && !leftAt && <p class="quiet">{t('timeline.running')}</p>}
        {retries > 0 && <p class="timeline-problem">{count('timeline.retries', retries)}</p>}
        {wrong && (
          <p class="timeline-problem">
            {t(outcome === 'failed' ? 'timeline.failed' : 'timeline.caught', {
              error: error ?? t('timeline.unknown-error'),
            })}
          </p>
        )}
      </div>
    </li>
  );

  function mark(): IconName {
    if (wrong) return 'warning';
    if (kind === 'wait') return 'clock';
    return leftAt || kind === 'end' ? 'check' : 'half';
  }

  function spoken(from: string, to: string): string {
    const parts = duration(from, to);
    return parts.length === 0
      ? t('duration.moment')
      : parts.map((part) => count(`duration.${part.unit}`, part.count)).join(' ');
  }
}
