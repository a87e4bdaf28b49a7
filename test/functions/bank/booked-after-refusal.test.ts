import { describe, expect, it } from 'vitest';
import { tallyOf } from '../../../functions/shared/tally.ts';
import { deliver, lineOf, outcomesOf, statusesOf } from '../support/bank.ts';
import { at, refusalOf, stateOf, type World } from '../support/world.ts';
import { cases, released, resolve } from '../support/year.ts';
import { type AccountEntry, camt, pain002, type Status } from './bank-reports.ts';

const whole = '2786075070';
const uppsala = '98897438';
const rest = '2687177632';

/** March, and one entry of so many of its payments: what left, or came back, with the bank's reference. */
const entry = (reference: string, more: Partial<AccountEntry> = {}): AccountEntry => ({
  ...{ sek: whole, day: '2021-03-01', reference },
  batch: { messageId: 'STB-PAY-2021-03', number: 21 },
  ...more,
});

const book = (world: World, id: string, ...entries: readonly AccountEntry[]) =>
  deliver(world, camt({ format: 'camt.053.001.08', id, messageId: id, entries }));

/** March, refused as a whole or of single payments before anything was heard of it. */
async function refused(report: Parameters<typeof pain002>[0]): Promise<World> {
  const world = await released();
  await deliver(world, pain002({ messageId: 'REFUSED', ...report }), at('2021-03-01', '09:00'));
  return world;
}

const undecided = { message: expect.stringMatching(/^movement-undecided: /) };

const rejection: Status = { status: 'RJCT', code: 'FF01' };

const ofUppsala = async (): Promise<World> =>
  refused({ payments: [{ ...rejection, endToEndId: 'STB-PAY-2021-03-03' }] });

async function amounts(world: World) {
  const { unordered, settled } = (await tallyOf(world, cases.march)).total;
  return { unordered: unordered.toString(), settled: settled.toString() };
}

/** How many of each outcome, after the report that refused. */
async function since(world: World, refusals: number) {
  const counts: Record<string, number> = {};
  for (const each of (await outcomesOf(world)).slice(refusals)) {
    const [outcome = ''] = each.split(' ');
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe('A message that the bank refused and then booked as one entry', () => {
  it('has moved without an order, each payment of it: the tally says so, and none is sent again', async () => {
    const world = await refused({ group: rejection });
    await book(world, 'S-1', entry('R-1'));
    expect(await since(world, 21)).toEqual({ contradicts: 21 });
    expect(new Set(Object.values(await statusesOf(world)))).toEqual(new Set(['rejected']));
    expect(await amounts(world)).toEqual({ unordered: whole, settled: '0' });
    const { lines } = await stateOf(world, cases.march);
    for (const payee of lines.keys())
      for (const choice of ['reissue', 'next-month'] as const) {
        const said = resolve(world, cases.march, at('2021-03-03'), choice, payee);
        expect(await refusalOf(said)).toMatchObject(undecided);
      }
  });

  it('that tells of it again tells nothing new, and reversed as one entry nothing is open', async () => {
    const world = await refused({ group: rejection });
    await book(world, 'S-1', entry('R-1'));
    await deliver(world, camt({ messageId: 'N-1', id: 'N-1', entries: [entry('R-1')] }));
    expect(await since(world, 42)).toEqual({ known: 21 });
    await book(world, 'S-2', entry('R-2', { direction: 'CRDT', reversal: 'true' }));
    expect(await amounts(world)).toEqual({ unordered: '0', settled: '0' });
    const said = resolve(world, cases.march, at('2021-03-03'), 'reissue');
    expect(await refusalOf(said)).toBeUndefined();
  });
});

describe('A message of which the bank refused one payment', () => {
  it('and then booked all as one entry: the one has moved without an order, the others are booked', async () => {
    const world = await ofUppsala();
    await book(world, 'S-1', entry('R-1'));
    expect(await since(world, 1)).toEqual({ taken: 20, contradicts: 1 });
    expect(await lineOf(world, '03')).toMatchObject({ status: 'rejected' });
    expect(await amounts(world)).toEqual({ unordered: uppsala, settled: rest });
    const said = resolve(world, cases.march, at('2021-03-03'), 'reissue');
    expect(await refusalOf(said)).toMatchObject(undecided);
  });

  it('is booked without it by the sum of the others', async () => {
    const world = await ofUppsala();
    const others = { sek: rest, batch: { messageId: 'STB-PAY-2021-03', number: 20 } };
    await book(world, 'S-1', entry('R-1', others));
    expect(await since(world, 1)).toEqual({ taken: 20 });
    expect(await amounts(world)).toEqual({ unordered: '0', settled: rest });
  });

  it('and booked a sum that is neither: nobody can say of which payments', async () => {
    const world = await ofUppsala();
    for (const sek of ['2786075071', '2687177633', uppsala])
      await book(world, `S-${sek}`, entry(`R-${sek}`, { sek }));
    await book(world, 'S', entry('R', { batch: { messageId: 'STB-PAY-2021-03', number: 20 } }));
    expect(await since(world, 1)).toEqual({ 'amount-differs': 4 });
    expect(await amounts(world)).toEqual({ unordered: '0', settled: '0' });
  });
});
