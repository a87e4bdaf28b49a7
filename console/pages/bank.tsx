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
import { BankView } from './bank/bank-view.tsx';

/** What has been sent to the bank in a calendar year, what the bank has said of it, and whether all of it adds up. */
export default function Bank({ parameters }: PageProps) {
  const { t, count } = useText();
  const { now } = useMe();
  const year = parameters.year ?? String(yearsUntil(now)[0]);
  const place = { parameters: { year } };
  const bank = useResource('readBank', place, {
    every: 5,
    announce: (before, after) =>
      before.openItems === after.openItems ? undefined : count('bank-page.open', after.openItems),
  });
  const tally = useResource('readTally', place, { every: 20 });
  const reload = async () => {
    await Promise.all([bank.reload(), tally.reload()]);
  };
  return (
    <Page
      title={t('bank-page.of', { year })}
      lead={t('bank-page.lead')}
      aside={<YearChoice shown={year} hrefOf={(each) => `/banken/${each}`} />}
    >
      <Loaded resource={bank} lines={24}>
        {(read) => <BankView bank={read} tally={tally} reload={reload} />}
      </Loaded>
    </Page>
  );
}
