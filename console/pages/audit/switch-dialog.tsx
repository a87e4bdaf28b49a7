import { useState } from 'preact/hooks';
import {
  type AnswerOf,
  ConfirmDialog,
  ErrorSummary,
  TextArea,
  useAction,
  useText,
} from '../../kit.ts';

/** Asks for the reason before every payment is stopped, or the stop is lifted. */
export function SwitchDialog(props: {
  action: 'stop' | 'lift';
  onClose: () => void;
  onDone: (after: AnswerOf<'readSwitch'>) => void;
}) {
  const { action, onClose, onDone } = props;
  const { t } = useText();
  const [reason, setReason] = useState('');
  const stopping = useAction('stopReleases');
  const lifting = useAction('liftStop');
  const { act, busy, problem } = action === 'stop' ? stopping : lifting;
  const form = `switch-${action}`;
  return (
    <ConfirmDialog
      open
      title={t(`switch.${action}.title`)}
      confirm={t(`switch.${action}`)}
      color={action === 'stop' ? 'danger' : 'accent'}
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const after = await act({}, { reason });
        if (after) onDone(after);
      }}
    >
      {problem && (
        <ErrorSummary problem={problem} form={form} labels={{ '/reason': t('field.reason') }} />
      )}
      <p>{t(`switch.${action}.lead`)}</p>
      <TextArea
        form={form}
        pointer="/reason"
        label={t('field.reason')}
        problem={problem}
        value={reason}
        onValue={setReason}
      />
    </ConfirmDialog>
  );
}
