import { useState } from 'preact/hooks';
import {
  ActionButton,
  Alert,
  announce,
  ConfirmDialog,
  mayCall,
  ProblemAlert,
  useAction,
  useMe,
  useText,
} from '../../kit.ts';
import type { InputVersion } from './version-state.tsx';

/** A second person says that a version is what its document says. Whoever registered it is told why that is not enough. */
export function ConfirmVersion(props: { version: InputVersion; reload: () => void }) {
  const { version, reload } = props;
  const { t } = useText();
  const me = useMe();
  const [asking, ask] = useState(false);
  const { act, busy, problem, forget } = useAction('confirmInput');
  const own = version.registeredBy.sub === me.sub;
  const may = mayCall(me, 'confirmInput');
  const why = may ? t('inputs.confirm.own') : t('inputs.only-officers');
  const { year, kind, version: number, documentHash } = version;
  const close = () => {
    ask(false);
    forget();
  };
  return (
    <Alert tone="warning" title={t('inputs.confirm.waits')}>
      <p>{t('inputs.confirm.text', { name: version.registeredBy.name })}</p>
      <ActionButton action={{ allowed: may && !own, why: { text: why } }} onAct={() => ask(true)}>
        {t('inputs.confirm')}
      </ActionButton>
      <ConfirmDialog
        open={asking}
        title={t('inputs.confirm.title')}
        confirm={t('inputs.confirm')}
        busy={busy}
        onClose={close}
        onConfirm={async () => {
          const done = await act({ parameters: { year, kind, version: number } }, undefined);
          if (!done) return;
          close();
          announce(t('inputs.confirm.done'));
          reload();
        }}
      >
        {problem && <ProblemAlert problem={problem} />}
        <p>{t('inputs.confirm.question')}</p>
        <p class="whole-hash">
          <span class="quiet">{t('inputs.document-hash')}</span>
          <code>{documentHash}</code>
        </p>
      </ConfirmDialog>
    </Alert>
  );
}
