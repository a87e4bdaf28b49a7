import {
  type Column,
  DataTable,
  Loaded,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
  YearChoice,
  yearUnderWay,
} from '../kit.ts';
import { AwaitedBy } from './inputs/awaited-by.tsx';
import { type InputKind, KindState } from './inputs/version-state.tsx';

/** The inputs of a year by kind: what is in force, what waits for a second person, what a run waits for. */
export default function Inputs({ parameters }: PageProps) {
  const { t, moment, count } = useText();
  const me = useMe();
  const year = parameters.year ?? String(yearUnderWay(me.now));
  const all = year === 'all';
  const found = useResource('listInputs', { parameters: { year } }, { every: 10 });
  const columns: readonly Column<InputKind>[] = [
    {
      key: 'kind',
      header: t('inputs.kind'),
      cell: ({ kind, year, text }) => (
        <a class="ds-link" href={`/underlag/${year}/${kind}`}>
          {text}
        </a>
      ),
    },
    { key: 'state', header: t('inputs.state'), cell: (kind) => <KindState kind={kind} /> },
    { key: 'from', header: t('inputs.from'), cell: ({ from }) => from },
    {
      key: 'versions',
      header: t('inputs.versions'),
      cell: ({ versions }) => count('inputs.versions', versions.length),
    },
    {
      key: 'latest',
      header: t('inputs.latest'),
      cell: ({ versions: [latest] }) => latest && moment(latest.registeredAt),
    },
  ];
  const awaited: Column<InputKind> = {
    key: 'awaited',
    header: t('inputs.awaited-by'),
    cell: ({ awaitedBy }) => awaitedBy.length > 0 && <AwaitedBy runs={awaitedBy} />,
  };
  return (
    <Page
      title={t('inputs.title')}
      lead={t('inputs.lead')}
      aside={
        <YearChoice
          shown={year}
          hrefOf={(each) => `/underlag/${each}`}
          more={{ value: 'all', text: t('inputs.all') }}
        />
      }
    >
      <Loaded resource={found} lines={14}>
        {({ kinds }) => (
          <DataTable
            caption={all ? t('inputs.caption-all') : t('inputs.caption', { year })}
            narrow="stack"
            columns={
              kinds.some(({ awaitedBy }) => awaitedBy.length > 0) ? [...columns, awaited] : columns
            }
            rows={kinds}
            rowKey={({ kind, year }) => `${kind} ${year}`}
          />
        )}
      </Loaded>
    </Page>
  );
}
