import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../core/canonical.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { MovementChoice } from '../../../core/payment/bank-words.ts';
import { cashOf, sumsToZero } from '../../../core/payment/voucher.ts';
import { shownTally, talliedOf } from '../../../functions/api/operations/read-tally.ts';
import { resolveBankItem } from '../../../functions/doors/resolve-bank-item.ts';
import { tallyOf } from '../../../functions/shared/tally.ts';
import { whatDiffers } from '../../../functions/shared/tally-text.ts';
import { person } from '../../../local/officials/people.ts';
import { testDebtor } from '../../helpers/debtor.ts';
import { Crash, crashAt } from '../../helpers/memory-records.ts';
import { readerOf } from '../api/reading.ts';
import {
  accountOfCases,
  deliver,
  lineOf,
  outcomesOf,
  releasedFrom,
  reportsOf,
  statusesOf,
} from '../support/bank.ts';
import {
  asCalled,
  at,
  copyOf,
  eventsOf,
  newWorld,
  refusalOf,
  stateOf,
  vouchersOf,
  type World,
} from '../support/world.ts';
import { cases, released, resolve, settle } from '../support/year.ts';
import { camt, pain002 } from './bank-reports.ts';

const whole = '2786075070';
const uppsala = '98897438';

const file = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'cases', name));

const paid = (): Promise<World> => releasedFrom(accountOfCases);

async function told(...names: readonly string[]): Promise<World> {
  const world = await paid();
  for (const name of names) await deliver(world, file(name));
  return world;
}

