import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import { Alert, runHref, useRunName, useText } from '../../kit.ts';
import { MissingInputs } from './missing-inputs.tsx';
import { payeeName } from './payee-name.ts';
import type { Proposal, Run } from './types.ts';

const needs: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = needTexts;

/** What one should know before deciding: what is missing, what is left out, warnings, what it sends again, a stop. */
export function RunNotes(props: {
  run: Run;
  proposal: Proposal | undefined;
  /** What is shown is the run's latest. */
  holds: boolean;
}) {
  const { run, proposal, holds } = props;
  const { t, language } = useText();
  const nameOf = useRunName();
  const needName = (need: string) => needs[need]?.[language] ?? need;
  const warnings = [...new Set([...(holds ? run.warnings : []), ...(proposal?.warnings ?? [])])];
  const without =
    proposal && proposal.without.length > 0 ? proposal.without : holds ? run.goingWithout : [];
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
      {run.reissues && (
        <Alert tone="info" title={t('reissues.title')}>
          <p>
            {t('reissues.detail', { name: payeeName(run.reissues.payee) })}{' '}
            <a class="ds-link" href={runHref(run.reissues.run)}>
              {nameOf(run.reissues.run)}
            </a>
          </p>
        </Alert>
      )}
    </>
  );
}
