import {
  AccountChanges,
  HistoryList,
  Loaded,
  RestsOn,
  usePinned,
  useQuery,
  useResource,
  useText,
  WhenSeen,
} from '../../kit.ts';
import { Decision } from './decision.tsx';
import { Held } from './held.tsx';
import { Lines } from './lines.tsx';
import { OlderProposal } from './older-proposal.tsx';
import { Proposals } from './proposals.tsx';
import { Release } from './release.tsx';
import { RunNotes } from './run-notes.tsx';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';
import type { Run } from './types.ts';

/**
 * What stands on a run's page, from what is to be decided down to how it came about. It is of one proposal: the one that the address
 * names, else the one that held when the page was opened, also when another has replaced it since.
 */
export function RunView({ run, reload }: { run: Run; reload: () => Promise<void> }) {
  const { t } = useText();
  const query = useQuery();
  const asked = query.get('forslag');
  const named = run.proposals.find(({ proposal }) => proposal === asked)?.proposal;
  const latest = run.proposal ?? run.proposals.at(-1)?.proposal;
  const pinned = usePinned(latest, (hash) => hash);
  const hash = named ?? pinned.shown;
  const proposal = useResource(
    'readProposal',
    { parameters: { run: run.run, proposal: hash ?? '' } },
    { when: hash !== undefined },
  );
  const holds = hash === latest;
  const showLatest = () => {
    pinned.showLatest();
    query.set({ forslag: undefined, belopp: undefined });
  };
  return (
    <>
      {hash !== undefined && hash !== run.proposal && (
        <OlderProposal run={run} hash={hash} showLatest={holds ? undefined : showLatest} />
      )}
      <div class="run-top">
        <div class="run-facts">
          <Summary run={run} proposal={proposal.data} hash={hash} holds={holds} />
          <RunNotes run={run} proposal={proposal.data} holds={holds} />
        </div>
        {holds && <Decision run={run} proposal={proposal.data} reload={reload} />}
      </div>
      <Held run={run} reload={reload} />
      {hash === undefined ? (
        <p class="quiet">{t('no-proposal')}</p>
      ) : (
        <Loaded resource={proposal} lines={24}>
          {(read) => (
            <>
              <AccountChanges accounts={read.accounts} />
              <Lines run={run} proposal={read} />
              <RestsOn proposal={read} />
            </>
          )}
        </Loaded>
      )}
      <Release run={run} />
      {run.proposals.length > 0 && <Proposals run={run} shown={hash} />}
      <section>
        <h2 class="ds-heading section-title">{t('history.title')}</h2>
        <HistoryList history={run.history} />
      </section>
      <WhenSeen>
        <Timeline run={run.run} />
      </WhenSeen>
    </>
  );
}
