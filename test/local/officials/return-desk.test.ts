import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { Delivery } from '../../../local/bank/deliveries.ts';
import type { LocalCloud } from '../../../local/cloud/local-cloud.ts';
import { ReturnDesk } from '../../../local/officials/return-desk.ts';

const delivery = (at: string, more: Partial<Delivery> = {}): Delivery => ({
  ...{ name: `LOKALBANK ${at}`, at: parseInstant(at), text: '', cameBack: [], odd: false },
  ...more,
});

const cameBack = (at: string, ...payments: readonly (readonly [string, string])[]): Delivery =>
  delivery(at, { cameBack: payments.map(([endToEndId, code]) => ({ endToEndId, code })) });

/** What the desk wants to do, one after the other: nothing is done, and each is noted as if it were. */
async function plan(...deliveries: readonly Delivery[]): Promise<readonly string[]> {
  const noted = new Map<string, string>();
  const cloud = { done: (id: string) => noted.has(id) } as LocalCloud;
  const desk = new ReturnDesk(cloud, () => deliveries, 'troubled');
  for (;;) {
    const at = desk.nextAt();
    if (at === undefined) return [...noted].map(([id, when]) => `${when.slice(0, 16)} ${id}`);
    await desk.act(at, {
      ...cloud,
      once: async (id: string) => void noted.set(id, at),
    } as unknown as LocalCloud);
  }
}

describe('The desk that looks into what came back', () => {
  it('has nothing to do when everything was accepted and booked', async () => {
    expect(await plan(delivery('2021-03-01T05:05:00Z'), delivery('2021-03-01T05:40:00Z'))).toEqual(
      [],
    );
  });

  it('asks for the new account, has it confirmed by another, and then lets the payment be sent again', async () => {
    // Stockholm's clocks show 07:05 at 05:05 in summer time.
    expect(await plan(cameBack('2021-04-01T05:05:00Z', ['STB-PAY-2021-04-05', 'AC04']))).toEqual([
      '2021-04-01T09:00 desk 2021-04-01 accounts',
      '2021-04-01T09:30 desk 2021-04-01 confirmed',
      '2021-04-01T10:00 desk 2021-04-01 payout-2021-04 05',
    ]);
  });

  it('asks nobody for an account when it was the file that the bank did not take', async () => {
    expect(await plan(cameBack('2021-10-11T04:05:00Z', ['STB-REQ-2021-SOL-SKR', 'FF01']))).toEqual([
      '2021-10-11T10:00 desk 2021-10-11 requisition-2021-sol SKR',
    ]);
  });

  it('takes what came after ten on the next bank day, together with what came that morning', async () => {
    // 14 May 2021 is the Friday after Ascension Day.
    const all = [
      cameBack('2021-05-14T08:01:00Z', ['STB-PAY-2021-05-12', 'AC01']),
      cameBack('2021-05-17T08:00:00Z', ['STB-PAY-2021-05-14', 'AC06']),
    ];
    expect(await plan(...all)).toEqual([
      '2021-05-17T09:00 desk 2021-05-17 accounts',
      '2021-05-17T09:30 desk 2021-05-17 confirmed',
      '2021-05-17T10:00 desk 2021-05-17 payout-2021-05 12',
      '2021-05-17T10:00 desk 2021-05-17 payout-2021-05 14',
    ]);
  });

  it('decides about a payment once, however often the bank tells of it', async () => {
    const told = cameBack('2021-05-14T07:00:00Z', ['STB-PAY-2021-05-12', 'AC01']);
    const acts = await plan(told, { ...told, name: 'again' });
    expect(acts.filter((act) => act.endsWith(' 12'))).toHaveLength(1);
  });

  it('leaves alone what nobody has an answer for yet, and what is not ours', async () => {
    expect(await plan(cameBack('2022-05-02T04:05:00Z', ['STB-PAY-2022-05-13', 'AC06']))).toEqual(
      [],
    );
    expect(await plan(cameBack('2022-05-02T04:05:00Z', ['ANNAN-KUND-1', 'AC06']))).toEqual([]);
  });

  it('looks into a file that leads nowhere', async () => {
    expect(await plan(delivery('2021-11-01T06:30:00Z', { odd: true }))).toEqual([
      '2021-11-01T11:15 desk 2021-11-01 items',
    ]);
  });
});
