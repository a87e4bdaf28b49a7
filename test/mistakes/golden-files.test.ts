import { describe, expect, it } from 'vitest';
import type { BankOrder } from '../../core/bank/bank-order.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import { switchStream } from '../../core/record/case-id.ts';
import { paymentFile } from '../../functions/bank/payment-file.ts';
import { liftStop } from '../../functions/doors/lift-stop.ts';
import { stopReleases } from '../../functions/doors/stop-releases.ts';
import { recordText } from '../../local/record/record-file.ts';
import {
  asCalled,
  at,
  by,
  newWorld,
  ordersOf,
  stateOf,
  vouchersOf,
  type World,
} from '../functions/support/world.ts';
import {
  cases,
  ihsiApproved,
  release,
  released,
  returned,
  settle,
} from '../functions/support/year.ts';

/*
 * What leaves the system, as approved files: a change of one of them is a change of what a bank, an accountant or an auditor gets.
 * Whoever means it writes them anew with `vitest run test/mistakes/golden-files.test.ts -u` and reads the difference.
 */
const golden = (name: string) => `./golden/${name}`;

/** An event as text that can be read and compared line by line; its bytes are the canonical form of the same. */
async function approvedEvent(event: Json | undefined, name: string) {
  const text = `${JSON.stringify(JSON.parse(canonical(event ?? null)), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(golden(name));
}

describe('What is sent to the bank', () => {
  it('for March is the approved file, and its bytes have the hash that was released', async () => {
    const world = await released();
    const [order] = await ordersOf(world, cases.march);
    await approvedEvent(order, 'payment-order-payout-2021-03.json');
    const file = paymentFile(order as unknown as BankOrder);
    expect(file.hash).toBe((await stateOf(world, cases.march)).released?.fileHash);
    expect(file.sent === 'file' && file.bytes).toEqual(
      await world.paymentFiles.read('2021/STB-PAY-2021-03.xml'),
    );
  });

  it('for IHSI is the approved file', async () => {
    const world = await ihsiApproved();
    await release(world, cases.ihsi, at('2021-06-15', '11:00'));
    const [order] = await ordersOf(world, cases.ihsi);
    await approvedEvent(order, 'payment-order-requisition-2021-ihsi.json');
  });
});

/** A voucher without the hash of the proposal that it is of: that is compared, and is another whenever a proposal says more. */
async function voucherOf(world: World, number: number, name: string) {
  const { proposal, ...voucher } = (await vouchersOf(world, 2021))[number - 1] ?? {};
  expect(proposal).toBe((await stateOf(world, cases.march)).released?.proposal);
  await approvedEvent(voucher, name);
}

describe('What is booked', () => {
  it('for March is the approved voucher', async () => {
    await voucherOf(await released(), 1, 'voucher-payout-2021-03.json');
  });

  it('for what the bank sent back is the approved voucher, after the payment’s own', async () => {
    const world = await returned();
    await settle(world, cases.march, at('2021-03-02', '10:00'));
    await voucherOf(world, 2, 'voucher-payout-2021-03-return.json');
  });
});

describe('What is exported', () => {
  it('is the approved text: one event a line, with its place and both hashes', async () => {
    const world = newWorld();
    const stop = { ...by('registrar', at('2021-02-26')), reason: 'Kontot är ifrågasatt.' };
    const ports = asCalled(world, 'api-switch');
    await stopReleases(stop, ports);
    await liftStop({ ...by('attestant', at('2021-02-26', '09:00')), reason: 'Utrett.' }, ports);
    const events = await world.records.read(switchStream);
    const found = events.map(({ number, event, previous, hash }) => ({
      ...{ number, event, previous, hash },
    }));
    const { partition, name: stream } = switchStream;
    const text = recordText([{ partition, stream, events: found }]);
    await expect(text).toMatchFileSnapshot(golden('record-switch.ndjson'));
  });
});
