import {
  Loaded,
  Page,
  type PageProps,
  RunStateTag,
  stateText,
  useResource,
  useRunName,
  useText,
} from '../kit.ts';
import { RunView } from './payment/run-view.tsx';

/** A run: how far it has come, what is proposed, and what can be done. It is read again while one looks. */
export default function Payment({ parameters: { run = '' } }: PageProps) {
  const { t } = useText();
  const nameOf = useRunName();
  const found = useResource(
    'readRun',
    { parameters: { run } },
    {
      every: 3,
      announce: (before, after) =>
        before.state === after.state
          ? undefined
          : t('run.changed', { state: t(stateText(after.state, after.kind)) }),
    },
  );
  const read = found.data;
  return (
    <Page
      title={nameOf(run)}
      up={{ href: '/utbetalningar', text: t('payments.title') }}
      aside={read && <RunStateTag state={read.state} kind={read.kind} />}
    >
      <Loaded resource={found} lines={24}>
        {(known) => <RunView key={known.run} run={known} reload={found.reload} />}
      </Loaded>
    </Page>
  );
}
