import {
  firstYear,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
  YearChoice,
} from '../kit.ts';
import { ReconciliationState } from './reconciliation/reconciliation-state.tsx';
import { ReconciliationView } from './reconciliation/reconciliation-view.tsx';
import { LoadedYear } from './shared/loaded-year.tsx';

/** The reconciliation of an agreement year between State and SKR: what is missing, what they sign, who has signed. */
export default function Reconciliation({ parameters }: PageProps) {
  const { t } = useText();
  const { now } = useMe();
  const year = parameters.year ?? String(Math.max(Number(now.slice(0, 4)) - 1, firstYear));
  const found = useResource('readReconciliation', { parameters: { year } }, { every: 5 });
  return (
    <Page
      title={t('reconciliation.of', { year })}
      lead={t('reconciliation.lead')}
      aside={
        <>
          {found.data && <ReconciliationState state={found.data.state} />}
          <YearChoice shown={year} hrefOf={(each) => `/avstamning/${each}`} />
        </>
      }
    >
      <LoadedYear resource={found} year={year} lines={20}>
        {(shown) => (
          <ReconciliationView
            key={shown.year}
            reconciliation={shown}
            reload={() => void found.reload()}
          />
        )}
      </LoadedYear>
    </Page>
  );
}
