import { ActionButton, Alert, mayCall, useMe, useRouter, useText } from '../../kit.ts';
import type { InputVersion } from './version-state.tsx';

/** That a version was refused: by whom, why, and what comes next, before anything else on the page. */
export function RefusedAlert(props: {
  version: InputVersion;
  /** Leads to where another is registered; left out where the page does so itself. */
  leads?: boolean;
}) {
  const { version, leads = false } = props;
  const { t, moment } = useText();
  const me = useMe();
  const { navigate } = useRouter();
  const { refused, registeredBy, year, kind, version: number } = version;
  if (!refused) return null;
  const own = registeredBy.sub === me.sub;
  return (
    <Alert tone="danger" title={t('inputs.refused.title', { version: String(number) })}>
      <p>
        {t('inputs.refused.by', {
          name: refused.by.name,
          at: moment(refused.at),
          why: refused.codeText,
        })}
      </p>
      <blockquote class="refusal">{refused.reason}</blockquote>
      <p>
        {own ? t('inputs.refused.next-own') : t('inputs.refused.next', { name: registeredBy.name })}
      </p>
      {leads && mayCall(me, 'registerInput') && (
        <ActionButton variant="secondary" onAct={() => navigate(`/underlag/${year}/${kind}/ny`)}>
          {t('inputs.register-new')}
        </ActionButton>
      )}
    </Alert>
  );
}
