import { type AnswerOf, type Column, DataTable, useText } from '../../kit.ts';
import { nameOfWay, shownValue } from './entry-names.ts';

type Change = AnswerOf<'readInputVersion'>['changes'][number];

/** More changes than this are shown when one asks for them. */
const mostShown = 25;

/** Which entries differ, from what to what. When everything is new there is nothing to compare, and it says so. */
export function ChangesView({ changes }: { changes: readonly Change[] }) {
  const text = useText();
  const { t, count } = text;
  if (changes.length === 0) return <p>{t('inputs.changes.none')}</p>;
  if (changes.every(({ before }) => before === undefined))
    return <p>{t('inputs.changes.first')}</p>;
  const shown = (value: string | undefined, entry: string) =>
    value === undefined
      ? t('inputs.none')
      : shownValue(value, entry.split(' / ').at(-1) ?? '', text);
  const columns: readonly Column<Change>[] = [
    { key: 'entry', header: t('inputs.entry'), cell: ({ entry }) => nameOfWay(entry, text) },
    {
      key: 'before',
      header: t('inputs.before'),
      numeric: true,
      cell: ({ before, entry }) => shown(before, entry),
    },
    {
      key: 'after',
      header: t('inputs.after'),
      numeric: true,
      cell: ({ after, entry }) => <strong>{shown(after, entry)}</strong>,
    },
  ];
  const table = (
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
  if (changes.length <= mostShown) return table;
  return (
    <details class="more">
      <summary>{count('inputs.changes.count', changes.length)}</summary>
      {table}
    </details>
  );
}
