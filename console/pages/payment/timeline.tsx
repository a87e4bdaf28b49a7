import { type AnswerOf, Icon, Loaded, useQuery, useResource, useText } from '../../kit.ts';
import { TimelineRow } from './timeline-row.tsx';

type Entry = AnswerOf<'readTimeline'>['entries'][number];

const isProblem = ({ retries, outcome }: Entry): boolean =>
  retries > 0 || outcome === 'failed' || outcome === 'caught';

/** What the workflow did, the newest first: steps, waits with how long, retries. */
export function Timeline({ run }: { run: string }) {
  const { t, moment } = useText();
  const query = useQuery();
  const onlyProblems = query.get('flode') === 'problem';
  const timeline = useResource('readTimeline', { parameters: { run } }, { every: 5 });
  return (
    <section class="timeline">
      <div class="section-head">
        <h2 class="ds-heading">{t('timeline.title')}</h2>
        <label class="choice only">
          <input
            type="checkbox"
            class="ds-input"
            checked={onlyProblems}
            onChange={({ currentTarget }) =>
              query.set({ flode: currentTarget.checked ? 'problem' : undefined })
            }
          />
          {t('timeline.only-problems')}
        </label>
      </div>
      <Loaded resource={timeline} lines={6}>
        {({ entries, executions }) => {
          const shown = entries.filter((entry) => !onlyProblems || isProblem(entry)).toReversed();
          return (
            <>
              {shown.length === 0 && (
                <p class="all-well">
                  <Icon name={entries.length > 0 ? 'check' : 'info'} />
                  {entries.length > 0 ? t('timeline.no-problems') : t('timeline.empty')}
                </p>
              )}
              <ol>
                {shown.map((entry) => (
                  <TimelineRow
                    key={`${entry.execution} ${entry.enteredAt} ${entry.state}`}
                    entry={entry}
                  />
                ))}
              </ol>
              {executions.map(({ name, status, startedAt, transitions }) => (
                <p key={name} class="quiet">
                  {t('timeline.execution', {
                    name,
                    status: t(`timeline.${status}`),
                    transitions: String(transitions),
                    at: moment(startedAt),
                  })}
                </p>
              ))}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
