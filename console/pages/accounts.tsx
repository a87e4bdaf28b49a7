import {
  Loaded,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
  YearChoice,
  yearsUntil,
} from '../kit.ts';
import { AccountsView } from './accounts/accounts-view.tsx';

/** The vouchers of a budget year, what the appropriation was used for, and both as files for the accounting system. */
export default function Accounts({ parameters }: PageProps) {
  const { t } = useText();
  const { now } = useMe();
  const year = parameters.year ?? String(yearsUntil(now)[0]);
  const accounts = useResource('readAccounts', { parameters: { year } }, { every: 15 });
  return (
    <Page
      title={t('accounts.of', { year })}
      lead={t('accounts.lead')}
      aside={<YearChoice shown={year} hrefOf={(each) => `/redovisning/${each}`} />}
    >
      <Loaded resource={accounts} lines={24}>
        {(read) => <AccountsView accounts={read} />}
      </Loaded>
    </Page>
  );
}
