import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../core/accounting/chart.ts';
import { Sek } from '../../core/money/sek.ts';
import { accountsCsv } from '../../functions/accounting/accounts-csv.ts';
import { type Books, readBooks } from '../../functions/accounting/read-ledger.ts';
import { sieFile } from '../../functions/accounting/sie.ts';
import { tallyOfYear } from '../../functions/shared/tally.ts';
import { ReadOnlyRecords } from '../../local/record/read-only-records.ts';
import { readSie, type SieEntry, type SieFile } from '../accounting/read-sie.ts';
import { vouchers } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

/*
 * The accounts of the sample year as an accountant gets them, as approved files. Whoever means a change writes them anew with
 * `vitest run test/year/accounts.test.ts -u` and reads the difference. They are kept as text in UTF-8, to be read and compared line by
 * line; the bytes of a SIE file are in code page 437.
 */
const golden = (name: string) => `../golden/${name}`;

const calm = await ranYear();
const troubled = await ranYear({ bank: 'troubled' });
const budgetYears = [2021, 2022] as const;

const recordsOf = ({ found }: RanYear) => new ReadOnlyRecords(found);
async function booksOf(year: RanYear, budgetYear: number): Promise<Books> {
  const books = await readBooks(recordsOf(year), budgetYear);
  if (!books) throw new RangeError(`Nothing is booked in ${budgetYear}.`);
  return books;
}

describe.each(budgetYears)('The budget year %i of the sample', async (year) => {
  const books = await booksOf(calm, year);
  const bytes = sieFile(books);

  it('is this SIE file', async () => {
    const text = iconv.decode(Buffer.from(bytes), 'cp437').replaceAll('\r\n', '\n');
    await expect(text).toMatchFileSnapshot(golden(`accounts-${year}.se.txt`));
  });

  it('is this CSV file', async () => {
    const text = new TextDecoder().decode(accountsCsv(books, 'sv')).replaceAll('\r\n', '\n');
    await expect(text).toMatchFileSnapshot(golden(`accounts-${year}.csv`));
  });
});

describe('What is imported again', () => {
  it('is what left the account: 27 871 758 776 kr in 2021 and 12 944 391 224 kr in 2022', async () => {
    const left = await Promise.all(
      budgetYears.map(async (year) => {
        const { closing, opening } = readSie(sieFile(await booksOf(calm, year)));
        return closing
          .get('1811')
          ?.minus(opening.get('1811') ?? Sek.zero)
          .toString();
      }),
    );
    expect(left).toEqual(['-27871758776', '-12944391224']);
  });
});

type Summed = Readonly<Record<string, string>>;
function sumsBy<T>(each: readonly T[], key: (one: T) => string, sek: (one: T) => Sek): Summed {
  const keys = [...new Set(each.map(key))].sort();
  return Object.fromEntries(
    keys.map((name) => [
      name,
      Sek.sum(each.filter((one) => key(one) === name).map(sek)).toString(),
    ]),
  );
}
const entriesOf = (file: SieFile): readonly SieEntry[] =>
  file.vouchers.flatMap(({ entries }) => entries);

describe.each([
  ['calm', calm],
  ['troubled', troubled],
] as const)('The %s year', (_, year) => {
  it.each(budgetYears)(
    'has the journal’s sums in the file of %i, by account, counterpart and voucher',
    async (budgetYear) => {
      const file = readSie(sieFile(await booksOf(year, budgetYear)));
      const journal = vouchers(year.found).filter(({ day }) => day.startsWith(String(budgetYear)));
      const booked = journal.flatMap(({ entries }) => entries);
      const imported = entriesOf(file);
      expect(
        sumsBy(
          imported,
          ({ account }) => account,
          ({ sek }) => sek,
        ),
      ).toEqual(
        sumsBy(
          booked,
          (entry) => accountOf(entry).number,
          ({ sek }) => Sek.of(sek),
        ),
      );
      expect(
        sumsBy(
          imported,
          ({ objects }) => objects.get('21') ?? '',
          ({ sek }) => sek,
        ),
      ).toEqual(
        sumsBy(
          booked,
          ({ counterpart }) => counterpart,
          ({ sek }) => Sek.of(sek),
        ),
      );
      expect(file.vouchers.map(({ number, entries }) => [number, entries.length])).toEqual(
        journal.map(({ number, entries }) => [number, entries.length]),
      );
    },
  );

  it('is equal to the öre from the proposals to the bank’s answers', async () => {
    const paymentFiles = {
      read: (name: string) =>
        Promise.resolve(new Uint8Array(readFileSync(join(year.records, 'payment-files', name)))),
    };
    for (const budgetYear of budgetYears) {
      const tallies = await tallyOfYear({ records: recordsOf(year), paymentFiles }, budgetYear);
      expect(tallies.filter(({ holds }) => !holds)).toEqual([]);
      expect(tallies.length).toBeGreaterThan(4);
    }
  });
});

describe('The troubled year', () => {
  it('costs what the calm one costs, and owes what is still held', async () => {
    for (const budgetYear of budgetYears) {
      const [one, other] = await Promise.all(
        [calm, troubled].map(async (year) => readSie(sieFile(await booksOf(year, budgetYear)))),
      );
      expect(other?.results).toEqual(one?.results);
    }
    const { closing, objectClosing } = readSie(sieFile(await booksOf(troubled, 2022)));
    const owed = [...objectClosing].filter(([, sek]) => !sek.isZero());
    expect(Object.fromEntries(owed.map(([key, sek]) => [key, sek.toString()]))).toEqual({
      '2691 21 13': '-87898210',
      '2691 21 24': '-72396784',
    });
    expect(closing.get('2691')?.toString()).toBe('-160294994');
  });
});
