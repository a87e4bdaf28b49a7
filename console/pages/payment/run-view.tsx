import {
  HistoryList,
  Loaded,
  RestsOn,
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

/** What stands on a run's page, from what is to be decided down to how it came about. */
export function RunView({ run, reload }: { run: Run; reload: () => Promise<void> }) {
  const { t } = useText();
  const query = useQuery();
  const asked = query.get('forslag');
  const shown = run.proposals.find(({ proposal }) => proposal === asked)?.proposal;
  const hash = shown ?? run.proposal ?? run.proposals.at(-1)?.proposal;
  const proposal = useResource(
    'readProposal',
    { parameters: { run: run.run, proposal: hash ?? '' } },
    { when: hash !== undefined },
  );
  const older = hash !== undefined && hash !== run.proposal;
  return (
    <>
      {older && <OlderProposal run={run} hash={hash} />}
      <div class="run-top">
        <div class="run-facts">
          <Summary run={run} proposal={proposal.data} hash={hash} />
          <RunNotes run={run} proposal={proposal.data} />
        </div>
        <Decision run={run} proposal={older ? undefined : proposal.data} reload={reload} />
      </div>
      <Held run={run} reload={reload} />
      {hash === undefined ? (
        <p class="quiet">{t('no-proposal')}</p>
      ) : (
        <Loaded resource={proposal} lines={24}>
          {(read) => (
            <>
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
