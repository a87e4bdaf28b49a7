import {
  type AnswerOf,
  type Column,
  DataTable,
  Hash,
  Loaded,
  type Resource,
  useQuery,
  useText,
} from '../../kit.ts';
import { type Part, partsOf } from './record-parts.ts';
import { eventsHref, kindOf, placeOf } from './stream-names.ts';

type Record = AnswerOf<'verifyRecord'>;
type Head = Record['heads'][number];

/** The parts of the record with how much each holds, as the server knows them; a part that is chosen, stream by stream. */
export function Streams(props: { record: Resource<Record>; mayRead: boolean }) {
  const { record, mayRead } = props;
  const { t, count } = useText();
  const query = useQuery();
  const chosen = query.get('del');
  return (
    <section>
      <h2 class="ds-heading section-title" id="delar">
        {chosen === undefined ? t('streams.title') : t('streams.of', { part: chosen })}
      </h2>
      <Loaded resource={record}>
        {({ heads, headHash, events }) =>
          chosen === undefined ? (
            <>
              <p class="head-hash">
                {count('streams.events', events)}
                {' · '}
                <span class="quiet">{t('streams.head')}</span> <Hash hash={headHash} />
              </p>
              <Parts parts={partsOf(heads)} hrefOf={(part) => query.href({ del: part })} />
            </>
          ) : (
            <>
              <p>
                <a class="ds-link" href={query.href({ del: undefined })}>
                  {t('streams.all')}
                </a>
              </p>
              <StreamTable
                caption={t('streams.of', { part: chosen })}
                heads={heads.filter(({ stream }) => placeOf(stream).partition === chosen)}
                mayRead={mayRead}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Parts(props: { parts: readonly Part[]; hrefOf: (part: string) => string }) {
  const { parts, hrefOf } = props;
  const { t } = useText();
  const columns: readonly Column<Part>[] = [
    {
      key: 'part',
      header: t('streams.part'),
      cell: ({ partition }) => (
        <a class="ds-link" href={hrefOf(partition)}>
          {partition}
        </a>
      ),
    },
    {
      key: 'kind',
      header: t('streams.kind'),
      cell: ({ partition }) => {
        const kind = kindOf(partition);
        return kind && t(`streams.kind.${kind}`);
      },
    },
    {
      key: 'streams',
      header: t('streams.streams'),
      numeric: true,
      cell: ({ streams }) => streams,
    },
    { key: 'events', header: t('streams.length'), numeric: true, cell: ({ events }) => events },
  ];
  return (
    <DataTable
      caption={t('streams.title')}
      captionHidden
      narrow="stack"
      rows={parts}
      rowKey={({ partition }) => partition}
      columns={columns}
    />
  );
}

function StreamTable(props: { caption: string; heads: readonly Head[]; mayRead: boolean }) {
  const { caption, heads, mayRead } = props;
  const { t } = useText();
  return (
    <DataTable
      caption={caption}
      captionHidden
      narrow="stack"
      rows={heads}
      rowKey={({ stream }) => stream}
      columns={[
        {
          key: 'stream',
          header: t('streams.stream'),
          cell: ({ stream }) => {
            const { partition, name } = placeOf(stream);
            return mayRead ? (
              <a class="ds-link" href={eventsHref(partition, name)}>
                {name}
              </a>
            ) : (
              name
            );
          },
        },
        {
          key: 'length',
          header: t('streams.length'),
          numeric: true,
          compare: (a, b) => a.length - b.length,
          cell: ({ length }) => length,
        },
        { key: 'hash', header: t('streams.hash'), cell: ({ hash }) => <Hash hash={hash} /> },
      ]}
    />
  );
}
