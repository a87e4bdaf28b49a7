import { type AnswerOf, type Column, DataTable, Facts, Tag, useText } from '../../kit.ts';
import { nameOfWay, shownValue } from './entry-names.ts';

type Compared = Pick<AnswerOf<'readInputVersion'>, 'against' | 'changes' | 'same' | 'sum'>;
type Change = Compared['changes'][number];

/** More changes than this are shown when one asks for them. */
const mostShown = 25;

/** A content against the confirmed version before it: what differs, from what to what, how much is the same, and what it comes to. */
export function ChangesView({ compared }: { compared: Compared }) {
  const { t, count, moment } = useText();
  const { against, changes, same, sum } = compared;
  if (!against) {
    return (
      <>
        <p>{t('inputs.changes.first')}</p>
        <Sum sum={sum} />
      </>
    );
  }
  const added = changes.filter(({ before }) => before === undefined).length;
  const gone = changes.filter(({ after }) => after === undefined).length;
  const changed = changes.filter(
    ({ before, after }) => before !== undefined && after !== undefined,
  ).length;
  const table = <ChangesTable changes={changes} sum={sum} />;
  return (
    <>
      <p>
        {t(against.confirmedBy ? 'inputs.changes.against-confirmed' : 'inputs.changes.against', {
          version: String(against.version),
          name: against.registeredBy.name,
          at: moment(against.registeredAt),
          second: against.confirmedBy?.name ?? '',
        })}
      </p>
      {changes.length === 0 ? (
        <>
          <p>
            <strong>{t('inputs.changes.none')}</strong>
          </p>
          <Sum sum={sum} />
        </>
      ) : (
        <ul class="change-counts">
          {changed > 0 && <li>{count('inputs.changes.changed', changed)}</li>}
          {added > 0 && <li>{count('inputs.changes.added', added)}</li>}
          {gone > 0 && <li>{count('inputs.changes.gone', gone)}</li>}
          <li class="quiet">{count('inputs.changes.same', same)}</li>
        </ul>
      )}
      {changes.length > mostShown ? (
        <details class="more">
          <summary>{count('inputs.changes.count', changes.length)}</summary>
          {table}
        </details>
      ) : (
        changes.length > 0 && table
      )}
    </>
  );
}

/** The entries that differ; under them what all entries come to, changed or not. */
function ChangesTable({ changes, sum }: Pick<Compared, 'changes' | 'sum'>) {
  const text = useText();
  const { t, decimal, signedKronor } = text;
  const shown = (value: string, { entry }: Change) =>
    shownValue(value, entry.split(' / ').at(-1) ?? '', text);
  const differences: readonly Column<Change>[] = changes.some(({ change }) => change !== undefined)
    ? [
        {
          key: 'change',
          header: t('inputs.change'),
          numeric: true,
          cell: ({ change }) => change !== undefined && signedKronor(change),
          ...(sum?.change !== undefined && { footer: signedKronor(sum.change) }),
        },
      ]
    : [];
  const columns: readonly Column<Change>[] = [
    {
      key: 'entry',
      header: t('inputs.entry'),
      rowHeader: true,
      cell: ({ entry }) => nameOfWay(entry, text),
      ...(sum && { footer: t(`inputs.sum.${sum.of}`) }),
    },
    {
      key: 'before',
      header: t('inputs.before'),
      numeric: true,
      cell: (change) =>
        change.before === undefined ? (
          <Tag tone="info" icon="pen">
            {t('inputs.changes.is-new')}
          </Tag>
        ) : (
          <span class="entry-value">{shown(change.before, change)}</span>
        ),
      ...(sum?.before !== undefined && { footer: decimal(sum.before) }),
    },
    {
      key: 'after',
      header: t('inputs.after'),
      numeric: true,
      cell: (change) =>
        change.after === undefined ? (
          <Tag tone="warning" icon="cross">
            {t('inputs.changes.is-gone')}
          </Tag>
        ) : (
          <strong class="entry-value">{shown(change.after, change)}</strong>
        ),
      ...(sum && { footer: decimal(sum.after) }),
    },
    ...differences,
  ];
  return (
    <div class="few-columns">
      <DataTable
        caption={t('inputs.changes')}
        captionHidden
        narrow="stack"
        columns={columns}
        rows={changes}
        rowKey={({ entry }) => entry}
      />
    </div>
  );
}

/** What all entries come to together, where no table of changes says it. */
function Sum({ sum }: Pick<Compared, 'sum'>) {
  const { t, decimal } = useText();
  return sum ? <Facts of={[[t(`inputs.sum.${sum.of}`), decimal(sum.after)]]} /> : null;
}
