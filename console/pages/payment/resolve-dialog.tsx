import { useState } from 'preact/hooks';
import { isRegionCode } from '../../../core/regions.ts';
import {
  ActionProblem,
  Amount,
  type BodyOf,
  ConfirmDialog,
  Facts,
  ReasonField,
  useAction,
  useText,
} from '../../kit.ts';
import type { Sent } from './types.ts';

type Body = BodyOf<'resolveReturn'>;
export type Choice = Body['choice'];

const isPayee = (text: string): text is Body['payee'] => text === 'SKR' || isRegionCode(text);

const form = 'resolve';

/** Asks before it is decided what becomes of one payment that came back, and why. */
export function ResolveDialog(props: {
  run: string;
  line: Sent;
  choice: Choice;
  onClose: () => void;
  onDone: () => void;
  onStale: () => void;
}) {
  const { run, line, choice, onClose, onDone, onStale } = props;
  const { t } = useText();
  const { act, busy, problem } = useAction('resolveReturn');
  const [reason, setReason] = useState('');
  const { payee, name, sek } = line;
  return (
    <ConfirmDialog
      open
      title={t(`resolve.${choice}.title`, { name })}
      confirm={t(`resolve.${choice}`)}
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        if (!isPayee(payee)) throw new RangeError(`${payee} is no payee.`);
        const done = await act({ parameters: { run } }, { payee, choice, reason });
        if (done) onDone();
      }}
    >
      <ActionProblem {...{ problem, form, onStale }} labels={{ '/reason': t('field.reason') }} />
      <p>{t(`resolve.${choice}.lead`)}</p>
      <Facts
        of={[
          [t('lines.payee'), name],
          [t('held.amount'), <Amount key="sek" sek={sek} unit />],
        ]}
      />
      <ReasonField {...{ form, problem }} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
