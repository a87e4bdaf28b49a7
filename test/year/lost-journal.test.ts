import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { paidTwice } from '../../local/restore/paid-once.ts';
import { copyOf } from '../helpers/folders.ts';
import { vouchers, wrongIn } from '../helpers/record.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

const until = '2021-04';

/** What was paid: each month with its day and sum, and the vouchers. */
const paidIn = ({ result, found }: RanYear) => [result.payments, vouchers(found)];

let undisturbed: RanYear;
let underWay: RanYear;
beforeAll(async () => {
  undisturbed = await ranYear({ until });
  // April's payout is approved, and waits for its pay day.
  underWay = await ranYear({ until: '2021-03' });
});

const journalOf = (records: string): string => join(records, 'engine.jsonl');

/** Goes on with a copy of the records whose journal is not what it was. */
async function goesOn(change: (journal: string) => void): Promise<RanYear & { told: unknown[] }> {
  const records = copyOf(underWay.records);
  change(journalOf(records));
  const told: unknown[] = [];
  const year = await ranYear({ until, records, onLoss: (cases) => told.push(cases) });
  return { ...year, told };
}

/** The journal without its last lines, from the first on that holds the text. */
const cutBefore = (text: string) => (journal: string) => {
  const lines = readFileSync(journal, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(text));
  expect(at).toBeGreaterThan(0);
  writeFileSync(journal, `${lines.slice(0, at).join('\n')}\n`);
};

const part = (share: number) => (journal: string) => {
  const lines = readFileSync(journal, 'utf8').split('\n');
  writeFileSync(journal, `${lines.slice(0, Math.floor(lines.length * share)).join('\n')}\n`);
};

const losses: readonly (readonly [string, (journal: string) => void])[] = [
  ['gone', rmSync],
  ['empty', (journal) => writeFileSync(journal, '')],
  ['cut before April’s payout was started', cutBefore('"name":"payout-2021-04"')],
  [
    'cut before anybody was asked to approve it',
    cutBefore('payout-2021-04","path":"5 Wait for attest'),
  ],
  ['cut after its first tenth', part(0.1)],
  ['cut in its middle', part(0.5)],
  ['cut by its last tenth', part(0.9)],
];

describe('A year whose engine’s journal is', () => {
  it.each(losses)(
    '%s goes on from the record, pays what is left, and nothing twice',
    async (_, change) => {
      const year = await goesOn(change);
      expect(year.told).toHaveLength(1);
      expect(paidIn(year)).toEqual(paidIn(undisturbed));
      expect(paidTwice(year.found, join(year.records, 'payment-files'))).toEqual([]);
      expect([year.failed, year.standing, year.findings, wrongIn(year.found)]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    },
  );

  it('whole is not told to have lost anything', async () => {
    const { told, ...year } = await goesOn(() => undefined);
    expect(told).toEqual([]);
    expect(paidIn(year)).toEqual(paidIn(undisturbed));
  });
});
