import { describe, expect, it } from 'vitest';
import { reissueOf } from '../../../../core/record/case-id.ts';
import { run as closeCase } from '../../../../functions/close-case.lambda.ts';
import { run as recordRequisition } from '../../../../functions/record-requisition.lambda.ts';
import { run as validateRequisition } from '../../../../functions/validate-requisition.lambda.ts';
import { asCalled, at, eventsOf, typesOf, type World } from '../../support/world.ts';
import {
  approveBoth,
  bring,
  cases,
  granted,
  inputOf,
  prepare,
  release,
  report,
  requisition,
  requisitionOf,
  resolve,
  settle,
} from '../../support/year.ts';
import { ask, outcomeOf, type Request } from '../asking.ts';

const { sol, ihsi } = cases;
const october = at('2021-10-04');
const inTime = at('2021-12-01', '23:59');
const tooLate = at('2021-12-02', '00:00');

/** The body of SKR's requisition, as the sample has its contents. */
function bodyOf(kind: 'sol' | 'ihsi', changed: Record<string, unknown> = {}) {
  const { bankgiro, ...contents } = requisitionOf(kind);
  return { year: 2021, kind, ...contents, account: { bankgiro }, ...changed };
}

const create = (world: World, body: unknown, more: Partial<Request> = {}) =>
  ask(world, 'createRequisition', { as: 'skr', at: october, body, ...more });

const read = (world: World, requisition: string, more: Partial<Request> = {}) =>
  ask(world, 'readRequisition', { as: 'skr', at: october, parameters: { requisition }, ...more });

describe('SKR sends a requisition', () => {
  it('and gets a receipt; its workflow is started under the case’s name', async () => {
    const world = await granted();
    const answer = await create(world, bodyOf('sol'));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      requisition: sol,
      year: 2021,
      kind: 'sol',
      state: 'received',
      amount: { currency: 'SEK', value: '7000000' },
      submittedAt: october,
    });
    expect(world.workflows.started).toEqual([{ machine: 'requisition', case: sol, name: sol }]);
  });

  it('twice with one key: one submission, one execution, the same answer', async () => {
    const world = await granted();
    const key = 'rekvisition-sol-2021';
    const [first, second] = await Promise.all([
      create(world, bodyOf('sol'), { key }),
      create(world, bodyOf('sol'), { key, at: at('2021-10-04', '08:01') }),
    ]);
    const third = await create(world, bodyOf('sol'), { key, at: at('2021-10-05') });
    expect([second?.body, third.body]).toEqual([first?.body, first?.body]);
    expect(await typesOf(world, sol)).toEqual(['submitted']);
    expect(new Set(world.workflows.started.map(({ name }) => name))).toEqual(new Set([sol]));
  });

  it('whose first attempt died before its workflow was started: the same key starts it', async () => {
    const world = await granted();
    const { start } = world.workflows;
    world.workflows.start = () => Promise.reject(new Error('The network is down.'));
    const key = 'rekvisition-sol-2021';
    expect(outcomeOf(await create(world, bodyOf('sol'), { key }))).toBe('500 internal-error');
    world.workflows.start = start.bind(world.workflows);
    // The deadline is over when SKR tries again; the requisition was in time.
    expect((await create(world, bodyOf('sol'), { key, at: tooLate })).status).toBe(201);
    expect(await typesOf(world, sol)).toEqual(['submitted']);
    expect(world.workflows.started).toHaveLength(1);
  });

  it('with a plusgiro account, which is kept as it was given', async () => {
    const world = await granted();
    const body = bodyOf('sol', { account: { plusgiro: '902004-1' } });
    expect((await create(world, body)).status).toBe(201);
    const [submitted] = await eventsOf(world, sol);
    expect(submitted).toMatchObject({ requisition: { plusgiro: '902004-1' } });
    expect(submitted).not.toHaveProperty('requisition.bankgiro');
    expect(submitted).not.toHaveProperty('requisition.account');
  });
});

