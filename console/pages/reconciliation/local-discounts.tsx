import { isRegionCode, regions } from '../../../core/regions.ts';
import { ActionButton, Amount, DataTable, mayCall, useMe, useRouter, useText } from '../../kit.ts';
import type { ReconciliationAnswer } from './types.ts';

/** The local discounts as SKR has reported them, and a way to report them for the person who signs for SKR. */
export function LocalDiscounts({ reconciliation }: { reconciliation: ReconciliationAnswer }) {
  const { t } = useText();
  const me = useMe();
  const { navigate } = useRouter();
  const { year, localDiscounts } = reconciliation;
  return (
    <section class="local-discounts">
      <h2 class="ds-heading section-title">{t('reconciliation.discounts')}</h2>
      <p class="quiet">{t('reconciliation.discounts.about')}</p>
      <DataTable
        caption={t('reconciliation.discounts')}
        captionHidden
        narrow="stack"
        rows={localDiscounts}
        rowKey={({ region }) => region}
        empty={t('reconciliation.discounts.none')}
        columns={[
          {
            key: 'region',
            header: t('reconciliation.region'),
            cell: ({ region }) => (isRegionCode(region) ? regions[region] : region),
          },
          {
            key: 'sek',
            header: t('reconciliation.sek'),
            numeric: true,
            cell: ({ sek }) => <Amount sek={sek} />,
          },
        ]}
      />
      <div class="actions">
        <ActionButton
          variant="secondary"
          action={{
            allowed: mayCall(me, 'signLocalDiscounts'),
            why: { text: t('discounts.only-skr') },
          }}
          onAct={() => navigate(`/avstamning/${year}/lokala-rabatter`)}
        >
          {t('discounts.report')}
        </ActionButton>
      </div>
    </section>
  );
}