/** What became of the items of the last report, how many of each. */
async function lastOutcomes(world: World): Promise<Readonly<Record<string, number>>> {
  const last = (await reportsOf(world)).at(-1);
  if (last?.type !== 'report-taken') throw new Error(`It was ${last?.type}.`);
  const counts: Record<string, number> = {};
  for (const { outcome } of last.items) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

const tallied = async (world: World) => (await tallyOf(world, cases.march)).total;
const unordered = async (world: World) => (await tallied(world)).unordered.toString();

const openOf = (world: World) =>
  readerOf(world).read('readBank', {
    parameters: { year: '2021' },
    language: 'en',
    at: at('2021-03-04'),
  });

/** What a case officer says of an item of the last report. */
async function decide(
  world: World,
  item: number,
  choice?: MovementChoice,
  when = at('2021-03-03'),
  of?: string,
) {
  const reports = await reportsOf(world);
  const [last = ''] = reports.flatMap((each) => ('hash' in each ? [each.hash] : [])).slice(-1);
  const report = of ?? last;
  const by = person('checker', when);
  const word = { report, item, at: when, by, reason: 'As the bank answered.' };
  return resolveBankItem({ ...word, ...(choice && { choice }) }, asCalled(world, 'api-bank'));
}

/** Money of March that left less what came back, by the journal. */
const cash = async (world: World) => cashOf(await vouchersOf(world, 2021)).toString();

const folder = {
  second: '01-second-debit-is-known',
  copy: '02-duplicate-file-rejection',
  again: '03-reversed-and-booked-again',
  named: '05-all-rejected-one-named',
  stopped: '09-cancelled-or-blocked',
};

describe('A bank that carries a payment out twice', () => {
  it('shows two debits in one statement: the second is for a person and stands in the tally', async () => {
    const world = await told(`${folder.second}/1-two-debits-in-one-statement.camt.053.xml`);
    expect(await outcomesOf(world)).toEqual(['taken 01', 'moved-twice 01']);
    expect((await statusesOf(world))['01']).toBe('booked');
    expect(await unordered(world)).toBe('595180559');
    const { reports, openItems } = await openOf(world);
    expect(openItems).toBe(1);
    expect(reports[0]?.items[1]).toMatchObject({
      open: true,
      bankReference: 'REF-0002',
      day: '2021-03-01',
      choices: ['bank-to-correct'],
      text: expect.stringContaining('nobody has ordered this'),
    });
    const { tasks } = await readerOf(world).read('listTasks', {
      as: ['handläggare'],
      at: at('2021-03-04'),
    });
    expect(tasks.map(({ task }) => task)).toContain('resolve-bank-item');
    const tally = shownTally(2021, await talliedOf(world, 2021), 'en');
    expect(tally.holds).toBe(false);
    expect(tally.rows[0]?.differs).toEqual([
      'the payout of March 2021: 595180559 kr moved on the account without an order from here',
    ]);
  });

  it('books the whole message on the next day again: all 21 are for a person', async () => {
    const first = `${folder.second}/2-all-21-debited.camt.053.xml`;
    const world = await told(
      first,
      `${folder.second}/3-all-21-debited-again-next-day.camt.053.xml`,
    );
    expect(await lastOutcomes(world)).toEqual({ 'moved-twice': 21 });
    expect(await unordered(world)).toBe(whole);
    // The same statements under other ids of the bank's tell nothing new.
    for (const name of ['2-all-21-debited', '3-all-21-debited-again-next-day']) {
      const text = new TextDecoder().decode(file(`${folder.second}/${name}.camt.053.xml`));
      await deliver(world, text.replace('<MsgId>EXBANK', '<MsgId>AGAIN'));
      expect(await lastOutcomes(world)).toEqual({ known: 21 });
    }
    expect(await unordered(world)).toBe(whole);
  });

  it('shows one payment that came back twice: the second is for a person', async () => {
    const world = await told(`${folder.second}/4-returned-twice-in-one-statement.camt.053.xml`);
    expect(await outcomesOf(world)).toEqual(['taken 03', 'moved-twice 03']);
    expect(await unordered(world)).toBe(`-${uppsala}`);
    const [report] = (await openOf(world)).reports;
    expect(report?.items[1]?.choices).toEqual(['bank-to-correct']);
    expect(await refusalOf(resolve(world, cases.march, at('2021-03-03')))).toMatchObject({
      message: expect.stringContaining('nobody has said yet'),
    });
  });

  it('and stops nothing else: the month is settled, and the tally goes on saying so', async () => {
    const world = await told(
      `${folder.second}/2-all-21-debited.camt.053.xml`,
      `${folder.second}/1-two-debits-in-one-statement.camt.053.xml`,
    );
    // Neither has the reference of the batch: two debits of the same day more.
    expect(await lastOutcomes(world)).toEqual({ 'moved-twice': 2 });
    expect(await settle(world, cases.march, at('2021-03-03'))).toMatchObject({ state: 'settled' });
    const tally = await tallyOf(world, cases.march);
    expect([tally.holds, whatDiffers(tally, 'en')]).toEqual([false, undefined]);
  });

  it('and corrects it, when a person has said so: then nothing differs any more', async () => {
    const world = await told(`${folder.second}/1-two-debits-in-one-statement.camt.053.xml`);
    await decide(world, 2, 'bank-to-correct');
    expect(await unordered(world)).toBe('595180559');
    const text = new TextDecoder()
      .decode(file(`${folder.second}/4-returned-twice-in-one-statement.camt.053.xml`))
      .replaceAll('STB-PAY-2021-03-03', 'STB-PAY-2021-03-01')
      .replaceAll(uppsala, '595180559');
    await deliver(world, text.replace(/<Ntry>(?![\s\S]*<Ntry>)[\s\S]*<\/Ntry>/, ''));
    expect(await lastOutcomes(world)).toEqual({ taken: 1 });
    expect(await lineOf(world, '01')).toMatchObject({ status: 'booked' });
    expect(await unordered(world)).toBe('0');
    expect(await cash(world)).toBe(whole);
    expect((await openOf(world)).openItems).toBe(0);
  });
});

describe('A bank that refuses a second copy of a file', () => {
  it.each(['2-second-copy-rejected', '2b-second-copy-rejected-am05'])(
    'changes no payment by %s, and the first copy is booked',
    async (name) => {
      for (const before of [[], [`${folder.copy}/1-accepted.pain.002.xml`]]) {
        const world = await told(...before, `${folder.copy}/${name}.pain.002.xml`);
        expect(await lastOutcomes(world)).toEqual({ 'of-a-copy': 1 });
        expect((await openOf(world)).openItems).toBe(1);
        expect(await cash(world)).toBe(whole);
        await deliver(world, file(`${folder.copy}/3-the-first-copy-is-booked.camt.053.xml`));
        expect(await lastOutcomes(world)).toEqual({ taken: 21 });
        expect((await tallied(world)).settled.toString()).toBe(whole);
      }
    },
  );

  it('in words alone changes none that it has accepted', async () => {
    const world = await told(`${folder.copy}/1-accepted.pain.002.xml`);
    const text = new TextDecoder().decode(
      file(`${folder.copy}/2-second-copy-rejected.pain.002.xml`),
    );
    await deliver(world, text.replace('DUPL', 'NARR'));
    expect(await lastOutcomes(world)).toEqual({ 'of-a-copy': 1 });
    expect(new Set(Object.values(await statusesOf(world)))).toEqual(new Set(['accepted']));
  });

  it('payment by payment, whatever the reason, changes none after it has accepted them', async () => {
    const world = await told(`${folder.copy}/1-accepted.pain.002.xml`);
    const { lines } = await stateOf(world, cases.march);
    const payments = [...lines.values()].map(({ endToEndId }) => ({
      ...{ endToEndId, status: 'RJCT', code: 'AM04' },
    }));
    const vouchers = await vouchersOf(world, 2021);
    await deliver(world, pain002({ group: { status: 'PART' }, payments }));
    expect(await lastOutcomes(world)).toEqual({ 'of-a-copy': 21 });
    expect(await vouchersOf(world, 2021)).toEqual(vouchers);
    // One by itself is refused: it is named because of itself.
    await deliver(world, pain002({ group: { status: 'PART' }, payments: payments.slice(0, 1) }));
    expect(await lastOutcomes(world)).toEqual({ taken: 1 });
    await deliver(world, file(`${folder.second}/2-all-21-debited.camt.053.xml`));
    expect(await lastOutcomes(world)).toEqual({ taken: 20, contradicts: 1 });
  });

  it('after it has booked the payments takes none back', async () => {
    const world = await told(`${folder.second}/2-all-21-debited.camt.053.xml`);
    const vouchers = await vouchersOf(world, 2021);
    const { lines } = await stateOf(world, cases.march);
    const rejected = [...lines.values()].map(({ endToEndId }) => ({
      ...{ endToEndId, status: 'RJCT', code: 'AM04' },
    }));
    for (const payments of [rejected, rejected.slice(1), rejected.slice(0, 1)])
      await deliver(world, pain002({ group: { status: 'PART' }, payments }));
    expect(new Set(Object.values(await statusesOf(world)))).toEqual(new Set(['booked']));
    expect(await vouchersOf(world, 2021)).toEqual(vouchers);
    expect((await openOf(world)).openItems).toBe(42);
  });

  it('without a reason, and names one payment as a duplicate, changes none', async () => {
    const world = await paid();
    const payments = [{ endToEndId: 'STB-PAY-2021-03-05', status: 'RJCT', code: 'DUPL' }];
    await deliver(world, pain002({ group: { status: 'RJCT' }, payments }));
    expect(await lastOutcomes(world)).toEqual({ 'of-a-copy': 2 });
    expect(new Set(Object.values(await statusesOf(world)))).toEqual(new Set(['sent']));
  });

  it('that was found well-formed, and is then refused, is refused', async () => {
    const world = await paid();
    const read = (name: string) => new TextDecoder().decode(file(`${folder.copy}/${name}`));
    await deliver(world, read('1-accepted.pain.002.xml').replace('ACCP', 'ACTC'));
    expect(await lastOutcomes(world)).toEqual({ noted: 1 });
    await deliver(world, read('2-second-copy-rejected.pain.002.xml').replace('DUPL', 'NARR'));
    expect(await lastOutcomes(world)).toEqual({ taken: 21 });
  });
});

describe('A bank that reverses its booking and books again', () => {
  const notices = ['1-booked', '2-reversed-by-the-bank', '3-booked-again'].map(
    (name) => `${folder.again}/${name}.camt.054.xml`,
  );

  it.each([
    ['notice by notice', notices],
    ['in one statement', [`${folder.again}/all-in-one-statement.camt.053.xml`]],
  ])(
    '%s: what it booked again is for a person, and nothing is paid again before',
    async (_how, names) => {
      const world = await told(...names);
      expect(await outcomesOf(world)).toEqual(['taken 03', 'taken 03', 'moved-twice 03']);
      expect(await unordered(world)).toBe(uppsala);
      const refused = { message: expect.stringContaining('nobody has said yet') };
      for (const choice of ['reissue', 'next-month'] as const)
        expect(
          await refusalOf(resolve(world, cases.march, at('2021-03-03'), choice)),
        ).toMatchObject(refused);
    },
  );

  it('the booking that came back, told late, is overtaken', async () => {
    const [booked = '', reversed = '', again = ''] = notices;
    const world = await told(reversed, again, booked);
    expect(await outcomesOf(world)).toEqual(['taken 03', 'moved-twice 03', 'overtaken 03']);
    expect(await unordered(world)).toBe(uppsala);
  });

  it('has carried the payment out, when a person says so: it is booked again, with a voucher of that day', async () => {
    const world = await told(...notices);
    expect(
      Sek.of(await cash(world))
        .plus(Sek.of(uppsala))
        .toString(),
    ).toBe(whole);
    const said = await decide(world, 1, 'booked-anew');
    expect(said.resolved.get(1)).toMatchObject({ choice: 'booked-anew' });
    expect(await lineOf(world, '03')).toMatchObject({ status: 'booked' });
    expect(await cash(world)).toBe(whole);
    const voucher = (await vouchersOf(world, 2021)).at(-1);
    expect(voucher).toMatchObject({
      key: `${cases.march}/booked-anew/03`,
      day: '2021-03-03',
      cashSek: uppsala,
    });
    expect((await vouchersOf(world, 2021)).every(sumsToZero)).toBe(true);
    expect(await tallyOf(world, cases.march)).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ payee: '03', findings: [] })]),
    });
    expect(await unordered(world)).toBe('0');
    expect((await openOf(world)).openItems).toBe(0);
    // The same words again change nothing, and the payment cannot be sent again.
    const dump = world.records.dump();
    await decide(world, 1, 'booked-anew');
    expect(world.records.dump()).toEqual(dump);
    expect(await refusalOf(resolve(world, cases.march, at('2021-03-04')))).toMatchObject({
      message: expect.stringContaining('returned no line'),
    });
  });

  it('after it was carried out anew, it can come back once more: reversed by a voucher of its own', async () => {
    const world = await told(...notices);
    await decide(world, 1, 'booked-anew');
    const text = new TextDecoder().decode(file(notices[1] ?? ''));
    const later = text.replaceAll('REF-2', 'REF-4').replaceAll('<Dt>2021-03-01', '<Dt>2021-03-05');
    await deliver(world, later.replace('EXBANK-2', 'EXBANK-5'), at('2021-03-05'));
    expect(await lineOf(world, '03')).toMatchObject({
      status: 'returned',
      takenBack: `${cases.march}/return/03/2`,
    });
    expect((await tallied(world)).returned.toString()).toBe(uppsala);
    expect((await tallied(world)).outstanding.plus(Sek.of(uppsala)).toString()).toBe(whole);
  });

  it('is to give it back, when a person says so: then it is paid again, and the tally waits for the bank', async () => {
    const world = await told(...notices);
    await decide(world, 1, 'bank-to-correct');
    await resolve(world, cases.march, at('2021-03-04'), 'next-month');
    expect(await lineOf(world, '03')).toMatchObject({ resolved: { choice: 'next-month' } });
    expect(await unordered(world)).toBe(uppsala);
  });

  it('and reverses that too: nothing is left to decide of it, and nobody may say that it was carried out', async () => {
    const world = await told(...notices);
    const again = (await reportsOf(world)).at(-1);
    const text = new TextDecoder().decode(file(notices[1] ?? ''));
    await deliver(
      world,
      text.replaceAll('REF-2', 'REF-4').replaceAll('<Dt>2021-03-01', '<Dt>2021-03-03'),
      at('2021-03-03', '07:00'),
    );
    expect(await lastOutcomes(world)).toEqual({ taken: 1 });
    expect(await unordered(world)).toBe('0');
    const item = (await openOf(world)).reports.find(({ open }) => open)?.items[0];
    expect(item?.text).toContain('has moved it back since');
    expect(item).not.toHaveProperty('choices');
    const hash = again?.type === 'report-taken' ? again.hash : '';
    for (const choice of ['booked-anew', 'bank-to-correct'] as const)
      expect(await refusalOf(decide(world, 1, choice, undefined, hash))).toMatchObject({
        message: expect.stringMatching(/^movement-undone: /),
      });
    expect(await lineOf(world, '03')).toMatchObject({ status: 'returned' });
    // The money is with the State, so it can be paid again before anybody has looked into the item.
    await resolve(world, cases.march, at('2021-03-03'), 'next-month');
    await decide(world, 1, undefined, undefined, hash);
    expect((await openOf(world)).openItems).toBe(0);
  });

  it('after somebody has decided to pay it with the next month: it is open and in the tally, and can be the payment as long as no payout has paid it', async () => {
    const [booked = '', reversed = '', again = ''] = notices;
    const world = await told(booked, reversed);
    await resolve(world, cases.march, at('2021-03-02', '10:00'), 'next-month');
    await deliver(world, file(again));
    expect(await lastOutcomes(world)).toEqual({ 'moved-twice': 1 });
    expect(await unordered(world)).toBe(uppsala);
    await decide(world, 1, 'booked-anew');
    expect(await unordered(world)).toBe('0');
    expect(await lineOf(world, '03')).toMatchObject({ status: 'booked' });
    expect(await cash(world)).toBe(whole);
  });
});