const entries: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['a wrong organisation number', { organisationNumber: '222000-0316' }, '#/organisationNumber'],
  ['a wrong bankgiro number', { account: { bankgiro: '991-2347' } }, '#/account/bankgiro'],
  ['a wrong plusgiro number', { account: { plusgiro: '902004-2' } }, '#/account/plusgiro'],
  ['no account', { account: {} }, '#/account'],
  ['two accounts', { account: { bankgiro: '991-2346', plusgiro: '902004-1' } }, '#/account'],
  [
    'an amount that is a number',
    { amount: { currency: 'SEK', value: 7_000_000 } },
    '#/amount/value',
  ],
  ['an amount below zero', { amount: { currency: 'SEK', value: '-1' } }, '#/amount/value'],
  ['a day that does not exist', { wishedPaymentDay: '2021-02-30' }, '#/wishedPaymentDay'],
  ['no signatory', { signatory: '  ' }, '#/signatory'],
  ['something that nobody asked for', { note: 'hej' }, '#'],
];

describe('A requisition with an entry that is wrong', () => {
  it.each(entries)('is refused for %s, and nothing is written', async (_, changed, pointer) => {
    const world = await granted();
    const before = world.records.dump('REQUISITION#');
    const answer = await create(world, bodyOf('sol', changed));
    expect(outcomeOf(answer)).toBe('422 invalid-request');
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
    expect(world.records.dump('REQUISITION#')).toEqual(before);
    expect(world.workflows.started).toEqual([]);
  });
});

const kronor = (value: string) => ({ amount: { currency: 'SEK', value } });

