import { describe, expect, it } from 'vitest';
import { inputStream } from '../../../core/record/case-id.ts';
import type { RegisterInput } from '../../../functions/contract/inputs.ts';
import { registerInput } from '../../../functions/doors/register-input.ts';
import { actBefore } from '../../helpers/memory-records.ts';
import { asCalled, at, by, newWorld, refusalOf, stateOf, typesOf } from '../support/world.ts';
import {
  bring,
  cases,
  granted,
  inputOf,
  prepare,
  proposed,
  register,
  released,
  wait,
} from '../support/year.ts';

const now = at('2021-06-15');
const authorisation = inputOf('authorisation').content as Record<string, unknown>;
const appropriation = inputOf('appropriation').content as Record<string, unknown>;
const population = inputOf('population').content as Record<string, Record<string, string>>;
const { '01': _stockholm, ...withoutStockholm } = population;
const payeesWith = (bankgiro: string) => {
  const payees = inputOf('payees').content as Record<string, Record<string, string>>;
  return { ...payees, '01': { ...payees['01'], bankgiro } };
};

/** What is given, under which kind, and which words the refusal must hold. */
const refused: readonly [string, RegisterInput['kind'], unknown, RegExp][] = [
  ['a float', 'rate', { day: '2021-06-15', sekPerEuro: 10.1342 }, /sekPerEuro/],
  ['a day that does not exist', 'rate', { day: '2021-02-30', sekPerEuro: '10' }, /2021-02-30/],
  ['a word too much', 'rate', { day: '2021-06-15', sekPerEuro: '10', extra: 1 }, /extra/],
  ['a region too few', 'population', withoutStockholm, /01/],
  ['an unknown region', 'population', { ...population, '02': population['01'] }, /02/],
  ['a negative amount', 'outcomes', { benefitCostSek: '-1', hepatitisCCostSek: '1' }, /benefitC/],
  ['öre', 'outcomes', { benefitCostSek: '1.50', hepatitisCCostSek: '1' }, /whole kronor/],
  ['a discount of nothing', 'local-discounts', { '01': ['0'] }, /more than 0/],
  ['an account without its hyphen', 'payees', payeesWith('9901000'), /bankgiro/],
  [
    'an interim decision without its total',
    'authorisation',
    { ...authorisation, kind: 'interim' },
    /monthly total/,
  ],
  [
    'an agreement decision with a total',
    'authorisation',
    { ...authorisation, monthlyTotalSek: '1' },
    /monthly total/,
  ],
  [
    'a last month before the first',
    'authorisation',
    { ...authorisation, firstMonth: '2021-12', lastMonth: '2021-03' },
    /last month/,
  ],
  [
    'an appropriation of another year',
    'appropriation',
    { ...appropriation, budgetYear: 2022 },
    /for 2022, and it was given as one of 2021/,
  ],
  [
    'a decision of another year',
    'authorisation',
    { ...authorisation, agreementYear: 2022 },
    /for 2022, and it was given as one of 2021/,
  ],
  ['nothing', 'rate', undefined, /\/content: is missing/],
];

describe('Registering an input', () => {
  it.each(refused)('refuses %s, and writes nothing', async (_, kind, content, words) => {
    const world = newWorld();
    const given = { kind, content, year: 2021, from: 'TLV', documentHash: '0'.repeat(64) };
    expect(
      await refusalOf(
        registerInput({ ...given, ...by('registrar', now) }, asCalled(world, 'api-inputs')),
      ),
    ).toEqual({ name: 'InputRejected', message: expect.stringMatching(words) });
    expect(world.records.dump()).toEqual({});
  });

  it('of the same content from the same document makes no new version', async () => {
    const world = newWorld();
    const first = await register(world, inputOf('rate'), now);
    const before = world.records.dump();
    expect(await register(world, inputOf('rate'), at('2021-06-16'))).toEqual(first);
    expect(world.records.dump()).toEqual(before);
  });

  it('of other content is a new version, and the old one stays', async () => {
    const world = newWorld();
    const rate = inputOf('rate');
    await register(world, rate, now);
    const other = { ...rate, content: { day: '2021-06-15', sekPerEuro: '11' } } as typeof rate;
    expect(await register(world, other, now)).toMatchObject({ version: 2 });
    const versions = await world.records.read<{ content: string }>(inputStream(2021, 'rate'));
    expect(versions.map(({ event }) => event.content)).toEqual([rate.content, other.content]);
  });

  it('of the same content from another document is a new version', async () => {
    const world = newWorld();
    await register(world, inputOf('rate'), now);
    const other = { ...inputOf('rate'), documentHash: 'f'.repeat(64) };
    expect(await register(world, other, now)).toMatchObject({ version: 2 });
  });

  it('by two at once makes two versions, none lost', async () => {
    const world = newWorld();
    const rate = inputOf('rate');
    const other = { ...rate, content: { day: '2021-06-16', sekPerEuro: '11' } } as typeof rate;
    world.records.interrupt(actBefore(2, () => register(world, other, now)));
    expect(await register(world, rate, now)).toMatchObject({ version: 2 });
    world.records.interrupt(undefined);
    expect(await world.records.read(inputStream(2021, 'rate'))).toHaveLength(2);
  });

  it('voids what rests on the old version when the new one counts, and wakes its wait', async () => {
    const world = await proposed();
    const watch = { 'INPUT#2021/appropriation': 2 };
    await wait(world, 'approval', at('2021-02-23'), { watch });
    const input = inputOf('appropriation');
    const other = { ...input, content: { ...input.content, creditSek: '0' } } as typeof input;
    await register(world, other, at('2021-02-24'));
    expect(world.workflows.woken).toEqual([`token of ${cases.march}`]);
    expect((await stateOf(world, cases.march)).proposal?.voided).toBeUndefined();
    await bring(world, other, at('2021-02-24'));
    expect((await typesOf(world, cases.march)).at(-1)).toBe('voided');
  });

  it('does not touch what has been released', async () => {
    const world = await released();
    const before = world.records.dump('RUN#');
    await bring(world, { ...inputOf('payees'), documentHash: 'f'.repeat(64) }, at('2021-03-02'));
    expect(world.records.dump('RUN#')).toEqual(before);
  });

  it('wakes a payout that waited for it, and leaves other waits alone', async () => {
    const world = await granted();
    const answer = await prepare(world, cases.february, at('2022-01-25'));
    expect(answer).toMatchObject({ outcome: 'waiting' });
    if (!('watch' in answer)) throw new Error('A wait watches streams.');
    await wait(world, 'inputs', at('2022-01-25'), { id: cases.february, watch: answer.watch });
    await wait(world, 'bank', at('2022-01-25'), { id: cases.ihsi });
    await register(world, inputOf('rebate-forecast'), at('2022-01-26'));
    expect(world.workflows.woken).toEqual([`token of ${cases.february}`]);
  });
});
