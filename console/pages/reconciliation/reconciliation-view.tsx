import { rejectionTexts } from '../../../functions/contract/api/rejection-texts.ts';
import {
  Alert,
  Amount,
  Approvals,
  Hash,
  HistoryList,
  mayCall,
  RestsOn,
  RunActions,
  runHref,
  type Subject,
  useMe,
  usePinned,
  useText,
} from '../../kit.ts';
import { ProposalChanges } from '../payment/proposal-changes.tsx';
import { LocalDiscounts } from './local-discounts.tsx';
import { Missing } from './missing.tsx';
import { SettlementLines } from './settlement-lines.tsx';
import type { ReconciliationAnswer } from './types.ts';

const rights = ['sign-state', 'sign-skr'] as const;

/** What is missing; what the parties sign, and have signed; its lines; the local discounts; what has happened. */
export function ReconciliationView(props: {
  reconciliation: ReconciliationAnswer;
  reload: () => void;
}) {
  const { reconciliation, reload } = props;
  const { t, language } = useText();
  const me = useMe();
  const { year, run, state, missing, approvals, actions, history } = reconciliation;
  const pinned = usePinned(reconciliation.proposal, (each) => each.proposal);
  const { shown: proposal, replaced } = pinned;
  const rejectionCodes = codes.map((code) => ({ code, text: rejectionTexts[code][language] }));
  const subject: Subject = {
    ...{ run, year, state, approvals, actions, rights, rejectionCodes, missing },
    proposal: proposal?.proposal,
    totalSek: proposal?.totalSek,
    payees: proposal?.payments,
  };
  return (
    <>
      {replaced && (
        <Alert tone="warning" title={t('reconciliation.replaced.title')} urgent>
          <p>{t('reconciliation.replaced.text')}</p>
          {proposal && reconciliation.proposal && (
            <ProposalChanges
              run={run}
              before={proposal.proposal}
              after={reconciliation.proposal.proposal}
            />
          )}
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            onClick={pinned.showLatest}
          >
            {t('older.current')}
          </button>
        </Alert>
      )}
      <Missing missing={missing} />
      <div class="run-top">
        <section>
          {proposal ? (
            <>
              <p class="big-figure">
                <span class="quiet">{t('reconciliation.total')}</span>
                <Amount sek={proposal.totalSek} signed unit />
              </p>
              <p class="next-step">{t('reconciliation.when')}</p>
              <p class="whole-hash">
                <span class="quiet">{t('reconciliation.hash')}</span>
                <Hash hash={proposal.proposal} />
              </p>
            </>
          ) : (
            <p>{t(nothingToSign(state))}</p>
          )}
          {mayCall(me, 'readRun') && history.length > 0 && (
            <p class="run-link">
              <a class="ds-link" href={runHref(run)}>
                {t('reconciliation.run')}
              </a>
            </p>
          )}
        </section>
        {!replaced && (
          <section class="decision">
            <h2 class="ds-heading section-title">{t('reconciliation.signatures')}</h2>
            <Approvals rights={rights} approvals={approvals} />
            <RunActions subject={subject} reload={reload} />
          </section>
        )}
      </div>
      {proposal && <SettlementLines proposal={proposal} />}
      <LocalDiscounts reconciliation={reconciliation} />
      {proposal && <RestsOn proposal={proposal} />}
      {history.length > 0 && (
        <section>
          <h2 class="ds-heading section-title">{t('reconciliation.history')}</h2>
          <HistoryList history={history} />
        </section>
      )}
    </>
  );
}

/** Why there is nothing to sign. */
function nothingToSign(state: ReconciliationAnswer['state']) {
  if (state === 'not-open') return 'reconciliation.not-open';
  return state === 'rejected' ? 'reconciliation.rejected' : 'reconciliation.no-proposal';
}

const codes = Object.keys(rejectionTexts) as readonly (keyof typeof rejectionTexts)[];
