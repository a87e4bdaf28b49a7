import { useState } from 'preact/hooks';
import { inputRefusalTexts } from '../../../functions/contract/api/input-refusal-texts.ts';
import {
  ActionButton,
  ActionProblem,
  announce,
  type BodyOf,
  ConfirmDialog,
  Hash,
  mayCall,
  ReasonField,
  SelectField,
  useAction,
  useMe,
  useText,
} from '../../kit.ts';
import type { InputVersion } from './version-state.tsx';

type Code = BodyOf<'refuseInput'>['code'];
type Asked = 'confirm' | 'refuse';

interface DialogProps {
  version: InputVersion;
  onClose: () => void;
  onDone: (said: string) => void;
  onStale: () => void;
}

/**
 * A second person says that a version is what its document says, or why it is not. Whoever registered it is told why that is not enough.
 * What is sent is the hash of the version that the page shows.
 */
export function JudgeVersion(props: { version: InputVersion; reload: () => void }) {
  const { version, reload } = props;
  const { t } = useText();
  const me = useMe();
  const [asked, ask] = useState<Asked | undefined>(undefined);
  const own = version.registeredBy.sub === me.sub;
  const may = mayCall(me, 'confirmInput');
  const action = {
    allowed: may && !own,
    why: { text: may ? t('inputs.confirm.own') : t('inputs.only-officers') },
  };
  const close = () => ask(undefined);
  const dialog: DialogProps = {
    version,
    onClose: close,
    onDone: (said) => {
      close();
      announce(said);
      reload();
    },
    onStale: () => {
      close();
      reload();
    },
  };
  return (
    <section class="judge">
      <h2 class="ds-heading section-title">{t('inputs.confirm.title')}</h2>
      <p>{t('inputs.confirm.text', { name: version.registeredBy.name })}</p>
      <div class="actions">
        <ActionButton action={action} onAct={() => ask('confirm')}>
          {t('inputs.confirm')}
        </ActionButton>
        {action.allowed && (
          <ActionButton variant="secondary" color="danger" onAct={() => ask('refuse')}>
            {t('inputs.refuse')}
          </ActionButton>
        )}
      </div>
      {asked === 'confirm' && <ConfirmVersion {...dialog} />}
      {asked === 'refuse' && <RefuseVersion {...dialog} />}
    </section>
  );
}

function ConfirmVersion({ version, onClose, onDone, onStale }: DialogProps) {
  const { t } = useText();
  const { act, busy, problem } = useAction('confirmInput');
  const { year, kind, version: number, hash } = version;
  return (
    <ConfirmDialog
      open
      title={t('inputs.confirm.title')}
      confirm={t('inputs.confirm')}
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const done = await act({ parameters: { year, kind, version: number } }, { hash });
        if (done) onDone(t('inputs.confirm.done'));
      }}
    >
      <ActionProblem {...{ problem, onStale }} form="confirm" labels={{}} />
      <p>{t('inputs.confirm.question')}</p>
      <p class="whole-hash">
        <span class="quiet">{t('inputs.version-hash')}</span>
        <code>{hash}</code>
      </p>
    </ConfirmDialog>
  );
}

const codes = Object.keys(inputRefusalTexts) as readonly Code[];

function RefuseVersion({ version, onClose, onDone, onStale }: DialogProps) {
  const { t, language } = useText();
  const { act, busy, problem } = useAction('refuseInput');
  const [code, setCode] = useState<Code | ''>('');
  const [reason, setReason] = useState('');
  const { year, kind, version: number, hash } = version;
  const form = 'refuse';
  return (
    <ConfirmDialog
      open
      title={t('inputs.refuse.title')}
      confirm={t('inputs.refuse')}
      color="danger"
      busy={busy}
      onClose={onClose}
      onConfirm={async () => {
        const done = await act(
          { parameters: { year, kind, version: number } },
          { hash, code: code as Code, reason },
        );
        if (done) onDone(t('inputs.refuse.done'));
      }}
    >
      <ActionProblem
        {...{ problem, form, onStale }}
        labels={{ '/code': t('field.code'), '/reason': t('field.reason') }}
      />
      <p>{t('inputs.refuse.lead', { name: version.registeredBy.name })}</p>
      <Hash hash={hash} />
      <SelectField
        {...{ form, problem }}
        pointer="/code"
        label={t('field.code')}
        value={code}
        onValue={(value) => setCode(codes.find((each) => each === value) ?? '')}
        choices={[
          { value: '', text: t('field.choose') },
          ...codes.map((each) => ({ value: each, text: inputRefusalTexts[each][language] })),
        ]}
      />
      <ReasonField {...{ form, problem }} value={reason} onValue={setReason} />
    </ConfirmDialog>
  );
}
