import { ActionButton, mayCall, Page, useMe, useResource, useRouter, useText } from '../kit.ts';
import { Export } from './audit/export.tsx';
import { Streams } from './audit/streams.tsx';
import { SwitchView } from './audit/switch-view.tsx';
import { Verify } from './audit/verify.tsx';

/** The record and whether it is whole; the stop of all payments. */
export default function Audit() {
  const { t } = useText();
  const me = useMe();
  const { navigate } = useRouter();
  const record = useResource('verifyRecord', {});
  const readsEvents = {
    allowed: mayCall(me, 'readEvents'),
    why: { text: t('audit.only-readers') },
  };
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <SwitchView />
      <Verify readsEvents={readsEvents} />
      <Export readsEvents={readsEvents} />
      <section>
        <h2 class="ds-heading section-title">{t('audit.events')}</h2>
        <p>{t('audit.events.about')}</p>
        <ActionButton
          variant="secondary"
          action={readsEvents}
          onAct={() => navigate('/granskning/poster')}
        >
          {t('audit.events.all')}
        </ActionButton>
      </section>
      <Streams record={record} mayRead={readsEvents.allowed} />
    </Page>
  );
}
