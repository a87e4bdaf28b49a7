import { needTexts } from '../../../functions/contract/api/need-texts.ts';
import {
  Amount,
  type AnswerOf,
  compareSek,
  DataTable,
  RunStateTag,
  runHref,
  useRunName,
  useText,
} from '../../kit.ts';

type RunSummary = AnswerOf<'listRuns'>['runs'][number];

const needs: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = needTexts;

/** The runs with their states, days and totals. */
export function RunTable({ runs }: { runs: readonly RunSummary[] }) {
  const { t, day, language } = useText();
  const nameOf = useRunName();
  const byDay = (a?: string, b?: string) => (a ?? '').localeCompare(b ?? '');
  return (
    <DataTable
      caption={t('payments.list')}
      captionHidden
      narrow="stack"
      empty={t('payments.none')}
      rows={runs}
      rowKey={({ run }) => run}
      columns={[
        {
          key: 'run',
          header: t('payments.run'),
          rowHeader: true,
          cell: ({ run }) => (
            <a class="ds-link" href={runHref(run)}>
              {nameOf(run)}
            </a>
          ),
        },
        {
          key: 'state',
          header: t('payments.state'),
          cell: ({ state, kind, needs: missing, paidSek, totalSek }) => (
            <>
              <RunStateTag state={state} kind={kind} />
              {state === 'paid' && paidSek !== totalSek && (
                <span class="row-note">
                  {t(paidSek === '0' ? 'payments.all-back' : 'payments.some-back')}
                </span>
              )}
              {missing.length > 0 && (
                <span class="row-note">
                  {missing.map((need) => needs[need]?.[language] ?? need).join(', ')}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'since',
          header: t('payments.since'),
          compare: (a, b) => byDay(a.since, b.since),
          cell: ({ since }) => since && day(since.slice(0, 10)),
        },
        {
          key: 'pay-day',
          header: t('payments.pay-day'),
          compare: (a, b) => byDay(a.payDay, b.payDay),
          cell: ({ payDay }) => payDay && day(payDay),
        },
        {
          key: 'total',
          header: t('payments.total'),
          numeric: true,
          compare: (a, b) => compareSek(a.totalSek ?? '0', b.totalSek ?? '0'),
          cell: ({ totalSek }) => totalSek !== undefined && <Amount sek={totalSek} />,
        },
        {
          key: 'paid',
          header: t('months.paid'),
          numeric: true,
          compare: (a, b) => compareSek(a.paidSek ?? '0', b.paidSek ?? '0'),
          cell: ({ paidSek }) => paidSek !== undefined && <Amount sek={paidSek} />,
        },
      ]}
    />
  );
}
