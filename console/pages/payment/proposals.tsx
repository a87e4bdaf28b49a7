import { Amount, DataTable, type IconName, Tag, type Tone, useQuery, useText } from '../../kit.ts';
import type { Run } from './types.ts';

const looks: Readonly<Record<Run['proposals'][number]['state'], readonly [Tone, IconName]>> = {
  standing: ['info', 'pen'],
  rejected: ['danger', 'cross'],
  voided: ['neutral', 'stop'],
  released: ['success', 'check'],
  decided: ['success', 'check'],
};

/** Every proposal of the run with what became of it; each can be looked at again. */
export function Proposals({ run, shown }: { run: Run; shown: string | undefined }) {
  const { t, moment } = useText();
  const { href } = useQuery();
  return (
    <DataTable
      caption={t('proposals.title')}
      narrow="stack"
      rows={run.proposals.toReversed()}
      rowKey={({ number, proposal }) => `${number} ${proposal}`}
      columns={[
        {
          key: 'number',
          header: t('proposals.number'),
          cell: ({ number, proposal }) =>
            proposal === shown ? (
              t('proposals.shown', { number: String(number) })
            ) : (
              <a class="ds-link" href={href({ forslag: proposal, belopp: undefined })}>
                {t('proposals.show', { number: String(number) })}
              </a>
            ),
        },
        { key: 'at', header: t('proposals.at'), cell: ({ at }) => moment(at) },
        {
          key: 'state',
          header: t('proposals.state'),
          cell: ({ state, because }) => {
            const [tone, icon] = looks[state];
            return (
              <>
                <Tag tone={tone} icon={icon}>
                  {t(`proposals.${state}`)}
                </Tag>
                {because && <span class="row-note">{because}</span>}
              </>
            );
          },
        },
        {
          key: 'total',
          header: t('proposals.total'),
          numeric: true,
          cell: ({ totalSek }) => totalSek !== undefined && <Amount sek={totalSek} />,
        },
      ]}
    />
  );
}
