import { describe, expect, it } from 'vitest';
import { deliver, outcomesOf, statusesOf } from '../support/bank.ts';
import { at, stateOf, vouchersOf, type World } from '../support/world.ts';
import { cases, released } from '../support/year.ts';
import { pain002, type Status, type StatusReport } from './bank-reports.ts';

const tell = (world: World, messageId: string, report: StatusReport) =>
  deliver(world, pain002({ messageId, ...report }), at('2021-03-01', '09:00'));

/** Of which kinds everything is that the bank said, and the payments are. */
async function cameTo(world: World) {
  const outcomes = (await outcomesOf(world)).map((each) => each.split(' ')[0]);
  return {
    outcomes: [...new Set(outcomes)],
    payments: [...new Set(Object.values(await statusesOf(world)))],
  };
}

const ownCodes: readonly Status[] = [
  { ownCode: 'DUPL' },
  { ownCode: 'Duplicate File' },
  { code: 'NARR', words: 'Duplicate file' },
  { code: 'FF01', words: 'Filen är en dubblett' },
];

describe.each(ownCodes)('A second copy that is refused by %j', (reason) => {
  const refusal = { status: 'RJCT', ...reason };

  it('of the message or of one payment changes none, though nothing was heard before', async () => {
    const payments = [{ endToEndId: 'STB-PAY-2021-03-03', ...refusal }];
    for (const report of [{ group: refusal }, { part: refusal }, { payments }]) {
      const world = await released();
      await tell(world, 'B-1', report);
      expect(await cameTo(world)).toEqual({ outcomes: ['of-a-copy'], payments: ['sent'] });
    }
  });

  it('after the first was accepted takes nothing back, in however many files it is refused', async () => {
    const world = await released();
    await tell(world, 'B-0', { group: { status: 'ACCP' } });
    const vouchers = await vouchersOf(world, 2021);
    const payments = [...(await stateOf(world, cases.march)).lines.values()].map(
      ({ endToEndId }) => ({ endToEndId, ...refusal }),
    );
    for (const [from, to] of [
      [0, 10],
      [10, 20],
      [20, 21],
    ] as const)
      await tell(world, `B-${to}`, { payments: payments.slice(from, to) });
    expect(await cameTo(world)).toEqual({
      outcomes: ['taken', 'of-a-copy'],
      payments: ['accepted'],
    });
    expect(await vouchersOf(world, 2021)).toEqual(vouchers);
  });
});

it('A second copy is known by any of the reasons that the bank gives, and by one at the message alone', async () => {
  const duplicate = '<StsRsnInf><Rsn><Cd>DUPL</Cd></Rsn></StsRsnInf>';
  const second = pain002({ group: { status: 'RJCT', code: 'NARR' } }).replace(
    '</OrgnlGrpInfAndSts>',
    `${duplicate}</OrgnlGrpInfAndSts>`,
  );
  const payments = [{ endToEndId: 'STB-PAY-2021-03-03', status: 'RJCT' }];
  const above = { group: { status: 'RJCT', code: 'DUPL' }, part: { status: 'RJCT' } };
  for (const xml of [second, pain002(above), pain002({ ...above, payments })]) {
    const world = await released();
    await deliver(world, xml, at('2021-03-01', '09:00'));
    expect(await cameTo(world)).toEqual({ outcomes: ['of-a-copy'], payments: ['sent'] });
  }
});
