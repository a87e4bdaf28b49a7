import { Amount, Citations, DataTable, type IconName, Tag, type Tone, useText } from '../../kit.ts';
import type { Forecast } from './types.ts';

type Item = Forecast['items'][number];
type Basis = NonNullable<Item['basis']>;

const looks: Readonly<Record<Basis, readonly [Tone, IconName]>> = {
  decided: ['success', 'check'],
  unsigned: ['info', 'pen'],
  range: ['warning', 'half'],
  unknown: ['neutral', 'empty'],
};

/** What is still to come: single amounts, ranges, and what nobody knows yet; how each was computed and where it is written. */
export function ForecastList({ items }: { items: readonly Item[] }) {
  const { t, month } = useText();
  return (
    <DataTable
      caption={t('forecast.title')}
      captionHidden
      narrow="stack"
      rows={items}
      rowKey={({ month, kind }) => `${month} ${kind}`}
      empty={t('forecast.none')}
      columns={[
        {
          key: 'month',
          header: t('statement.month'),
          cell: (item) => <span class="sentence-case">{month(item.month)}</span>,
        },
        {
          key: 'kind',
          header: t('forecast.what'),
          rowHeader: true,
          cell: ({ text, how, cites }) => (
            <>
              {text}
              <details class="how">
                <summary>{t('forecast.how')}</summary>
                <p>{how}</p>
                <Citations cites={cites} />
              </details>
            </>
          ),
        },
        {
          key: 'amount',
          header: t('forecast.amount'),
          numeric: true,
          cell: (item) => <Expected item={item} />,
        },
        {
          key: 'basis',
          header: t('forecast.basis'),
          cell: ({ basis }) => basis && <BasisTag basis={basis} />,
        },
      ]}
    />
  );
}

/** One amount when it is certain, from and to when it is not; unknown is not zero. */
function Expected({ item: { fromSek, toSek } }: { item: Item }) {
  const { t, signedKronor } = useText();
  if (fromSek === undefined || toSek === undefined)
    return <span class="quiet">{t('forecast.unknown')}</span>;
  if (fromSek === toSek) return <Amount sek={fromSek} signed />;
  return (
    <span class="amount">
      {t('forecast.range', { from: signedKronor(fromSek), to: signedKronor(toSek) })}
    </span>
  );
}

function BasisTag({ basis }: { basis: Basis }) {
  const { t } = useText();
  const [tone, icon] = looks[basis];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`forecast.basis.${basis}`)}
    </Tag>
  );
}
