import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { accountOf, accounts, appropriationItem, chart } from '../../../core/accounting/chart.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { VoucherEntry } from '../../../core/payment/voucher.ts';
import { APPROPRIATION, COUNTERPART, sieFile } from '../../../functions/accounting/sie.ts';
import { anyTwoYears, booksOf, marchAndReturn } from '../../accounting/journals.ts';
import { readSie, type SieEntry, type SieFile } from '../../accounting/read-sie.ts';
import { cases } from '../../helpers/cases.ts';

const textOf = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'cp437');

describe('March, of which one region’s payment came back', () => {
  const bytes = sieFile(booksOf(2021, marchAndReturn));

  it('is this file', async () => {
    await expect(textOf(bytes).replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      '../../golden/accounts-of-march-and-a-return.se.txt',
    );
  });

  it('has Swedish letters in code page 437', () => {
    // Å is 8F, Ä is 8E, Ö is 99 there.
    expect(Buffer.from(bytes).includes(Buffer.from([0x8f, 0x2c, 0x20, 0x8e]))).toBe(true);
    expect(Buffer.from(bytes).includes(Buffer.from([0x99, 0x5c, 0x22]))).toBe(true);
  });

  it('comes back from the reader with what was booked', () => {
    const read = readSie(bytes);
    expect(read.heading.get('FNAMN')).toEqual(['Kammarkollegiet']);
    expect(read.heading.get('ORGNR')).toEqual(['202100-0829']);
    expect(read.heading.get('RAR')).toEqual(['0', '20210101', '20211231']);
    expect(read.heading.get('GEN')).toEqual(['20210304']);
    expect(read.objects.get('21 01')).toBe('Region 01 "Å, Ä och Ö" 232100-0016');
    expect(read.vouchers.map(({ number, day, text }) => [number, day, text])).toEqual([
      [1, '20210301', 'Utbetalningen för mars 2021'],
      [
        2,
        '20210304',
        'Återföring av betalning till Region Uppsala som kom tillbaka: utbetalningen för mars 2021',
      ],
    ]);
    expect(read.closing).toEqual(
      new Map([
        ['1811', Sek.of('-70')],
        ['2691', Sek.of('-7')],
      ]),
    );
    expect(read.results).toEqual(
      new Map([
        ['7721', Sek.of('77')],
        ['7761', Sek.of('0')],
      ]),
    );
  });
});

/** Sums of entries by what one asks of them. */
function sums<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  sekOf: (entry: T) => Sek,
): Readonly<Record<string, string>> {
  const keys = [...new Set(entries.map(keyOf))].sort();
  return Object.fromEntries(
    keys.map((key) => [
      key,
      Sek.sum(entries.filter((entry) => keyOf(entry) === key).map(sekOf)).toString(),
    ]),
  );
}

const entriesOf = (read: SieFile): readonly SieEntry[] =>
  read.vouchers.flatMap(({ entries }) => entries);

describe('For any two years, the file read again', () => {
  const anyFile = anyTwoYears.map(({ before, vouchers }) => ({
    booked: vouchers,
    read: readSie(sieFile(booksOf(2022, vouchers, before))),
    earlier: readSie(sieFile(booksOf(2021, before))),
  }));

  it('has the journal’s sums per account, per voucher, per counterpart and per appropriation item', () => {
    fc.assert(
      fc.property(anyFile, ({ booked, read }) => {
        const journal: readonly VoucherEntry[] = booked.flatMap(({ entries }) => entries);
        const imported = entriesOf(read);
        const kronor = ({ sek }: VoucherEntry) => Sek.of(sek);
        const sek = (entry: SieEntry) => entry.sek;
        expect(sums(imported, ({ account }) => account, sek)).toEqual(
          sums(journal, (entry) => accountOf(entry).number, kronor),
        );
        expect(
          sums(imported, ({ objects }) => objects.get(String(COUNTERPART)) ?? '', sek),
        ).toEqual(sums(journal, ({ counterpart }) => counterpart, kronor));
        expect(
          sums(imported, ({ objects }) => objects.get(String(APPROPRIATION)) ?? '', sek),
        ).toEqual(sums(journal, () => appropriationItem.code, kronor));
        // What used the appropriation is what left the State's account.
        const used = imported.filter(({ account }) => account === chart.state.number);
        expect(Sek.sum(used.map(sek)).negated().toString()).toBe(
          Sek.sum(booked.map(({ cashSek }) => Sek.of(cashSek))).toString(),
        );
        expect(read.vouchers.map(({ entries }) => entries.map((e) => e.sek.toString()))).toEqual(
          booked.map(({ entries }) => entries.map((e) => e.sek)),
        );
      }),
      cases(150),
    );
  });

  it('opens with what the year before closed with, and the result has gone to the State', () => {
    fc.assert(
      fc.property(anyFile, ({ read, earlier }) => {
        const result = Sek.sum(earlier.results.values());
        for (const { number, type } of accounts) {
          if (type === 'cost') continue;
          const closed = earlier.closing.get(number) ?? Sek.zero;
          const expected = type === 'asset' ? closed.plus(result) : closed;
          expect(read.opening.get(number)?.toString()).toBe(expected.toString());
        }
        for (const [key, sek] of read.objectOpening)
          expect((earlier.objectClosing.get(key) ?? Sek.zero).toString()).toBe(sek.toString());
      }),
      cases(150),
    );
  });

  it('says of itself what its vouchers say: closing balances, results and periods', () => {
    fc.assert(
      fc.property(anyFile, ({ read }) => {
        const changed = sums(
          entriesOf(read),
          ({ account }) => account,
          ({ sek }) => sek,
        );
        for (const [account, closing] of [...read.closing, ...read.results]) {
          const opening = read.opening.get(account) ?? Sek.zero;
          expect(closing.minus(opening).toString()).toBe(changed[account] ?? '0');
        }
        const dated = read.vouchers.flatMap(({ day, entries }) =>
          entries.map((entry) => ({ ...entry, month: day.slice(0, 6) })),
        );
        const byCounterpart = dated.filter(({ objects }) => objects.has('21'));
        expect(
          Object.fromEntries([...read.periods].map(([key, sek]) => [key, sek.toString()])),
        ).toEqual({
          ...sums(
            dated,
            ({ month, account }) => `${month} ${account}`,
            ({ sek }) => sek,
          ),
          ...sums(
            byCounterpart,
            ({ month, account, objects }) => `${month} ${account} 21 ${objects.get('21')}`,
            ({ sek }) => sek,
          ),
        });
      }),
      cases(150),
    );
  });
});

it('The same journal gives the same bytes', () => {
  expect(sieFile(booksOf(2021, marchAndReturn))).toEqual(sieFile(booksOf(2021, marchAndReturn)));
});
