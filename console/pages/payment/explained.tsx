import { Amount, Icon, useText } from '../../kit.ts';
import type { Proposal } from './types.ts';

/**
 * Why the total is another than the month before: what the agreement adds or takes this month, each with its paragraph, and what is left
 * that nothing explains. That all is as usual is said only where it is so, for every payee, amount and account.
 */
export function Explained({ proposal }: { proposal: Proposal }) {
  const { t, month } = useText();
  const { comparedWith, payments, accounts = [] } = proposal;
  if (!comparedWith) return null;
  const { run, change, explained, leftSek, unpaidNow = [] } = comparedWith;
  const usual =
    change.outlier === undefined &&
    payments.every((payment) => payment.change?.outlier === undefined) &&
    accounts.length === 0 &&
    unpaidNow.length === 0;
  return (
    <div class="explained">
      {explained.length > 0 && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {t('explained.title', { month: month(run.replace('payout-', '')) })}
          </h3>
          <dl>
            {explained.map(({ kind, text, sek, cites }) => (
              <div key={kind}>
                <dt>
                  {text}
                  {cites && <span class="row-note">{cites}</span>}
                </dt>
                <dd>
                  <Amount sek={sek} signed unit />
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('explained.left')}</dt>
              <dd>
                <Amount sek={leftSek} signed unit />
              </dd>
            </div>
          </dl>
        </>
      )}
      {change.outlier !== undefined && (
        <p class="all-well">
          <Icon name="warning" />
          <strong>{change.outlier}</strong>
        </p>
      )}
      {usual && (
        <p class="all-well">
          <Icon name="check" />
          {explained.length > 0 ? t('explained.as-agreed') : t('explained.usual')}
        </p>
      )}
    </div>
  );
}
