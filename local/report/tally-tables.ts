import { tallyAmounts } from '../../core/bank/tally-case.ts';
import { Sek } from '../../core/money/sek.ts';
import { fixedPlaces } from '../../core/money/to-places.ts';
import type { AnswerOf } from '../../functions/contract/api/operation.ts';
import { type Column, setColumns } from './columns.ts';
import { kronorText } from './kronor-text.ts';

type Tally = AnswerOf<'readTally'>;
type Row = Tally['total'];

/** A line of a table: how it is called, and the row. */
interface Line {
  readonly name: readonly string[];
  readonly row: Row;
  readonly holds: boolean;
}

/**
 * A year's tally as plain text: a line for each run, one for each payee, and under them what differs, with both sides. `all` adds a
 * line for each payee of each run.
 */
export function tallyText(tally: Tally, all: boolean): string {
  const runs = tally.runs.map(({ run, paidOn = 'not released', holds, total }) => ({
    ...{ name: [run, paidOn], row: total, holds },
  }));
  const payees = tally.rows.map(payeeLine);
  return [
    `${tally.year}, by run`,
    ...table(['run', 'paid on'], [...runs, { name: ['sum', ''], row: tally.total, holds: true }]),
    '',
    `${tally.year}, by payee`,
    ...table(['payee', ''], [...payees, { name: ['sum', ''], row: tally.total, holds: true }]),
    ...(all ? tally.runs.flatMap(runTable) : []),
    '',
    verdict(tally),
    '',
  ].join('\n');
}

const payeeLine = (row: Row): Line => ({
  name: [row.payee, row.name],
  row,
  holds: row.differs.length === 0,
});

const runTable = ({ run, rows, total }: Tally['runs'][number]): readonly string[] => [
  '',
  run,
  ...table(['payee', ''], [...rows.map(payeeLine), { name: ['sum', ''], row: total, holds: true }]),
];

function table(names: readonly string[], lines: readonly Line[]): readonly string[] {
  const left = names.map(
    (head, at): Column => ({
      head: [head],
      cells: lines.map(({ name }) => name[at] ?? ''),
      align: 'left',
    }),
  );
  const right = tallyAmounts.map(
    (amount): Column => ({
      head: [amount],
      cells: lines.map(({ row }) => amountText(Sek.of(row[amount]))),
      align: 'right',
    }),
  );
  const marks: Column = {
    head: [''],
    cells: lines.map(({ holds }) => (holds ? '' : '✗')),
    align: 'left',
  };
  const { head, rows } = setColumns([...left, ...right, marks]);
  const rule = '─'.repeat(Math.max(...[...head, ...rows].map((each) => each.length)));
  return [...head, rule, ...rows.slice(0, -1), rule, ...rows.slice(-1)];
}

/** Kronor, and öre where there are some: 1 234, 1 234.50. */
export function amountText(sek: Sek): string {
  if (sek.isWhole()) return kronorText(sek.kronor());
  const [whole = '', ore] = fixedPlaces(sek.fraction, 2).replace('-', '').split('.');
  return `${sek.isNegative() ? '−' : ''}${kronorText(BigInt(whole))}.${ore}`;
}

function verdict(tally: Tally): string {
  const { lookedInto, lookedIntoSek } = tally.untaken;
  const seen =
    lookedInto === 0
      ? []
      : [
          `${tally.year}: ${counted(lookedInto, 'movement')} on the account as no payment from here, looked into: ${amountText(Sek.of(lookedIntoSek))} kr (left, less came)`,
        ];
  return [whether(tally), ...seen, ...open(tally)].join('\n');
}

/** What a person has still to say, however well the sums hold. */
const open = ({ year, openItems, undecided }: Tally): readonly string[] => [
  ...(openItems === 0
    ? []
    : [`! ${year}: nobody has looked into ${counted(openItems, 'item')} of the bank's reports.`]),
  ...(undecided === 0
    ? []
    : [`! ${year}: nobody has decided on ${counted(undecided, 'payment')} that came back.`]),
];

function whether({ year, holds, runs, rows, total, untaken }: Tally): string {
  if (holds && runs.length === 0) return `✓ ${year}: nothing was paid.`;
  if (holds)
    return `✓ ${year}: prepared = approved = filed = settled + returned + outstanding, and nothing moved without an order, to the öre, for ${counted(runs.length, 'run')} and ${counted(rows.length, 'payee')}.`;
  const payees = rows.flatMap((row) =>
    row.differs.map((each) => `✗ ${row.payee} ${row.name}: ${each}`),
  );
  const whole = [...total.differs, ...untaken.open].map((each) => `✗ ${each}`);
  return [...whole, ...payees].join('\n');
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;
