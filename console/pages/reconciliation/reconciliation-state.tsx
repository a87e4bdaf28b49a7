import { type RunState, RunStateTag, Tag, useText } from '../../kit.ts';

/** How far the reconciliation has come. What other runs call attest and payment order are signatures here. */
export function ReconciliationState({ state }: { state: RunState }) {
  const { t } = useText();
  if (state !== 'waiting-for-approval' && state !== 'half-approved')
    return <RunStateTag state={state} />;
  const half = state === 'half-approved';
  return (
    <Tag tone="info" icon={half ? 'half' : 'pen'}>
      {half ? t('reconciliation.half-signed') : t('reconciliation.unsigned')}
    </Tag>
  );
}
