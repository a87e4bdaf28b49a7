import { describe, expect, it } from 'vitest';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { canonical } from '../../core/canonical.ts';
import { standing } from '../../core/payment/evolve.ts';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import { type CaseId, inputStream, proposalStream } from '../../core/record/case-id.ts';
import { registerInput } from '../../functions/doors/register-input.ts';
import { tryOut } from '../../functions/shared/dry-run.ts';
import type { WorkflowPorts } from '../../functions/shared/workflow-ports.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { ask } from '../functions/api/asking.ts';
import { asCalled, at, by, stateOf, type World } from '../functions/support/world.ts';
import {
  bring,
  bringAll,
  cases,
  granted,
  inputOf,
  prepare,
  requisition,
} from '../functions/support/year.ts';

const forecast = inputOf('rebate-forecast');
const day = at('2022-01-27');
/** IHSI is proposed on its payment day and on no other. */
const ihsiDay = at('2021-06-15', '10:00');

/** February 2022 waits for the forecast and for nothing else. */
async function februaryWaits(): Promise<World> {
  const world = await granted();
  await bringAll(world, '2022-01-26', ({ kind }) => kind === 'rebate-forecast');
  await prepare(world, cases.february, at('2022-01-26'));
  return world;
}

/** IHSI waits for the rate of its payment day. */
async function ihsiWaits(): Promise<World> {
  const world = await granted();
  await requisition(world, 'ihsi', at('2021-06-08'));
  await prepare(world, cases.ihsi, at('2021-06-15'));
  return world;
}

/** February stands proposed, and another forecast is at hand. */
async function februaryStands(): Promise<World> {
  const world = await februaryWaits();
  await bring(world, forecast, at('2022-01-26', '09:00'));
  await prepare(world, cases.february, at('2022-01-26', '10:00'));
  return world;
}

const content = forecast.content as Record<string, string>;
const otherForecast = {
  ...forecast,
  documentHash: 'd'.repeat(64),
  content: { ...content, '09': '1' },
} as InputRegistration;

const tried: readonly (readonly [
  string,
  () => Promise<World>,
  CaseId,
  InputRegistration,
  Instant,
])[] = [
  ['the forecast that February waits for', februaryWaits, cases.february, forecast, day],
  ['another forecast than February stands on', februaryStands, cases.february, otherForecast, day],
  ['the rate that IHSI waits for', ihsiWaits, cases.ihsi, inputOf('rate'), ihsiDay],
];

const registering = (input: InputRegistration, when: Instant) => {
  const { kind, year, from, documentHash, content: given } = input;
  const event = { kind, year, from, documentHash, content: given, ...by('registrar', when) };
  return async (ports: WorkflowPorts) => void (await registerInput(event, ports));
};

describe('A dry run of an input, and then its registration', () => {
  it.each(tried)('come to one proposal, to the byte: %s', async (_, waiting, id, input, when) => {
    const world = await waiting();
    const ports = asCalled(world, 'api-inputs');
    const stream = inputStream(input.year, input.kind);
    const [dry, ...others] = await tryOut(ports, [id], stream, when, registering(input, when));
    expect(others).toEqual([]);

    await registering(input, when)(asCalled(world, 'api-inputs'));
    await prepare(world, id, when);
    const hash = standing(await stateOf(world, id))?.proposed.proposal;
    const documents = (await world.records.read(proposalStream(id))).map(({ event }) => event);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(canonical(dry?.after ?? null)).toBe(canonical(documents.at(-1) ?? null));
  });

  it('name the same kronor for every region through the API', async () => {
    const world = await februaryWaits();
    const given = { from: forecast.from, documentHash: forecast.documentHash, content };
    const request = {
      as: 'registrar',
      at: day,
      parameters: { year: '2021', kind: 'rebate-forecast' },
      body: given,
    } as const;
    const { body } = await ask(world, 'tryInput', request);
    const shown = body.runs[0].regions.map((each: { region: string; afterSek: string }) => [
      each.region,
      each.afterSek,
    ]);

    expect((await ask(world, 'registerInput', request)).status).toBe(201);
    await prepare(world, cases.february, day);
    const [document] = await world.records.read<PaymentProposal>(proposalStream(cases.february));
    expect(shown).toHaveLength(21);
    expect(shown).toEqual(document?.event.payments.map(({ payee, totalSek }) => [payee, totalSek]));
  });
});
