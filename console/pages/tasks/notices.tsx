import { useState } from 'preact/hooks';
import {
  type AnswerOf,
  Loaded,
  mayCall,
  runHref,
  useMe,
  useResource,
  useRunName,
  useText,
} from '../../kit.ts';

type Notice = AnswerOf<'listNotices'>['notices'][number];

const atOnce = 5;

/** What I was told, the newest first. Some at a time: older ones are seldom asked for. */
export function Notices() {
  const { t } = useText();
  const [all, showAll] = useState(false);
  const notices = useResource('listNotices', {}, { every: 10 });
  return (
    <section class="notices">
      <h2 class="ds-heading section-title">{t('tasks.notices')}</h2>
      <Loaded resource={notices} lines={4}>
        {({ notices }) => (
          <>
            {notices.length === 0 && <p class="quiet">{t('tasks.notices.none')}</p>}
            <ul>
              {notices.slice(0, all ? undefined : atOnce).map((notice) => (
                <li key={`${notice.at} ${notice.kind} ${notice.run} ${notice.to}`}>
                  <NoticeLine notice={notice} />
                </li>
              ))}
            </ul>
            {!all && notices.length > atOnce && (
              <button type="button" class="text-button" onClick={() => showAll(true)}>
                {t('tasks.notices.more', { count: String(notices.length - atOnce) })}
              </button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** A notice names its run by id; people read its name, and go there. */
function NoticeLine({ notice: { at, text, run } }: { notice: Notice }) {
  const { moment } = useText();
  const nameOf = useRunName();
  const me = useMe();
  const [before = '', ...after] = run === undefined ? [text] : text.split(run);
  return (
    <>
      <time dateTime={at}>{moment(at)}</time>
      <p>
        {before}
        {run && mayCall(me, 'readRun') ? (
          <a class="ds-link" href={runHref(run)}>
            {nameOf(run)}
          </a>
        ) : (
          run && nameOf(run)
        )}
        {after.length > 0 ? after.join(run) : null}
      </p>
    </>
  );
}
