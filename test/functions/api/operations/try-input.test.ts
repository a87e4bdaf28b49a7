import { describe, expect, it } from 'vitest';
import { at, eventsOf, newWorld, stateOf, type World } from '../../support/world.ts';
import {
  approve,
  bringAll,
  cases,
  granted,
  inputOf,
  prepare,
  proposed,
  released,
  requisition,
} from '../../support/year.ts';
import { ask, outcomeOf, type Request } from '../asking.ts';

const now = at('2021-02-24');
const documentHash = 'd'.repeat(64);

const given = (
  operation: 'tryInput' | 'registerInput',
  world: World,
  kind: string,
  content: unknown,
  more: Partial<Request> & { readonly year?: string } = {},
) => {
  const { year = kind === 'payees' ? 'all' : '2021', ...rest } = more;
  return ask(world, operation, {
    as: 'registrar',
    at: now,
    parameters: { year, kind },
    body: { from: 'TLV', documentHash, content },
    ...rest,
  });
};
const trying = (...args: [World, string, unknown, Partial<Request>?]) => given('tryInput', ...args);

const payees = inputOf('payees').content as Record<string, Record<string, string>>;
const otherAccount = { ...payees, '09': { ...payees['09'], bankgiro: '991-2346' } };
const population = inputOf('population').content as Record<string, Record<string, string>>;
const group = 'adult-50-69-education-low-income-low';

describe('A dry run', () => {
  it('writes nothing but that its key was used, wakes nobody and starts nothing', async () => {
    const world = await proposed();
    const before = world.records.dump();
    const answer = await trying(world, 'payees', otherAccount);
    expect(answer.status).toBe(200);
    const added = Object.keys(world.records.dump()).filter((place) => !(place in before));
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((place) => place.startsWith('REQUEST#local-registrar/tryInput '))).toBe(
      true,
    );
    expect([world.workflows.woken, world.workflows.started, world.notifier.sent]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('of another account says that the proposal would be made anew, the same kronor, approvals void', async () => {
    const world = await proposed();
    await approve(world, cases.march, 0, now);
    const { body } = await trying(world, 'payees', otherAccount);
    expect(body.changes).toEqual([
      { entry: '09 / bankgiro', before: payees['09']?.bankgiro, after: '991-2346' },
    ]);
    expect(body.runs).toEqual([
      expect.objectContaining({
        run: cases.march,
        effect: 'proposed-anew',
        needs: [],
        totalBeforeSek: '2786075070',
        totalAfterSek: '2786075070',
        voidsApprovals: true,
      }),
    ]);
    const [march] = body.runs;
    expect(march.regions).toHaveLength(21);
    expect(march.regions.every(({ changeSek }: { changeSek: string }) => changeSek === '0')).toBe(
      true,
    );
  });

  it('of what is there already changes nothing', async () => {
    const world = await proposed();
    const { content, documentHash: same } = inputOf('payees');
    const { body } = await trying(world, 'payees', content, {
      body: { from: 'Kammarkollegiet', documentHash: same, content },
    });
    expect(body.changes).toEqual([]);
    expect(body.runs).toEqual([
      expect.objectContaining({ run: cases.march, effect: 'unchanged', voidsApprovals: false }),
    ]);
  });

  it('of the missing input says what the waiting run would propose, and what production then proposes', async () => {
    const when = at('2021-06-15', '10:00');
    const fresh = await granted();
    await requisition(fresh, 'ihsi', at('2021-06-08'));
    await prepare(fresh, cases.ihsi, when);
    const { content } = inputOf('rate');
    const { body } = await trying(fresh, 'rate', content, { at: when });
    expect(body.runs).toEqual([
      {
        run: cases.ihsi,
        effect: 'proposed',
        needs: [],
        totalAfterSek: '4008076',
        voidsApprovals: false,
        regions: [{ region: 'SKR', afterSek: '4008076', changeSek: '4008076' }],
      },
    ]);
    await given('registerInput', fresh, 'rate', content, { at: when });
    await prepare(fresh, cases.ihsi, when);
    const { payment } = (await stateOf(fresh, cases.ihsi)).proposal?.proposed ?? {};
    expect(payment?.totalSek).toBe(body.runs[0].totalAfterSek);
  });

  it('of one of several missing inputs says what the run would still wait for', async () => {
    const world = await granted();
    await prepare(world, cases.february, at('2022-01-25'));
    const needs = (await stateOf(world, cases.february)).needs.map(({ need }) => need);
    expect(needs.length).toBeGreaterThan(1);
    const more = { at: at('2022-01-26') };
    const { body } = await trying(
      world,
      'rebate-forecast',
      inputOf('rebate-forecast').content,
      more,
    );
    const [february] = body.runs;
    expect(february).toMatchObject({ run: cases.february, effect: 'still-waiting' });
    expect(february.needs).toEqual(needs.filter((need) => need !== 'rebate-forecast'));
  });

  it('of another population before the grants are decided says each region’s change, which sums to nothing', async () => {
    const world = newWorld();
    await bringAll(world, '2021-02-18');
    await prepare(world, cases.opening, at('2021-02-18'));
    const content = {
      ...population,
      '09': { ...population['09'], [group]: String(Number(population['09']?.[group]) + 1000) },
    };
    const { body } = await trying(world, 'population', content, { at: at('2021-02-19') });
    expect(body.changes).toEqual([expect.objectContaining({ entry: `09 / ${group}` })]);
    const [opening] = body.runs;
    expect(opening).toMatchObject({
      run: cases.opening,
      effect: 'proposed-anew',
      totalBeforeSek: '33432900840',
      totalAfterSek: '33432900840',
    });
    const change = new Map<string, bigint>(
      opening.regions.map((each: { region: string; changeSek: string }) => [
        each.region,
        BigInt(each.changeSek),
      ]),
    );
    expect(change.get('09') ?? 0n).toBeGreaterThan(0n);
    expect([...change.values()].reduce((sum, each) => sum + each, 0n)).toBe(0n);
  });

  it('does not touch what has been released', async () => {
    const world = await released();
    expect((await trying(world, 'payees', otherAccount)).body.runs).toEqual([]);
    expect((await eventsOf(world, cases.march)).at(-1)?.type).toBe('release-ordered');
  });

  it('is refused as the registration would be', async () => {
    const world = await proposed();
    const wrong = { ...payees, '09': { ...payees['09'], bankgiro: '991-2347' } };
    const [tried, registered] = [
      await trying(world, 'payees', wrong),
      await given('registerInput', world, 'payees', wrong),
    ];
    expect(outcomeOf(tried)).toBe('422 invalid-request');
    expect(tried.body.errors).toEqual(registered.body.errors);
  });
});
