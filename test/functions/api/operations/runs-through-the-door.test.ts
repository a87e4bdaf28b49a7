import { expect, it } from 'vitest';
import { hashInForce } from '../../../../functions/api/views/proposals.ts';
import { stateOf } from '../../support/world.ts';
import { cases } from '../../support/year.ts';
import { readerOf } from '../reading.ts';
import { february } from './year-so-far.ts';

it('February is read through the deployed handler from the list down to the paragraph in two clicks', async () => {
  const world = await february();
  const api = readerOf(world);
  const { runs } = await api.read('listRuns', { query: { kind: 'payout', limit: '1' } });
  const run = runs[0]?.run ?? '';
  const proposal = runs[0]?.proposal ?? '';
  expect([run, proposal]).toEqual([
    cases.february,
    hashInForce(await stateOf(world, cases.february)),
  ]);
  const { payments } = await api.read('readProposal', { parameters: { run, proposal } });
  const working = payments[0]?.lines[1]?.working ?? '';
  const { nodes } = await api.read('readWorking', {
    parameters: { run, working },
    query: { depth: '0' },
    language: 'en',
  });
  expect(nodes[0]?.cites[0]).toMatchObject({ source: 'agreement-2021', place: '4.1' });
  expect((await api.read('readRun', { parameters: { run } })).actions).toHaveLength(9);
  expect((await api.read('listTasks')).tasks.map(({ task, mine }) => [task, mine])).toContainEqual([
    'attest',
    false,
  ]);
  expect((await api.read('readCalendar', { parameters: { year: '2021' } })).months).toHaveLength(
    15,
  );
});

it('a region reads no run, and what is not there is not found', async () => {
  const api = readerOf(await february());
  const parameters = { run: cases.april };
  const region = { as: ['region-09'], parameters };
  expect(await api.refused('readRun', region)).toEqual([403, 'role-not-allowed']);
  expect(await api.refused('readRun', { parameters })).toEqual([404, 'not-found']);
  expect(await api.refused('listRuns', { query: { state: 'x' } })).toEqual([
    422,
    'invalid-request',
  ]);
});
