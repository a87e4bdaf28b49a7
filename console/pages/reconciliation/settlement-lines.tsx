import { type AnswerOf, LinesTable, useQuery, useText, WorkingDialog } from '../../kit.ts';

type Proposal = NonNullable<AnswerOf<'readReconciliation'>['proposal']>;

/** The settlement per region and kind, with the working of each amount. */
export function SettlementLines({ proposal }: { proposal: Proposal }) {
  const { t } = useText();
  const query = useQuery();
  const [payee, kind] = (query.get('belopp') ?? '').split('.');
  const payment = proposal.payments.find((each) => each.payee === payee);
  const line = payment?.lines.find((each) => each.kind === kind);
  const text = proposal.kinds.find((each) => each.kind === kind)?.text ?? '';
  return (
    <section class="lines">
      <div class="section-head">
        <div>
          <h2 class="ds-heading">{t('reconciliation.lines')}</h2>
          <p class="quiet">{t('reconciliation.lines.how')}</p>
        </div>
      </div>
      <LinesTable
        proposal={proposal}
        payments={proposal.payments}
        show={(of, as) => query.set({ belopp: `${of}.${as}` })}
      />
      <WorkingDialog
        place={{ run: proposal.run }}
        shown={payment && line && { root: line.working, name: `${payment.name}, ${text}` }}
        onClose={() => query.set({ belopp: undefined })}
      />
    </section>
  );
}
