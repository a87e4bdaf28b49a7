import { useText } from '../i18n/language.tsx';

const payout = /^payout-(\d{4}-\d{2})$/;
const requisition = /^requisition-(\d{4})-([a-z]+)$/;
const yearly = /^(opening|reconciliation)-(\d{4})$/;

/** What people call a run, from its id: `payout-2022-02` is Utbetalning februari 2022. An id of no known kind is its own name. */
export function useRunName(): (run: string) => string {
  const { t, month } = useText();
  return (run) => {
    const [, ofMonth] = payout.exec(run) ?? [];
    if (ofMonth) return t('run.name.payout', { month: month(ofMonth) });
    const [, year = '', what = ''] = requisition.exec(run) ?? [];
    if (year) return t('run.name.requisition', { year, what: what.toUpperCase() });
    const [, kind, ofYear = ''] = yearly.exec(run) ?? [];
    if (kind === 'opening') return t('run.name.opening', { year: ofYear });
    if (kind === 'reconciliation') return t('run.name.reconciliation', { year: ofYear });
    return run;
  };
}

/** The page of a run. */
export const runHref = (run: string): string => `/utbetalningar/${encodeURIComponent(run)}`;
