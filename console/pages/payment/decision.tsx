import { Approvals, RunActions, useText } from '../../kit.ts';
import type { Proposal, Run } from './types.ts';

/** Who has approved and who may, and what can be done now. Shown beside the proposal that holds, and beside no other. */
export function Decision(props: {
  run: Run;
  /** What is shown and would be approved; undefined while it is read, and of a run that has none. */
  proposal: Proposal | undefined;
  reload: () => Promise<void>;
}) {
  const { run, proposal, reload } = props;
  const { t } = useText();
  return (
    <section class="decision">
      <h2 class="ds-heading section-title">{t('approvals.title')}</h2>
      <Approvals rights={run.rights} approvals={run.approvals} />
      <RunActions
        subject={{
          ...run,
          proposal: proposal?.proposal,
          totalSek: proposal?.totalSek ?? run.totalSek,
          payDay: proposal?.payDay ?? run.payDay,
          payees: run.sent.length > 0 ? run.sent : proposal?.payments,
          accounts: proposal?.accounts,
          messageId: run.release?.messageId,
        }}
        reload={reload}
      />
    </section>
  );
}
