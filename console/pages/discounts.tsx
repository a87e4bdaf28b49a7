import { Alert, mayCall, Page, type PageProps, useMe, useText } from '../kit.ts';
import { DiscountsForm } from './reconciliation/discounts-form.tsx';

/** SKR's January report of local discounts, signed by the person who signs for SKR. */
export default function Discounts({ parameters: { year = '' } }: PageProps) {
  const { t } = useText();
  const me = useMe();
  return (
    <Page
      title={t('discounts.title', { year })}
      up={{ href: `/avstamning/${year}`, text: t('reconciliation.title') }}
      lead={t('discounts.lead')}
    >
      {mayCall(me, 'signLocalDiscounts') ? (
        <DiscountsForm year={year} />
      ) : (
        <Alert tone="info" title={t('discounts.only-skr')} />
      )}
    </Page>
  );
}