const refused: readonly (readonly [
  string,
  'sol' | 'ihsi',
  Record<string, unknown>,
  Request['at'],
  string,
  RegExp,
])[] = [
  [
    'SOL after its last day, by Stockholm’s clocks',
    'sol',
    {},
    tooLate,
    '422 requisition-too-late',
    /kom in 2021-12-02. Sista dag var 2021-12-01 \(Överenskommelse om .* för år 2021, Bilaga, Utbetalningsordning\)/,
  ],
  [
    'another amount of SOL',
    'sol',
    kronor('7000000.50'),
    october,
    '422 requisition-other-amount',
    /Överenskommet belopp är 7000000 SEK. Begärt: 7000000.5 SEK \(.* för år 2021, 4.2/,
  ],
  [
    'kronor where euros are agreed',
    'ihsi',
    kronor('395500'),
    october,
    '422 requisition-other-currency',
    /rekvireras i EUR: 395500 EUR. Angivet: SEK \(.*4.3/,
  ],
  [
    'a year without an agreement',
    'sol',
    { year: 2020 },
    october,
    '422 no-agreement',
    /ingen överenskommelse för 2020. Det finns för 2021/,
  ],
];

describe('What the agreement refuses', () => {
  it.each(refused)('%s: with the paragraph, and nothing is written or started', async (...row) => {
    const [, kind, changed, when, outcome, words] = row;
    const world = await granted();
    const before = world.records.dump('REQUISITION#');
    const answer = await create(world, bodyOf(kind, changed), { at: when, language: 'sv' });
    expect(outcomeOf(answer)).toBe(outcome);
    expect(answer.body.detail).toMatch(words);
    expect(world.records.dump('REQUISITION#')).toEqual(before);
    expect(world.workflows.started).toEqual([]);
  });

  it.each([
    ['SOL on a Sunday', 'sol', '2021-10-10', '2021-10-08, 2021-10-11'],
    ['IHSI on Christmas Eve', 'ihsi', '2021-12-24', '2021-12-23, 2021-12-27'],
  ] as const)(
    '%s: a pay day is a bank day, and the nearest are named',
    async (_, kind, day, near) => {
      const world = await granted();
      const before = world.records.dump('REQUISITION#');
      const body = bodyOf(kind, { wishedPaymentDay: day });
      const answer = await create(world, body, { at: october, language: 'sv' });
      expect(outcomeOf(answer)).toBe('422 requisition-no-bank-day');
      expect(answer.body.detail).toBe(
        `Ingen bank betalar ut ${day}. Närmaste bankdagar: ${near}. Inget har registrerats.`,
      );
      expect(world.records.dump('REQUISITION#')).toEqual(before);
      expect(world.workflows.started).toEqual([]);
    },
  );

  it('a pay day too far ahead is refused by name, with the last that can be asked for', async () => {
    const world = await granted();
    const before = world.records.dump('REQUISITION#');
    const body = bodyOf('sol', { wishedPaymentDay: '2022-10-10' });
    const answer = await create(world, body, { at: october, language: 'sv' });
    expect(outcomeOf(answer)).toBe('422 requisition-pay-day-too-late');
    expect(answer.body.detail).toMatch(
      /^Sista dag som kan begäras är 2022-01-24. Begärt: 2022-10-10 /,
    );
    expect(world.records.dump('REQUISITION#')).toEqual(before);
    expect(world.workflows.started).toEqual([]);
  });

  it.each(['9999-12-31', '9999-12-30', '0000-01-01', '0001-01-01', '1999-01-04'])(
    'a pay day %s is none: refused, and nothing is written',
    async (day) => {
      const world = await granted();
      const before = world.records.dump('REQUISITION#');
      const answer = await create(world, bodyOf('sol', { wishedPaymentDay: day }), { at: october });
      expect(outcomeOf(answer)).toBe('422 invalid-request');
      expect(world.records.dump('REQUISITION#')).toEqual(before);
    },
  );

  it('SOL is taken on its last day until midnight in Stockholm', async () => {
    const answer = await create(await granted(), bodyOf('sol'), { at: inTime });
    expect(answer.status).toBe(201);
  });

  it.each([
    ['the same', {}],
    ['another', { reference: 'SOL 2021, igen' }],
  ])('a second requisition, %s, of an amount that is paid once', async (_, changed) => {
    const world = await granted();
    await create(world, bodyOf('sol'));
    const answer = await create(world, bodyOf('sol', changed), { at: at('2021-10-05') });
    expect(outcomeOf(answer)).toBe('409 already-requisitioned');
    expect(answer.body.detail).toMatch(/för år 2021, 4\.2/);
    expect(await typesOf(world, sol)).toEqual(['submitted']);
    expect(world.workflows.started).toHaveLength(1);
  });

  it('by two keys at once: one is taken, the other is the second', async () => {
    const world = await granted();
    const answers = await Promise.all([
      create(world, bodyOf('sol'), { at: at('2021-10-04', '09:00') }),
      create(world, bodyOf('sol', { reference: 'B' }), { at: at('2021-10-04', '09:01') }),
    ]);
    expect(answers.map(outcomeOf).sort()).toEqual(['201', '409 already-requisitioned']);
    expect(await typesOf(world, sol)).toEqual(['submitted']);
  });
});

/** IHSI from its requisition to the money being there. */
async function paid(): Promise<World> {
  const world = await granted();
  await create(world, bodyOf('ihsi'), { at: at('2021-06-08') });
  await validateRequisition(
    { case: ihsi, now: at('2021-06-08', '08:01') },
    asCalled(world, 'validate-requisition'),
  );
  await bring(world, inputOf('rate'), at('2021-06-15', '09:00'));
  await prepare(world, ihsi, at('2021-06-15', '09:30'));
  await approveBoth(world, ihsi, at('2021-06-15', '10:00'));
  await release(world, ihsi, at('2021-06-15', '11:00'));
  await report(world, ihsi, at('2021-06-16', '09:00'));
  await settle(world, ihsi, at('2021-06-16', '09:01'));
  await recordRequisition(
    { case: ihsi, now: at('2021-06-16', '09:02') },
    asCalled(world, 'record-requisition'),
  );
  return world;
}

describe('SKR follows a requisition', () => {
  it('through its states, each with its time and in words, and learns the rate and the kronor', async () => {
    const { body } = await read(await paid(), ihsi, { at: at('2021-06-17'), language: 'sv' });
    expect(body).toMatchObject({ state: 'paid', paidOn: '2021-06-15', rate: '10.1342' });
    expect(body.paidSek).toBe('4008076');
    expect(body.contents).toMatchObject({
      reference: 'IHSI 2021',
      organisation: expect.any(String),
    });
    const states = body.timeline.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['received', 'accepted', 'approved', 'sent', 'paid']);
    expect(body.timeline[0]).toEqual({
      at: at('2021-06-08'),
      state: 'received',
      text: 'Rekvisitionen har kommit in och prövas mot överenskommelsen.',
    });
  });

  it('whose payment came back is followed until it has been sent again and has arrived', async () => {
    const world = await granted();
    await requisition(world, 'sol', at('2021-10-04'));
    await prepare(world, sol, at('2021-10-04'));
    await approveBoth(world, sol, at('2021-10-05'));
    await release(world, sol, at('2021-10-15'));
    await report(world, sol, at('2021-10-16'), [{ payee: 'SKR', code: 'AC04' }]);
    const seen = async () => {
      const { body } = await read(world, sol);
      return body as { state: string; paidOn: string; timeline: { state: string }[] };
    };
    expect(await seen()).toMatchObject({ state: 'returned', paidOn: '2021-10-15' });
    await resolve(world, sol, at('2021-10-17'), 'reissue', 'SKR');
    await settle(world, sol, at('2021-10-17'));
    await closeCase(
      { case: sol, now: at('2021-10-17'), outcome: 'paid' },
      asCalled(world, 'close-case'),
    );
    expect((await seen()).state).toBe('returned');
    const again = reissueOf(sol, 'SKR');
    await prepare(world, again, at('2021-10-18'));
    await approveBoth(world, again, at('2021-10-18'));
    await release(world, again, at('2021-10-18', '15:00'));
    expect((await seen()).state).toBe('sent');
    await report(world, again, at('2021-10-19'));
    await settle(world, again, at('2021-10-19'));
    const arrived = await seen();
    expect(arrived).toMatchObject({ state: 'paid', paidOn: '2021-10-18' });
    expect(arrived.timeline.map(({ state }) => state)).toEqual([
      ...['received', 'accepted', 'approved', 'sent'],
      ...['returned', 'sent', 'paid'],
    ]);
  });

  it('and is told nothing of who at Kammarkollegiet did what, nor of any other case', async () => {
    const { body } = await read(await paid(), ihsi, { at: at('2021-06-17') });
    const { contents, ...rest } = body;
    expect(contents).not.toHaveProperty('by');
    expect(JSON.stringify(rest)).not.toMatch(/local-|Astrid|Ulf|payout/);
  });

  it('that the workflow refused: the reason, and the paragraph with its document', async () => {
    const world = await granted();
    await create(world, bodyOf('sol'), { at: inTime });
    // Written by something else than the door: what the second line stands against.
    const [submitted] = await world.records.read({ partition: 'REQUISITION#2021', name: 'sol' });
    if (!submitted) throw new Error('SOL was submitted.');
    const { event } = submitted as { event: Record<string, unknown> };
    world.records.tamper(submitted.stream, 1, { ...event, at: tooLate } as never);
    await validateRequisition({ case: sol, now: tooLate }, asCalled(world, 'validate-requisition'));
    await closeCase({ case: sol, now: tooLate, outcome: 'refused' }, asCalled(world, 'close-case'));
    const { body } = await read(world, sol, { at: at('2021-12-03'), language: 'sv' });
    expect(body).toMatchObject({
      state: 'refused',
      refusal: {
        code: 'too-late',
        text: 'Inkom 2021-12-02; sista dag var 2021-12-01',
        cites: [{ source: 'agreement-2021', registration: 'S2021/00821' }],
      },
    });
    expect(body.timeline.map(({ state }: { state: string }) => state)).toEqual([
      'received',
      'refused',
    ]);
  });

  it.each([sol, cases.march])('that was never sent is not found: %s', async (id) => {
    expect(outcomeOf(await read(await granted(), id))).toBe('404 not-found');
  });

  it('in a list, page by page, the newest first', async () => {
    const world = await paid();
    await create(world, bodyOf('sol'));
    const list = (query: Record<string, string>) =>
      ask(world, 'listRequisitions', { as: 'skrSignatory', at: october, query });
    const first = await list({ limit: '1' });
    expect(
      first.body.requisitions.map((each: { requisition: string }) => each.requisition),
    ).toEqual([sol]);
    const second = await list({ limit: '1', cursor: first.body.next });
    expect(
      second.body.requisitions.map((each: { requisition: string }) => each.requisition),
    ).toEqual([ihsi]);
    expect(second.body).not.toHaveProperty('next');
    expect((await list({ year: '2031' })).body).toEqual({ requisitions: [] });
    expect(outcomeOf(await list({ cursor: 'hittepå' }))).toBe('422 invalid-request');
  });
});
