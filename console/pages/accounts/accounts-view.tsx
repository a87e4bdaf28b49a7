import { Alert, DownloadButton, useText } from '../../kit.ts';
import type { Accounts } from './types.ts';
import { UseOfAppropriation } from './use-of-appropriation.tsx';
import { Vouchers } from './vouchers.tsx';

/** The use of the appropriation first, as a picture and a table; then the vouchers that it is made of. */
export function AccountsView({ accounts }: { accounts: Accounts }) {
  const { t } = useText();
  const { year, use, vouchers } = accounts;
  return (
    <>
      {use ? (
        <UseOfAppropriation year={year} use={use} />
      ) : (
        <Alert tone="info" title={t('accounts.no-appropriation')}>
          <p>{t('accounts.no-appropriation.detail', { year: String(year) })}</p>
        </Alert>
      )}
      <section>
        <div class="section-head">
          <div>
            <h2 class="ds-heading">{t('accounts.vouchers')}</h2>
            <p class="quiet">{t('accounts.vouchers.how')}</p>
          </div>
          <div class="tools">
            {(['sie', 'csv'] as const).map((format) => (
              <DownloadButton
                key={format}
                operation="exportAccounts"
                place={{ parameters: { year, format } }}
                format={format === 'sie' ? 'SIE' : 'CSV'}
                text={t('accounts.export')}
                name={`statsbidrag-${year}.${format === 'sie' ? 'se' : 'csv'}`}
              />
            ))}
          </div>
        </div>
        <Vouchers vouchers={vouchers} />
      </section>
    </>
  );
}
