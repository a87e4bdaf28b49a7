import { useState } from 'preact/hooks';
import { useAction } from '../../api/use-action.ts';
import { useText } from '../../i18n/language.tsx';
import { useMe } from '../../shell/me.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { SelectField } from '../field.tsx';
import { Hash } from '../hash.tsx';
import { ActionProblem } from './action-problem.tsx';
import { ReasonField } from './reason-field.tsx';
import { rightToReject } from './right-to-reject.ts';
import type { DialogProps } from './subject.ts';

type Code = DialogProps['subject']['rejectionCodes'][number]['code'];

/** Rejects a proposal, or takes one's own approval back: a reason to count by, and one's own words. */
export function AnswerDialog(props: DialogProps) {
  const { action, onClose, onDone, onStale } = props;
  const { t } = useText();
  const me = useMe();
  const [subject] = useState(props.subject);
  const { run, proposal = '', approvals, rejectionCodes } = subject;
  const [code, setCode] = useState<Code | ''>('');
  const [reason, setReason] = useState('');
  const rejecting = useAction('rejectProposal');
  const withdrawing = useAction('withdrawApproval');
  const withdraws = action === 'withdraw';
  const { act, busy, problem } = withdraws ? withdrawing : rejecting;
  const own = approvals.find(({ by }) => by.sub === me.sub)?.right;
  const right = (withdraws ? own : undefined) ?? rightToReject(me, subject.rights);
  const name = withdraws ? 'withdraw' : 'reject';

  return (
    <ConfirmDialog
      open
      title={t(`${name}.title`)}
      confirm={t(`action.${name}`)}
      color="danger"
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const done = await act(
          { parameters: { run } },
          { right, proposal, code: code as Code, reason },
        );
        if (done) onDone();
      }}
    >
      <ActionProblem
        problem={problem}
        form={name}
        labels={{ '/code': t('field.code'), '/reason': t('field.reason') }}
        onStale={onStale}
      />
      <p>{t(`${name}.lead`)}</p>
      <Hash hash={proposal} />
      <SelectField
        form={name}
        pointer="/code"
        label={t('field.code')}
        problem={problem}
        value={code}
        onValue={(value) => setCode(rejectionCodes.find((each) => each.code === value)?.code ?? '')}
        choices={[
          { value: '', text: t('field.choose') },
          ...rejectionCodes.map((each) => ({ value: each.code, text: each.text })),
        ]}
      />
      <ReasonField form={name} problem={problem} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
