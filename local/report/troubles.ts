import { setColumns } from './columns.ts';
import { kronorText } from './kronor-text.ts';
import { kronor, sumOf } from './sums.ts';
import type { Trouble, TroubleKind, YearTroubles } from './year-troubles.ts';

const words: Readonly<Record<TroubleKind, string>> = {
  rejected: 'rejected by the bank',
  'file-rejected': 'rejected with its whole file',
  returned: 'came back',
  'returned-late': 'came back after its run was closed',
  'booked-late': 'was booked late',
  'told-again': 'the bank told again what was known',
  'out-of-order': 'the bank told what was overtaken',
  'leads-nowhere': 'the bank told of what leads nowhere',
  unreadable: 'the bank sent what cannot be read',
};

const cameBack: readonly TroubleKind[] = ['rejected', 'file-rejected', 'returned', 'returned-late'];

/** Whether the money of a payment was with the State again. */
export const isCameBack = ({ what }: Pick<Trouble, 'what'>): boolean => cameBack.includes(what);

/** What became of it, in few words; nothing where nothing is to become of it. */
const becameText = (trouble: Trouble): string => {
  if (!isCameBack(trouble)) return '';
  if (trouble.became === undefined) return 'still held';
  if (trouble.became === 'booked-anew') return 'carried out by the bank after all';
  return trouble.became === 'next-month' ? 'with the next payment' : `again as ${trouble.became}`;
};

const whatText = ({ what, code }: Trouble): string =>
  code === undefined ? words[what] : `${words[what]} (${code})`;

/**
 * `payout-2021-04 05 rejected by the bank (AC04), again as reissue-2021-04-05-1`: each trouble in a line, as the months pass. Many
 * payments of a file that was rejected are one line.
 */
export function troubleLines(month: string, troubles: readonly Trouble[]): readonly string[] {
  const all = troubles.filter(({ on }) => on.startsWith(month));
  const files = Map.groupBy(
    all.filter(({ what }) => what === 'file-rejected'),
    ({ run }) => run ?? '',
  );
  const single = all.filter(
    ({ what, run = '' }) => !(what === 'file-rejected' && (files.get(run)?.length ?? 0) > 1),
  );
  const many = [...files]
    .filter(([, of]) => of.length > 1)
    .map(([run, of]) => `${run} ${of.length} payments ${words['file-rejected']}`);
  return [...many, ...single.map(lineText)].map(
    (text) => `${month}  ${'trouble'.padEnd(17)}${text}`,
  );
}

function lineText(trouble: Trouble): string {
  const { run, payee, file } = trouble;
  const became = becameText(trouble);
  const what = [run, payee, file && `${file}:`, whatText(trouble)].filter(Boolean).join(' ');
  return became === '' ? what : `${what}, ${became}`;
}

/**
 * What did not go smoothly in the year: each trouble with what became of it, what was paid again, and what each payee is still owed.
 * Plain text, kronor.
 */
export function troublesTable({ troubles, reissues, payees }: YearTroubles): string {
  const { head, rows } = setColumns([
    column(
      'known on',
      troubles.map(({ on }) => on),
    ),
    column(
      'of',
      troubles.map(({ run, file }) => run ?? file ?? ''),
    ),
    column(
      'to',
      troubles.map(({ payee }) => payee ?? ''),
    ),
    {
      head: ['kr'],
      cells: troubles.map(({ sek }) => (sek === undefined ? '' : kronorText(kronor(sek)))),
      align: 'right',
    },
    column('what', troubles.map(whatText)),
    column('what became of it', troubles.map(becameText)),
  ]);
  const back = troubles.filter(isCameBack);
  const held = payees.filter(({ heldSek }) => heldSek !== '0');
  const sums = [
    sumLine(
      'came back',
      back.map(({ sek = '0' }) => sek),
      'payment',
    ),
    sumLine(
      'sent again',
      reissues.map(({ sek }) => sek),
      'payment',
    ),
    sumLine(
      'still held',
      held.map(({ heldSek }) => heldSek),
      'payee',
    ),
    ...held.map(
      ({ payee, heldSek }) => `  ${payee.padEnd(10)}${kronorText(kronor(heldSek)).padStart(16)} kr`,
    ),
  ];
  const width = Math.max(...[...head, ...rows].map((row) => row.length));
  return `${['Between the bank and us', ...head, '─'.repeat(width), ...rows, '', ...sums].join('\n')}\n`;
}

const column = (head: string, cells: readonly string[]) =>
  ({ head: [head], cells, align: 'left' }) as const;

const sumLine = (what: string, seks: readonly string[], of: string): string =>
  `${what.padEnd(12)}${kronorText(sumOf(seks)).padStart(16)} kr  ${seks.length} ${of}${seks.length === 1 ? '' : 's'}`;
