import { isRegionCode, regions } from '../../../core/regions.ts';
import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import { Alert, useText } from '../../kit.ts';
import { MissingInputs } from './missing-inputs.tsx';
import type { Proposal, Run } from './types.ts';

const needs: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = needTexts;

/** What one should know before deciding: what is missing, what is left out, warnings, what came back, a stop. */
export function RunNotes({ run, proposal }: { run: Run; proposal: Proposal | undefined }) {
  const { t, kronor, language } = useText();
  const needName = (need: string) => needs[need]?.[language] ?? need;
  const warnings = [...new Set([...run.warnings, ...(proposal?.warnings ?? [])])];
  const without = proposal && proposal.without.length > 0 ? proposal.without : run.goingWithout;
  return (
    <>
      {run.stopped && (
        <Alert tone="danger" title={t('stopped-run.title')}>
          <p>{t('stopped-run.detail')}</p>
        </Alert>
      )}
      {run.missing.length > 0 && <MissingInputs missing={run.missing} />}
      {without.length > 0 && (
        <Alert tone="warning" title={t('without.title')}>
          <ul class="notes">
            {without.map(({ needs: left, reason, by }) => (
              <li key={`${left.join()} ${reason}`}>
                {t('without.row', { needs: left.map(needName).join(', '), reason, by })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert tone="warning" title={t('warnings.title')}>
          <ul class="notes">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Alert>
      )}
      {run.returned.length > 0 && (
        <Alert tone="danger" title={t('returned.title')}>
          <ul class="notes">
            {run.returned.map(({ payee, sek, code = '' }) => {
              const name = isRegionCode(payee) ? regions[payee] : payee;
              return (
                <li key={payee}>
                  {sek === undefined
                    ? t('returned.row-without-amount', { name, code })
                    : t('returned.row', { name, amount: `${kronor(sek)}\u00a0kr`, code })}
                </li>
              );
            })}
          </ul>
        </Alert>
      )}
    </>
  );
}
