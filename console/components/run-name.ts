import { isRegionCode, regions } from '../../core/regions.ts';
import { useText } from '../i18n/language.tsx';

const payout = /^payout-(\d{4}-\d{2})$/;
const requisition = /^requisition-(\d{4})-([a-z]+)$/;
const reissue = /^reissue-(\d{4})-(?:(\d{2})-(\d{2})|(sol|ihsi)-skr)-(\d)$/;
const yearly = /^(opening|reconciliation)-(\d{4})$/;

const SKR = 'SKR';

/** What people call a run, from its id: `payout-2022-02` is Utbetalning februari 2022. An id of no known kind is its own name. */
export function useRunName(): (run: string) => string {
  const { t, month } = useText();
  const nameOf = (run: string): string => {
    const [, ofMonth] = payout.exec(run) ?? [];
    if (ofMonth) return t('run.name.payout', { month: month(ofMonth) });
    const [, year = '', what = ''] = requisition.exec(run) ?? [];
    if (year) return t('run.name.requisition', { year, what: what.toUpperCase() });
    const [, kind, ofYear = ''] = yearly.exec(run) ?? [];
    if (kind === 'opening') return t('run.name.opening', { year: ofYear });
    if (kind === 'reconciliation') return t('run.name.reconciliation', { year: ofYear });
    return ofReissue(run) ?? run;
  };
  return nameOf;

  function ofReissue(run: string): string | undefined {
    const [, of = '', part, region = '', what, attempt = ''] = reissue.exec(run) ?? [];
    if (of === '') return undefined;
    const facts = {
      payee: isRegionCode(region) ? regions[region] : what ? SKR : region,
      what: part ? month(`${of}-${part}`) : nameOf(`requisition-${of}-${what}`),
    };
    return attempt === '1'
      ? t('run.name.reissue', facts)
      : t('run.name.reissue-again', { ...facts, number: attempt });
  }
}

/** The page of a run. */
export const runHref = (run: string): string => `/utbetalningar/${encodeURIComponent(run)}`;
