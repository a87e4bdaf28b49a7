import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { InputEvent } from '../../../core/inputs/input-stream.ts';
import { inputStream } from '../../../core/record/case-id.ts';
import type { LocalCloud } from '../../../local/cloud/local-cloud.ts';
import type { InputRegistration } from '../../../local/inputs/registration.ts';
import { person } from '../../../local/officials/people.ts';
import { Registrars } from '../../../local/officials/registrars.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';

const at = parseInstant('2021-06-14T09:00:00Z');
const rateOf = (day: string, sekPerEuro: string): InputRegistration => ({
  ...{ day: parseDay('2021-06-15'), year: 2021, kind: 'rate', from: 'Riksbanken' },
  ...{ document: 'outcome.json', documentHash: 'a'.repeat(64) },
  content: { day: parseDay(day), sekPerEuro },
});

/** How many requests the registrars send on 15 June, when somebody has registered a rate the day before. */
async function requestsOf(givesWay: boolean, ...arrivals: readonly InputRegistration[]) {
  const records = new MemoryRecords();
  await records.append<InputEvent>(inputStream(2021, 'rate'), undefined, {
    ...{ type: 'input-registered', at, by: person('checker', at), from: 'Riksbanken' },
    ...{ documentHash: 'b'.repeat(64), content: { day: '2021-06-15', sekPerEuro: '10.5' } },
  });
  let requests = 0;
  const cloud = {
    done: () => false,
    once: (_id: string, act: () => Promise<void>) => act(),
    now: () => at,
    endpoints: () => ({ issuer: 'http://127.0.0.1:1/issuer' }),
    api: () => ({ answer: async () => ({ status: 201, headers: [], body: `${++requests}` }) }),
  } as unknown as LocalCloud;
  await new Registrars(cloud, records, arrivals, givesWay).act('2021-06-15T10:00:00.000Z', cloud);
  return requests;
}

describe('The local registrars', () => {
  it('leave an input as somebody else has registered it, where people are waited for', async () => {
    expect(await requestsOf(true, rateOf('2021-06-15', '10.1342'))).toBe(0);
  });

  it('register it all the same where they run the year by themselves', async () => {
    expect(await requestsOf(false, rateOf('2021-06-15', '10.1342'))).toBe(1);
  });

  it('register what nobody has: the rate of another day, and a correction of their own', async () => {
    expect(await requestsOf(true, rateOf('2021-06-16', '10.1342'))).toBe(1);
    const correction = rateOf('2021-06-15', '10.2');
    expect(await requestsOf(true, rateOf('2021-06-15', '10.1342'), correction)).toBe(1);
  });
});
