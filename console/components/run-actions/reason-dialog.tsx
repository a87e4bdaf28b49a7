import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import type { Problem } from '../../api/problem.ts';
import { useAction } from '../../api/use-action.ts';
import { useText } from '../../i18n/language.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { ActionProblem } from './action-problem.tsx';
import { ReasonField } from './reason-field.tsx';
import type { DialogProps } from './subject.ts';

type Simple = 'prepare-again' | 'request-close' | 'go-without';

/** Does what takes a reason and nothing else: prepare again, close. */
export function ReasonDialog(props: DialogProps & { action: Exclude<Simple, 'go-without'> }) {
  const { action, subject, onDone } = props;
  const preparing = useAction('prepareAgain');
  const closing = useAction('requestClose');
  const { act, busy, problem } = action === 'prepare-again' ? preparing : closing;
  return (
    <WithReason
      {...props}
      busy={busy}
      problem={problem}
      send={async (reason) => {
        const done = await act({ parameters: { run: subject.run } }, { reason });
        if (done) onDone();
      }}
    />
  );
}

/** Lets a month go without inputs that are missing: which of them, and why. */
export function GoWithoutDialog(props: DialogProps & { action: 'go-without' }) {
  const { subject, onDone } = props;
  const { t, language } = useText();
  const { act, busy, problem } = useAction('goWithout');
  const [missing] = useState(subject.missing ?? []);
  const names = [...new Set(missing.map(({ need }) => need))];
  const [chosen, choose] = useState<readonly string[]>(names);
  return (
    <WithReason
      {...props}
      busy={busy}
      problem={problem}
      send={async (reason) => {
        const done = await act(
          { parameters: { run: subject.run } },
          { needs: [...chosen], reason },
        );
        if (done) onDone();
      }}
    >
      <fieldset class="ds-fieldset choices" id="go-without-needs" tabIndex={-1}>
        <legend class="ds-label">{t('go-without.needs')}</legend>
        {names.map((need) => (
          <label key={need} class="choice">
            <input
              type="checkbox"
              class="ds-input"
              checked={chosen.includes(need)}
              onChange={({ currentTarget: { checked } }) =>
                choose(names.filter((each) => (each === need ? checked : chosen.includes(each))))
              }
            />
            {Object.entries(needTexts).find(([name]) => name === need)?.[1][language] ?? need}
          </label>
        ))}
      </fieldset>
    </WithReason>
  );
}

function WithReason(
  props: Omit<DialogProps, 'action'> & {
    action: Simple;
    busy: boolean;
    problem: Problem | undefined;
    send: (reason: string) => Promise<void>;
    children?: ComponentChildren;
  },
) {
  const { action, busy, problem, send, onClose, onStale } = props;
  const { t } = useText();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      open
      title={t(`${action}.title`)}
      confirm={t(`action.${action}`)}
      color={action === 'request-close' ? 'danger' : 'accent'}
      busy={busy}
      onClose={onClose}
      onConfirm={() => void send(reason)}
    >
      <ActionProblem
        problem={problem}
        form={action}
        labels={{ '/reason': t('field.reason'), '/needs': t('go-without.needs') }}
        onStale={onStale}
      />
      <p>{t(`${action}.lead`)}</p>
      {props.children}
      <ReasonField form={action} problem={problem} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