describe('A bank that refuses a message and names one payment of it', () => {
  it.each([
    ['the message', '1-message-rejected-one-named', 'AM10'],
    ['its group of payments', '2-group-of-payments-rejected-one-named', 'DT01'],
  ])('has refused all of %s, each by what is said of it', async (_what, name, code) => {
    const world = await told(`${folder.named}/${name}.pain.002.xml`);
    expect(await lastOutcomes(world)).toEqual({ taken: 21 });
    const { lines } = await stateOf(world, cases.march);
    expect([...lines.values()].map((line) => `${line.payee} ${line.status} ${line.code}`)).toEqual(
      [...lines.keys()].map((payee) => `${payee} rejected ${payee === '05' ? 'AC01' : code}`),
    );
    expect(await cash(world)).toBe('0');
  });
});

it.each(['1-canc', '2-blck'])(
  'A bank that cancels or blocks a payment (%s) has told something that a person looks into',
  async (name) => {
    const world = await told(`${folder.stopped}/${name}.pain.002.xml`);
    expect(await outcomesOf(world)).toEqual(['stopped 05']);
    expect((await statusesOf(world))['05']).toBe('sent');
    expect((await openOf(world)).openItems).toBe(1);
    await decide(world, 1);
    expect((await openOf(world)).openItems).toBe(0);
  },
);

