import { Amount, Facts, Hash, useText } from '../../kit.ts';
import type { Proposal, Run } from './types.ts';

/** The figures that one decides by: total, pay day, against the month before, the hash. */
export function Summary(props: {
  run: Run;
  proposal: Proposal | undefined;
  hash: string | undefined;
  /** What is shown is the run's latest. */
  holds: boolean;
}) {
  const { run, proposal, hash, holds } = props;
  const { t, weekday, day, month, percent } = useText();
  const total = proposal?.totalSek ?? (holds ? run.totalSek : undefined);
  const before = proposal?.comparedWith;
  const payDay = proposal?.payDay ?? (holds ? run.payDay : undefined);
  return (
    <section class="summary" aria-label={t('run.total')}>
      {total !== undefined && (
        <p class="big-figure">
          <span class="quiet">{t('run.total')}</span>
          <Amount sek={total} unit />
        </p>
      )}
      {holds && <p class="next-step">{t(nextStep(run))}</p>}
      <Facts
        of={[
          [t('run.pay-day'), payDay && weekday(payDay)],
          [t('run.paid-on'), holds && run.paidOn && run.paidOn !== run.payDay && day(run.paidOn)],
          [
            t('run.since-last', { month: before ? month(before.run.replace('payout-', '')) : '' }),
            before && (
              <>
                <Amount sek={before.change.sek} signed unit />{' '}
                {before.change.percent !== undefined && (
                  <span class="amount">
                    {t('run.percent', { percent: percent(before.change.percent) })}
                  </span>
                )}
              </>
            ),
          ],
          [
            t('run.paid'),
            holds && run.paidSek !== undefined && run.paidSek !== total && (
              <Amount sek={run.paidSek} unit />
            ),
          ],
          [t('run.payees'), proposal && String(proposal.payments.length)],
          [
            hash && proposal
              ? t('run.proposal', { number: String(proposal.number) })
              : t('run.hash'),
            hash && <Hash hash={hash} />,
          ],
        ]}
      />
    </section>
  );
}

/** What is to happen next. A reconciliation is signed and not paid; a payment of which some came back, or beside which
 * money moved, is not all done. */
function nextStep({ state, kind, sent }: Run) {
  if (state === 'waiting-for-approval' && kind === 'reconciliation')
    return 'next.waiting-for-signatures';
  if (state === 'paid' && sent.some(({ movedBeside }) => movedBeside)) return 'next.moved-beside';
  if (state === 'paid' && sent.some(({ choice }) => choice)) return 'next.paid-resolved';
  return `next.${state}` as const;
}
