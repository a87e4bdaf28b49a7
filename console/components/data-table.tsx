import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { useOverflow } from './use-overflow.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers stand to the right, in digits of equal width. */
  readonly numeric?: boolean;
  /** The column that names the row; the first when none does. */
  readonly rowHeader?: boolean;
  /** Makes the column sortable. */
  readonly compare?: (a: Row, b: Row) => number;
  /** Under the line, such as a total. */
  readonly footer?: ComponentChildren;
}

interface DataTableProps<Row> {
  caption: string;
  /** Hides the caption from sight, for tables right below a heading that says the same. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Narrow windows: scroll sideways, or stack each row's cells. Stack where a row is read alone, scroll where rows are compared. */
  narrow?: 'scroll' | 'stack';
  /** What stands instead of rows when there are none. */
  empty?: string;
}

/** A table with a caption, a header that stays in sight, and numbers to the right. Wider than its place it scrolls by itself. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, narrow = 'scroll' } = props;
  const { t } = useText();
  const captionId = useId();
  const [region, overflows] = useOverflow();
  const [sort, setSort] = useState<{ key: string; down: boolean } | undefined>(undefined);
  const sorted = sortedBy(rows, columns, sort);
  const heads = columns.some(({ rowHeader }) => rowHeader) ? undefined : columns[0]?.key;
  const reachable = overflows
    ? ({ tabIndex: 0, role: 'region', 'aria-labelledby': captionId } as const)
    : {};
  // A stacked cell is no table cell to the browser any more, so roles say what the elements said.
  const role = <Name extends TableRole>(name: Name): { role?: Name } =>
    narrow === 'stack' ? { role: name } : {};

  return (
    <div ref={region} class="table-region" data-overflows={overflows} {...reachable}>
      <table class="ds-table table" data-color="neutral" data-narrow={narrow} {...role('table')}>
        <caption class={props.captionHidden ? 'ds-sr-only' : undefined} id={captionId}>
          {caption}
        </caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...role('columnheader')}
                class={column.numeric ? 'numeric' : undefined}
                aria-sort={column.compare && direction(sort, column.key)}
              >
                {column.compare ? (
                  <button type="button" onClick={() => setSort(turned(sort, column.key))}>
                    <span class="ds-sr-only">{t('table.sort', { column: column.header })}</span>
                    <span aria-hidden="true">{column.header}</span>
                  </button>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {sorted.map((row) => (
            <tr key={rowKey(row)} {...role('row')}>
              {columns.map((column) => {
                const cell = {
                  class: column.numeric ? 'numeric' : undefined,
                  'data-label': column.header,
                };
                return column.rowHeader || column.key === heads ? (
                  <th key={column.key} {...cell} scope="row" {...role('rowheader')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...cell} {...role('cell')}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr {...role('row')}>
              <td colSpan={columns.length} {...role('cell')}>
                {props.empty ?? t('table.empty')}
              </td>
            </tr>
          )}
        </tbody>
        {columns.some(({ footer }) => footer !== undefined) && (
          <tfoot {...role('rowgroup')}>
            <tr {...role('row')}>
              {columns.map(({ key, footer, numeric, header }) => (
                <td
                  key={key}
                  class={numeric ? 'numeric' : undefined}
                  data-label={header}
                  {...role('cell')}
                >
                  {footer}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

type TableRole = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';
type Sort = { readonly key: string; readonly down: boolean } | undefined;

function sortedBy<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort) {
  const compare = columns.find(({ key }) => key === sort?.key)?.compare;
  if (!compare) return rows;
  const up = rows.toSorted(compare);
  return sort?.down ? up.reverse() : up;
}

const turned = (sort: Sort, key: string): Sort =>
  sort?.key === key ? { key, down: !sort.down } : { key, down: false };

function direction(sort: Sort, key: string) {
  if (sort?.key !== key) return 'none';
  return sort.down ? 'descending' : 'ascending';
}
