import { describe, expect, it } from 'vitest';
import { at } from '../../support/world.ts';
import { bring, bringAll, cases, decideCase, granted, inputOf } from '../../support/year.ts';
import { paidUntil } from '../paid-year.ts';
import { readerOf } from '../reading.ts';

const gotland = { region: '09', year: '2021' };
const forecastOf = async (world: Awaited<ReturnType<typeof granted>>, language = 'sv') =>
  (await readerOf(world).read('readForecast', { parameters: gotland, language, as: ['region-09'] }))
    .items;
type Items = Awaited<ReturnType<typeof forecastOf>>;
const ofKind = (items: Items, kind: string) => {
  const found = items.find((item) => item.kind === kind);
  if (!found) throw new RangeError(`Nothing is forecast of ${kind}.`);
  return found;
};

it('In January a region sees the last instalment, certain to the krona', async () => {
  const items = await forecastOf(await paidUntil('2022-01'));
  const left = items.filter(({ kind }) => kind === 'instalment');
  expect(left.map(({ month, basis, fromSek, toSek }) => [month, basis, fromSek === toSek])).toEqual(
    [['2022-02', 'decided', true]],
  );
  expect(left[0]?.how).toContain('Del 12 av 12');
});

describe('In April of the grant year a region sees', () => {
  const april = async () => forecastOf(await paidUntil('2021-04'));

  it('that TLV has not sent its forecast yet, so February’s deduction has no figure', async () => {
    const { fromSek, toSek, basis, how } = ofKind(await april(), 'rebate-forecast');
    expect([fromSek, toSek, basis]).toEqual([undefined, undefined, 'unknown']);
    expect(how).toContain('Saknas: Återbäring, prognos 2021 (lämnas av TLV).');
  });

  it('and in July the IHSI difference to the krona, since IHSI was paid in June', async () => {
    const july = await forecastOf(await paidUntil('2021-07'));
    expect(ofKind(july, 'ihsi-difference').basis).toBe('decided');
  });

  it('the corridors as a range around zero, with the assumption in the sentence', async () => {
    const item = ofKind(await april(), 'corridor-benefits');
    expect([item.month, item.basis]).toEqual(['2022-05', 'range']);
    expect(BigInt(item.fromSek ?? '0')).toBeLessThan(0n);
    expect(item.toSek).toBe(item.fromSek?.replace('-', ''));
    for (const part of [
      'högst 5 procent',
      '30\u00a0458\u00a0000\u00a0000',
      '29\u00a0830\u00a0000\u00a0000',
      'Socialstyrelsen',
    ])
      expect(item.how).toContain(part);
    expect(item.cites.map(({ source }) => source)).toContain('agreement-2021');
  });
});

describe('A forecast becomes what is paid', () => {
  it('February’s deduction is forecast as it is then paid', async () => {
    const world = await paidUntil('2022-01');
    await bring(world, inputOf('rebate-forecast'), at('2022-01-20'));
    const { fromSek, how } = ofKind(await forecastOf(world), 'rebate-forecast');
    const statement = await readerOf(await paidUntil('2022-02')).read('readMonthStatement', {
      parameters: { ...gotland, month: '2022-02' },
    });
    const paid = statement.lines.find(({ kind }) => kind === 'rebate-forecast');
    expect(fromSek).toBe(paid?.sek);
    expect(how).toContain('40\u00a0%');
  });

  it('in April the finals are known and nobody has signed; then both have, and the kronor are the same', async () => {
    const world = await paidUntil('2022-04');
    await bringAll(world, '2022-04-21');
    const unsigned = ofKind(await forecastOf(world), 'rebate-settlement');
    await decideCase(world, cases.reconciliation, '2022-04-22');
    const signed = ofKind(await forecastOf(world), 'rebate-settlement');
    expect([unsigned.basis, signed.basis]).toEqual(['unsigned', 'decided']);
    expect(unsigned.fromSek).toBe(signed.fromSek);
    expect(unsigned.how).toContain('inte undertecknat');
  });

  it('May is forecast against what February deducted, whatever is forecast after that', async () => {
    const world = await paidUntil('2022-04');
    await bringAll(world, '2022-04-21');
    const before = ofKind(await forecastOf(world), 'rebate-settlement');
    const forecast = inputOf('rebate-forecast');
    const content = { ...(forecast.content as Record<string, string>), '09': '999000000' };
    await bring(world, { ...forecast, content } as typeof forecast, at('2022-04-21'));
    expect(ofKind(await forecastOf(world), 'rebate-settlement')).toEqual(before);
    expect(before.how).not.toContain('999');
  });

  it('a deduction that has lapsed is forecast no more, and May says that nobody deducted', async () => {
    const world = await paidUntil('2022-01');
    await bringAll(world, '2022-04-21');
    const expected = await forecastOf(world);
    expect(ofKind(expected, 'rebate-forecast').basis).toBe('decided');
    // While the deduction is still to come, May is forecast against it.
    expect(ofKind(expected, 'rebate-settlement').how).toContain('Prognos');
    await decideCase(world, cases.reconciliation, '2022-04-22');
    const items = await forecastOf(world);
    expect(items.map(({ kind }) => kind)).not.toContain('rebate-forecast');
    const settled = ofKind(items, 'rebate-settlement');
    expect([settled.basis, settled.how]).toEqual([
      'decided',
      expect.stringContaining('Ingen utbetalning har dragit av en prognos.'),
    ]);
  });

  it('in May nothing of the year is left but what is carried on', async () => {
    const kinds = (await forecastOf(await paidUntil('2022-05'))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'carried-forward')).toEqual([]);
  });
});

describe('A forecast in words', () => {
  it('is the same in English', async () => {
    const world = await granted();
    const [swedish, english] = [await forecastOf(world), await forecastOf(world, 'en')];
    expect(english.map(({ kind, month, fromSek, toSek }) => [kind, month, fromSek, toSek])).toEqual(
      swedish.map(({ kind, month, fromSek, toSek }) => [kind, month, fromSek, toSek]),
    );
    for (const [index, { how, text }] of english.entries())
      expect([how === swedish[index]?.how, text === swedish[index]?.text]).toEqual([false, false]);
    expect(ofKind(english, 'rebate-forecast').how).toContain(
      'Missing: Rebates, forecast 2021 (supplied by TLV).',
    );
  });

  it('holds no amount before the year is decided, and says so', async () => {
    const world = await paidUntil('2021-03');
    const { status } = await readerOf(world).ask('readForecast', {
      parameters: { ...gotland, year: '2022' },
    });
    expect(status).toBe(404);
  });
});