describe('A statement of another account', () => {
  const statement = '02-duplicate-file-rejection/3-the-first-copy-is-booked.camt.053.xml';

  it('is refused by name, whatever ids of ours it holds', async () => {
    const world = await paid();
    const text = new TextDecoder().decode(file(statement));
    await deliver(world, text.replace(accountOfCases, 'SE3550000000054910000003'));
    expect(await outcomesOf(world)).toEqual(['another-account']);
    expect(await reportsOf(world)).toMatchObject([
      {
        type: 'report-refused',
        facts: {
          given: 'SE3550000000054910000003',
          allowed: `${accountOfCases}, ${testDebtor.account}`,
        },
      },
    ]);
    expect(new Set(Object.values(await statusesOf(world)))).toEqual(new Set(['sent']));
  });

  it('is not one of the IBAN behind our giro number, in whatever groups the bank writes it', async () => {
    const text = new TextDecoder().decode(file(statement));
    for (const iban of [accountOfCases, 'SE45 5000 0000 0583 9825 7466']) {
      const world = await released();
      const debtor = { ...testDebtor, iban: accountOfCases };
      await deliver({ ...world, debtor }, text.replace(accountOfCases, iban));
      expect(await lastOutcomes(world)).toEqual({ taken: 21 });
    }
    const unset = await released();
    await deliver(unset, text);
    expect(await outcomesOf(unset)).toEqual(['another-account']);
  });

  it('is not one of the account that the payments left from, though another is in use by now', async () => {
    const world = await released();
    const text = new TextDecoder().decode(file(statement));
    const own = text.replace(`<IBAN>${accountOfCases}</IBAN>`, '<Othr><Id>50501055</Id></Othr>');
    await deliver({ ...world, debtor: { ...testDebtor, account: accountOfCases } }, own);
    expect(await lastOutcomes(world)).toEqual({ taken: 21 });
  });
});

