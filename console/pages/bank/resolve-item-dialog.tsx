import { useState } from 'preact/hooks';
import { ActionProblem, ConfirmDialog, ReasonField, useAction, useText } from '../../kit.ts';
import type { OpenItem } from './open-items-of.ts';

const form = 'resolve-item';

/** Says that somebody has looked into something that the bank reported. It moves no money. */
export function ResolveItemDialog(props: {
  of: OpenItem;
  onClose: () => void;
  onDone: () => void;
}) {
  const { onClose, onDone } = props;
  const { t } = useText();
  const { act, busy, problem } = useAction('resolveBankItem');
  const [{ report, number, item }] = useState(props.of);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('bank-page.resolve.title')}
      confirm={t('bank-page.resolve')}
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const place = { parameters: { report: report.report, item: number } };
        const done = await act(place, { reason });
        if (done) onDone();
      }}
    >
      <ActionProblem
        {...{ problem, form }}
        labels={{ '/reason': t('field.reason') }}
        onStale={onDone}
      />
      <p>{item ? item.text : report.why}</p>
      <p class="quiet">{t('bank-page.resolve.lead')}</p>
      <ReasonField {...{ form, problem }} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
