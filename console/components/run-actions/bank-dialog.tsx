import { useState } from 'preact/hooks';
import { isRegionCode } from '../../../core/regions.ts';
import type { BodyOf } from '../../api/operation-types.ts';
import { useAction } from '../../api/use-action.ts';
import { useText } from '../../i18n/language.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { SelectField, TextField } from '../field.tsx';
import { ActionProblem } from './action-problem.tsx';
import { ReasonField } from './reason-field.tsx';
import type { DialogProps } from './subject.ts';

type Payee = BodyOf<'reportBank'>['returned'][number]['payee'];
interface Returned {
  readonly payee: Payee;
  readonly code: string;
}

const isPayee = (text: string): text is Payee => text === 'SKR' || isRegionCode(text);

/** What the bank answered, typed in by a person: everything paid, or which payments came back with which code. */
export function BankDialog({ subject, onClose, onDone, onStale }: DialogProps) {
  const { t } = useText();
  const { act, busy, problem } = useAction('reportBank');
  const [{ run, messageId = '', payees = [] }] = useState(subject);
  const [returned, setReturned] = useState<readonly Returned[]>([]);
  const [reason, setReason] = useState('');
  const choices = payees.filter(({ payee }) => isPayee(payee));
  const first = choices.map(({ payee }) => payee).find(isPayee);
  const change = (at: number, to: Partial<Returned>) =>
    setReturned(returned.map((each, index) => (index === at ? { ...each, ...to } : each)));

  return (
    <ConfirmDialog
      open
      title={t('bank.title')}
      confirm={t('action.report-bank')}
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const done = await act(
          { parameters: { run } },
          { messageId, returned: [...returned], reason },
        );
        if (done) onDone();
      }}
    >
      <ActionProblem
        problem={problem}
        form="bank"
        labels={{ '/reason': t('field.reason') }}
        onStale={onStale}
      />
      <p>{t('bank.lead', { messageId })}</p>
      <fieldset class="ds-fieldset choices">
        <legend class="ds-label">{t('bank.outcome')}</legend>
        {[false, true].map((some) => (
          <label key={String(some)} class="choice">
            <input
              type="radio"
              class="ds-input"
              name="bank-outcome"
              checked={returned.length > 0 === some}
              onChange={() => setReturned(some && first ? [{ payee: first, code: '' }] : [])}
            />
            {some ? t('bank.some-returned') : t('bank.all-paid')}
          </label>
        ))}
      </fieldset>
      {returned.map(({ payee, code }, at) => (
        <fieldset key={String(at)} class="ds-fieldset returned">
          <legend class="ds-label">{t('bank.returned', { number: String(at + 1) })}</legend>
          <SelectField
            form="bank"
            pointer={`/returned/${at}/payee`}
            label={t('bank.payee')}
            problem={problem}
            value={payee}
            onValue={(value) => isPayee(value) && change(at, { payee: value })}
            choices={choices.map((each) => ({ value: each.payee, text: each.name }))}
          />
          <TextField
            form="bank"
            pointer={`/returned/${at}/code`}
            label={t('bank.code')}
            description={t('bank.code.about')}
            problem={problem}
            value={code}
            onValue={(value) => change(at, { code: value.trim().toUpperCase() })}
          />
          <button
            type="button"
            class="text-button"
            onClick={() => setReturned(returned.filter((_, index) => index !== at))}
          >
            {t('bank.remove', {
              name: choices.find((each) => each.payee === payee)?.name ?? payee,
            })}
          </button>
        </fieldset>
      ))}
      {returned.length > 0 && first && (
        <button
          type="button"
          class="text-button"
          onClick={() => setReturned([...returned, { payee: first, code: '' }])}
        >
          {t('bank.add')}
        </button>
      )}
      <ReasonField form="bank" problem={problem} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
