import { describe, expect, it } from 'vitest';
import { at } from '../../support/world.ts';
import { bring, cases, confirm, granted, inputOf, prepare, register } from '../../support/year.ts';
import { readerOf } from '../reading.ts';

const year = { year: '2021' };

describe('The list of inputs', () => {
  it('names every kind of the agreement year, the appropriation of the budget year, and the payees of no year', async () => {
    const { kinds } = await readerOf(await granted()).read('listInputs', { parameters: year });
    expect(
      kinds.map(({ kind, year: of, text, versions }) => [kind, of, text, versions.length]),
    ).toEqual([
      ['population', 2021, 'Invånarantal per grupp', 1],
      ['price-tags', 2021, 'Prislappar', 1],
      ['solidarity-costs', 2021, 'Kostnader för solidarisk finansiering', 1],
      ['second-level', 2021, 'Andra ersättningsnivån', 1],
      ['rebate-forecast', 2021, 'Återbäring, prognos', 0],
      ['rebate-final', 2021, 'Återbäring, utfall', 0],
      ['local-discounts', 2021, 'Lokala rabatter', 0],
      ['outcomes', 2021, 'Kostnadsutfall', 0],
      ['rate', 2021, 'Eurokurs', 0],
      ['authorisation', 2021, 'Regleringsbrev och ändringsbeslut', 1],
      ['year-ended', 2021, 'År utan överenskommelse', 0],
      ['appropriation', 2021, 'Anslag och anslagskredit', 1],
      ['payees', 'all', 'Betalningsmottagare', 1],
    ]);
  });

  it('is in English for whoever asks for it', async () => {
    const { kinds } = await readerOf(await granted()).read('listInputs', {
      parameters: { year: 'all' },
      language: 'en',
    });
    expect(kinds.map(({ kind, text }) => [kind, text])).toEqual([['payees', 'Payees']]);
  });

  it('names the runs that wait for a kind, and no others', async () => {
    const world = await granted();
    await prepare(world, cases.february, at('2022-01-20'));
    const { kinds } = await readerOf(world).read('listInputs', { parameters: year });
    expect(
      kinds
        .filter(({ awaitedBy }) => awaitedBy.length > 0)
        .map(({ kind, awaitedBy }) => [kind, awaitedBy]),
    ).toEqual([
      ['rebate-forecast', ['payout-2022-02']],
      ['authorisation', ['payout-2022-02']],
    ]);
  });
});

describe('The versions of an input', () => {
  it('say who registered and who confirmed each, and which one payments rest on', async () => {
    const world = await granted();
    const payees = inputOf('payees');
    const changed = {
      ...payees,
      documentHash: 'a'.repeat(64),
      content: {
        ...(payees.content as object),
        '09': { name: 'Region Gotland', organisationNumber: '212000-0803', bankgiro: '5050-1055' },
      },
    } as typeof payees;
    await register(world, changed, at('2022-01-10'));
    const reader = readerOf(world);
    const asked = { parameters: { year: 'all', kind: 'payees' } };
    const before = await reader.read('readInput', asked);
    expect(
      before.versions.map((each) => [
        each.version,
        each.confirmed,
        each.inForce,
        each.needsConfirmation,
      ]),
    ).toEqual([
      [2, false, false, true],
      [1, true, true, false],
    ]);
    await confirm(world, changed, 2, at('2022-01-11'));
    const { versions } = await reader.read('readInput', asked);
    expect(versions.map(({ version, inForce }) => [version, inForce])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(versions[0]?.registeredBy.sub).not.toBe(versions[0]?.confirmedBy?.sub);
    expect(versions[0]?.confirmedBy?.name).toBeTruthy();
  });

  it('are told apart by day or decision where a kind has several in force', async () => {
    const world = await granted();
    const first = inputOf('rate');
    const content = { day: '2021-06-16', sekPerEuro: '10.2' };
    await bring(world, first, at('2021-06-15'));
    await bring(world, { ...first, content } as typeof first, at('2021-06-16'));
    const { versions } = await readerOf(world).read('readInput', {
      parameters: { ...year, kind: 'rate' },
    });
    expect(versions.map(({ key, inForce }) => [key, inForce])).toEqual([
      ['2021-06-16', true],
      ['2021-06-15', true],
    ]);
  });
});

describe('One version', () => {
  it('says entry by entry what it changed against the one before it', async () => {
    const world = await granted();
    const forecast = inputOf('rebate-forecast');
    await bring(world, forecast, at('2022-01-20'));
    const amounts = forecast.content as Record<string, string>;
    const content = { ...amounts, '09': '1' };
    await bring(world, { ...forecast, content } as typeof forecast, at('2022-01-21'));
    const parameters = { ...year, kind: 'rebate-forecast', version: '2' };
    const version = await readerOf(world).read('readInputVersion', { parameters });
    const change = String(1n - BigInt(amounts['09'] ?? ''));
    expect(version.changes).toEqual([{ entry: '09', before: amounts['09'], after: '1', change }]);
    const sum = Object.values(amounts).reduce((all, each) => all + BigInt(each), 0n);
    expect(version.sum).toEqual({
      ...{ of: 'kronor', change },
      ...{ before: String(sum), after: String(sum + BigInt(change)) },
    });
    expect([version.same, version.against?.version]).toEqual([20, 1]);
    expect(version.content).toEqual(content);
  });

  it('of several levels is compared down to its leaves', async () => {
    const world = await granted();
    const population = inputOf('population');
    const counts = population.content as Record<string, Record<string, string>>;
    const [group = ''] = Object.keys(counts['01'] ?? {});
    const content = { ...counts, '01': { ...counts['01'], [group]: '7' } };
    await bring(world, { ...population, content } as typeof population, at('2022-01-21'));
    const { changes } = await readerOf(world).read('readInputVersion', {
      parameters: { ...year, kind: 'population', version: '2' },
    });
    expect(changes).toEqual([
      {
        ...{ entry: `01 / ${group}`, before: counts['01']?.[group], after: '7' },
        change: String(7n - BigInt(counts['01']?.[group] ?? '')),
      },
    ]);
  });

  it('the first has every entry as new', async () => {
    const read = await readerOf(await granted()).read('readInputVersion', {
      parameters: { ...year, kind: 'second-level', version: '1' },
    });
    expect(read.changes).toEqual([{ entry: 'sekPerInhabitant', after: '60' }]);
    expect(read.same).toBe(0);
    expect(read).not.toHaveProperty('against');
    expect(read).not.toHaveProperty('sum');
  });
});

describe('There is no such input', () => {
  it.each([
    ['a kind that nobody knows', { ...year, kind: 'forecasts' }],
    ['a name that every object has', { ...year, kind: 'constructor' }],
    ['payees of a year', { ...year, kind: 'payees' }],
    ['a rate of no year', { year: 'all', kind: 'rate' }],
  ])('%s, which is answered before the record is asked for anything', async (_what, parameters) => {
    const world = await granted();
    let uses = 0;
    world.records.interrupt(() => {
      uses += 1;
    });
    expect(await readerOf(world).refused('readInput', { parameters })).toEqual([404, 'not-found']);
    expect(uses).toBe(0);
  });

  it('a version that is not there', async () => {
    const parameters = { ...year, kind: 'population', version: '2' };
    const answer = await readerOf(await granted()).refused('readInputVersion', { parameters });
    expect(answer).toEqual([404, 'not-found']);
  });
});
