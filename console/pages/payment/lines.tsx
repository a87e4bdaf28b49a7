import {
  announce,
  Icon,
  LinesTable,
  PrintButton,
  save,
  useQuery,
  useText,
  WorkingDialog,
} from '../../kit.ts';
import { Explained } from './explained.tsx';
import { linesCsv } from './lines-csv.ts';
import { Outliers } from './outliers.tsx';
import type { Proposal, Run } from './types.ts';

/** 21 regions by kinds of line, against the month before, with the working of each amount. */
export function Lines({ run, proposal }: { run: Run; proposal: Proposal }) {
  const { t } = useText();
  const query = useQuery();
  const marked = proposal.payments.filter(({ change }) => change?.outlier !== undefined);
  const onlyOutliers = query.get('bara') === 'avvikelser';
  const payments = onlyOutliers ? marked : proposal.payments;
  const unpaid = proposal.comparedWith?.unpaidNow ?? [];
  return (
    <section class="lines">
      <div class="section-head">
        <div>
          <h2 class="ds-heading">
            {proposal.payments.length === 1 ? t('lines.title-one') : t('lines.title')}
          </h2>
          <p class="quiet">{t('lines.how')}</p>
        </div>
        <div class="tools">
          <button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            onClick={() => {
              const csv = linesCsv(proposal, payments, { t });
              save(`${run.run}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
              announce(t('lines.csv-done'));
            }}
          >
            <Icon name="down" />
            {t('lines.csv')}
          </button>
          <PrintButton text={t('lines.print')} />
        </div>
      </div>
      <Explained proposal={proposal} />
      {marked.length > 0 && <Outliers marked={marked} />}
      {(marked.length > 0 || onlyOutliers) && (
        <label class="choice only">
          <input
            type="checkbox"
            class="ds-input"
            checked={onlyOutliers}
            onChange={({ currentTarget }) =>
              query.set({ bara: currentTarget.checked ? 'avvikelser' : undefined })
            }
          />
          {t('lines.only-outliers', { count: String(marked.length) })}
        </label>
      )}
      {unpaid.length > 0 && (
        <p class="all-well">
          <Icon name="warning" />
          {t('lines.unpaid-now', { names: unpaid.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <LinesTable
        proposal={proposal}
        payments={payments}
        show={(payee, kind) => query.set({ belopp: `${payee}.${kind}` })}
      />
      <WorkingDialog
        place={{ run: run.run }}
        shown={shownIn(proposal, query.get('belopp'))}
        onClose={() => query.set({ belopp: undefined })}
      />
    </section>
  );
}

/** The amount that the address names, `09.rebate-forecast`; undefined when the proposal has none such. */
function shownIn(proposal: Proposal, named: string | undefined) {
  const [payee, kind] = (named ?? '').split('.');
  const payment = proposal.payments.find((each) => each.payee === payee);
  const line = payment?.lines.find((each) => each.kind === kind);
  if (!payment || !line) return undefined;
  const text = proposal.kinds.find((each) => each.kind === kind)?.text ?? line.kind;
  return { root: line.working, name: `${payment.name}, ${text}` };
}
