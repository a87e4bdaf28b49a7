import { useResource } from '../api/use-resource.ts';
import { Alert } from '../components/alert.tsx';
import { useText } from '../i18n/language.tsx';
import { mayCall, useMe } from './me.tsx';

/** Says on every page that all releases are stopped: by whom, why, and how far the lifting has come. */
export function StopBanner() {
  const { t, moment } = useText();
  const me = useMe();
  const { data } = useResource('readSwitch', {}, { every: 5, when: mayCall(me, 'readSwitch') });
  if (!data?.stopped) return null;
  const { stoppedBy, at, reason, liftApprovedBy } = data;
  return (
    <div class="stop-banner">
      <Alert tone="danger" title={t('stopped.title')} urgent>
        {stoppedBy && at && (
          <p>{t('stopped.by', { at: moment(at), name: stoppedBy.name, reason: reason ?? '' })}</p>
        )}
        {liftApprovedBy && <p>{t('stopped.lift-begun', { name: liftApprovedBy.name })}</p>}
        <p>
          <a class="ds-link" href="/granskning">
            {t('switch.go')}
          </a>
        </p>
      </Alert>
    </div>
  );
}
