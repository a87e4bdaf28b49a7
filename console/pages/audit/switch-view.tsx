import { useRef, useState } from 'preact/hooks';
import {
  ActionButton,
  Alert,
  type AnswerOf,
  announce,
  Loaded,
  mayCall,
  Tag,
  useMe,
  useResource,
  useText,
} from '../../kit.ts';
import { SwitchDialog } from './switch-dialog.tsx';

type Switch = AnswerOf<'readSwitch'>;
type ActionName = Switch['actions'][number]['action'];

/** The one switch that stops every payment: how it stands, who did what, and stopping or lifting it. */
export function SwitchView() {
  const { t } = useText();
  const me = useMe();
  const may = mayCall(me, 'readSwitch');
  const found = useResource('readSwitch', {}, { every: 5, when: may });
  if (!may) return null;
  return (
    <section class="switch">
      <h2 class="ds-heading section-title">{t('switch.title')}</h2>
      <Loaded resource={found} lines={4}>
        {(shown) => <Shown shown={shown} reload={() => void found.reload()} />}
      </Loaded>
    </section>
  );
}

function Shown({ shown, reload }: { shown: Switch; reload: () => void }) {
  const { t, moment } = useText();
  const [asking, ask] = useState<ActionName | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  const { stopped, stoppedBy, at, reason, liftApprovedBy, actions, history } = shown;
  return (
    <div ref={place} tabIndex={-1}>
      <Tag tone={stopped ? 'danger' : 'success'} icon={stopped ? 'stop' : 'check'}>
        {stopped ? t('switch.stopped') : t('switch.running')}
      </Tag>
      <p class="switch-text">{t('switch.about')}</p>
      {stopped && stoppedBy && at && (
        <p>{t('stopped.by', { at: moment(at), name: stoppedBy.name, reason: reason ?? '' })}</p>
      )}
      {liftApprovedBy && (
        <Alert tone="info" title={t('switch.lift-begun')} level={3}>
          <p>{t('stopped.lift-begun', { name: liftApprovedBy.name })}</p>
        </Alert>
      )}
      <div class="actions">
        {actions.map((each) => (
          <ActionButton
            key={each.action}
            action={each}
            variant={each.action === 'stop' ? 'secondary' : 'primary'}
            color={each.action === 'stop' ? 'danger' : 'accent'}
            onAct={() => ask(each.action)}
          >
            {t(`switch.${each.action}`)}
          </ActionButton>
        ))}
      </div>
      {history.length > 0 && (
        <details class="more">
          <summary>{t('switch.history')}</summary>
          <ol class="history" reversed>
            {history.toReversed().map((entry) => (
              <li key={`${entry.at} ${entry.event}`}>
                <time dateTime={entry.at}>{moment(entry.at)}</time>
                <div>
                  <p>{told(entry)}</p>
                  <blockquote>{entry.reason}</blockquote>
                </div>
              </li>
            ))}
          </ol>
        </details>
      )}
      {asking && (
        <SwitchDialog
          action={asking}
          onClose={() => ask(undefined)}
          onDone={(after) => {
            ask(undefined);
            announce(after.stopped ? t('switch.stopped') : t('switch.running'));
            place.current?.focus();
            reload();
          }}
        />
      )}
    </div>
  );

  function told({ event, by: { name } }: Switch['history'][number]): string {
    if (event === 'stopped') return t('switch.event.stopped', { name });
    if (event === 'lift-approved') return t('switch.event.lift-approved', { name });
    return event === 'lifted' ? t('switch.event.lifted', { name }) : `${event}: ${name}`;
  }
}
