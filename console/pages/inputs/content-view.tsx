import { type Column, DataTable, Facts, useText } from '../../kit.ts';
import { type ReadableContent, readableContent } from './content-table.ts';
import { isNumber, nameOfEntry, shownValue } from './entry-names.ts';

type Row = Extract<ReadableContent, { kind: 'table' }>['rows'][number];

/** What a version holds, as a table per region and group, or as a few facts. */
export function ContentView({ content }: { content: unknown }) {
  const text = useText();
  const { t } = text;
  const read = readableContent(content);
  if (read.kind === 'facts') {
    return (
      <Facts
        of={read.facts.map(([name, value]) => [
          nameOfEntry(name, text) || t('inputs.value'),
          shownValue(value, name, text) || t('inputs.none'),
        ])}
      />
    );
  }
  const { rows } = read;
  const columns: readonly Column<Row>[] = [
    { key: 'row', header: t('inputs.entry'), cell: ({ key }) => nameOfEntry(key, text) },
    ...read.columns.map((name, at) => ({
      key: `column ${name}`,
      header: name === '' ? t('inputs.value') : nameOfEntry(name, text),
      numeric: rows.every(({ cells }) => cells[at] === '' || isNumber(cells[at] ?? '', name)),
      cell: ({ cells }: Row) => shownValue(cells[at] ?? '', name, text) || t('inputs.none'),
    })),
  ];
  return (
    <div class={columns.length <= 2 ? 'few-columns' : undefined}>
      <DataTable
        caption={t('inputs.content')}
        captionHidden
        narrow={columns.length > 4 ? 'scroll' : 'stack'}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </div>
  );
}
