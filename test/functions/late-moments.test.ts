import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../core/payment/events.ts';
import { type CaseId, caseStream } from '../../core/record/case-id.ts';
import { liftStop } from '../../functions/doors/lift-stop.ts';
import { stopReleases } from '../../functions/doors/stop-releases.ts';
import { deliver } from './support/bank.ts';
import { asCalled, at, by, copyOf, type World } from './support/world.ts';
import {
  approve,
  bring,
  cases,
  changeAccount,
  granted,
  inputOf,
  prepare,
  proposed,
  release,
  say,
} from './support/year.ts';

const { march } = cases;

const eventsOf = async ({ records }: World, id: CaseId) =>
  (await records.read<CaseEvent>(caseStream(id))).map(({ event }) => event);

/** A step that is tried again keeps the moment at which it was entered; a request that is sent again, that of its first sending. */
describe('What is written late, of an earlier moment, is of the moment of what it follows', () => {
  it('in a case: a release that an outage held up until another person had approved', async () => {
    const world = copyOf(await proposed());
    await approve(world, march, 0, at('2021-03-01', '05:00'));
    await approve(world, march, 1, at('2021-03-01', '09:00'));
    await release(world, march, at('2021-03-01', '06:00'));
    const [room] = await world.records.read({ partition: 'ROOM#2021', name: '1:5 ap.2' });
    const released = (await eventsOf(world, march)).at(-1);
    expect(released).toMatchObject({ type: 'release-ordered', at: at('2021-03-01', '09:00') });
    expect(room?.event).toMatchObject({ at: at('2021-03-01', '09:00') });
  });

  it('in a case: a word that was said before the proposal was let go', async () => {
    const world = copyOf(await proposed());
    const reason = 'Once more.';
    await changeAccount(world, at('2021-02-23', '10:00'));
    const asked = { kind: 'request-close', case: march, reason } as const;
    await say(world, { ...asked, ...by('registrar', at('2021-02-23', '09:00')) });
    const events = await eventsOf(world, march);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['voided', 'close-requested']);
    expect(events.at(-1)?.at).toBe(at('2021-02-23', '10:00'));
  });

  it('in a proposal: it is no earlier than an input that came after its step was entered', async () => {
    const world = copyOf(await granted());
    await changeAccount(world, at('2021-02-22', '12:00'));
    await prepare(world, march, at('2021-02-22', '08:00'));
    const events = await eventsOf(world, march);
    expect(events.map(({ at: moment }) => moment)).toEqual([
      at('2021-02-22', '08:00'),
      at('2021-02-22', '12:00'),
    ]);
  });

  it('of an input, and of the switch', async () => {
    const world = copyOf(await granted());
    const rate = inputOf('rate');
    await bring(world, rate, at('2021-06-15', '09:00'));
    await bring(world, { ...rate, documentHash: 'a'.repeat(64) }, at('2021-06-15', '08:00'));
    const api = asCalled(world, 'api-switch');
    const reason = 'As agreed.';
    await stopReleases({ ...by('registrar', at('2021-02-19', '10:00')), reason }, api);
    await liftStop({ ...by('attestant', at('2021-02-19', '09:00')), reason }, api);
    for (const [partition, name] of [
      ['INPUT#2021', 'rate'],
      ['SWITCH#all', 'releases'],
    ] as const) {
      const [first, second] = await world.records.read<CaseEvent>({ partition, name });
      expect(second?.event.at).toBe(first?.event.at);
    }
  });

  it('of the bank: a file that is taken after one that came later', async () => {
    const world = copyOf(await granted());
    await deliver(world, 'no report', at('2021-03-02', '09:00'), 'later.xml');
    await deliver(world, 'no report at all', at('2021-03-02', '08:00'), 'earlier.xml');
    const reports = await world.records.read<CaseEvent>({ partition: 'BANK#2021', name: 'report' });
    expect(reports.map(({ event }) => event.at)).toEqual([
      at('2021-03-02', '09:00'),
      at('2021-03-02', '09:00'),
    ]);
  });
});
