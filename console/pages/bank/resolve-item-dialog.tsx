import { useState } from 'preact/hooks';
import { ActionProblem, ConfirmDialog, ReasonField, useAction, useText } from '../../kit.ts';
import type { OpenItem } from './open-items-of.ts';
import type { Item } from './types.ts';

const form = 'resolve-item';

type Choice = NonNullable<Item['choices']>[number];

/**
 * Says that somebody has looked into something that the bank reported. Of money that moved without an order it is also said what
 * becomes of it; the rest moves no money.
 */
export function ResolveItemDialog(props: {
  of: OpenItem;
  onClose: () => void;
  onDone: () => void;
}) {
  const { onClose, onDone } = props;
  const { t } = useText();
  const { act, busy, problem } = useAction('resolveBankItem');
  const [{ report, number, item }] = useState(props.of);
  const [choice, choose] = useState<Choice | undefined>(undefined);
  const [reason, setReason] = useState('');
  const choices = item?.choices ?? [];
  return (
    <ConfirmDialog
      open
      title={t('bank-page.resolve.title')}
      confirm={t('bank-page.resolve')}
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const place = { parameters: { report: report.report, item: number } };
        const done = await act(place, { ...(choice && { choice }), reason });
        if (done) onDone();
      }}
    >
      <ActionProblem
        {...{ problem, form }}
        labels={{ '/reason': t('field.reason') }}
        onStale={onDone}
      />
      <p>{item ? item.text : report.why}</p>
      <p class="quiet">
        {t(choices.length > 0 ? 'bank-page.resolve.choice.lead' : 'bank-page.resolve.lead')}
      </p>
      {choices.length > 0 && <Choices {...{ choices, choice, choose }} />}
      <ReasonField {...{ form, problem }} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}

function Choices(props: {
  choices: readonly Choice[];
  choice: Choice | undefined;
  choose: (choice: Choice) => void;
}) {
  const { choices, choice, choose } = props;
  const { t } = useText();
  return (
    <fieldset class="ds-fieldset choices">
      <legend class="ds-label">{t('bank-page.resolve.choice')}</legend>
      {choices.map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            class="ds-input"
            name={`${form}-choice`}
            checked={choice === each}
            onChange={() => choose(each)}
          />
          {t(`bank-page.choice.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