describe('Five hundred entries in one file', () => {
  const longest = { words: 'å'.repeat(200), code: 'AC04' };
  const reference = (number: number) => `${'ö'.repeat(31)}${String(number).padStart(4, '0')}`;

  it.each([
    ['that lead nowhere', undefined],
    ['of one payment', 'STB-PAY-2021-03-01'],
  ])(
    '%s, with the longest texts, are taken, once, and shown',
    async (_what, endToEndId) => {
      const world = await released();
      const entries = Array.from({ length: 500 }, (_, number) => ({
        sek: '595180559',
        direction: 'CRDT' as const,
        day: '2021-03-01',
        reference: reference(number),
        payments: [
          {
            ...(endToEndId && { endToEndId, sek: '595180559' }),
            messageId: endToEndId ? 'STB-PAY-2021-03' : 'x'.repeat(35),
            reference: reference(number + 1000),
            returned: longest,
          },
        ],
      }));
      const xml = camt({ entries });
      const start = copyOf(world);
      await deliver(world, xml);
      const { reports, openItems } = await openOf(world);
      expect(reports.map(({ items }) => items.length)).toEqual([500]);
      expect(openItems).toBe(endToEndId ? 499 : 500);
      for (const event of [...(await reportsOf(world)), ...(await eventsOf(world, cases.march))])
        expect(Buffer.byteLength(canonical(event))).toBeLessThan(99_000);
      const dump = world.records.dump();
      await deliver(world, xml, at('2021-03-02', '10:00'), 'again.xml');
      expect(world.records.dump()).toEqual(dump);
      let appends = 0;
      start.records.interrupt(({ append }) => {
        appends = Math.max(appends, append);
      });
      await deliver(start, xml);
      for (const append of [1, Math.ceil(appends / 2), appends - 1]) {
        const killed = await released();
        killed.records.interrupt(crashAt('after', append));
        await expect(deliver(killed, xml)).rejects.toBeInstanceOf(Crash);
        killed.records.interrupt(undefined);
        const restarted = newWorld(killed.records, killed.paymentFiles);
        await deliver(restarted, xml);
        expect(restarted.records.dump()).toEqual(dump);
      }
    },
    60_000,
  );
});
