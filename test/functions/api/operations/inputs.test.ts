import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../../core/canonical.ts';
import type { InputEvent } from '../../../../core/inputs/input-stream.ts';
import type { InputKind } from '../../../../core/inputs/kinds.ts';
import { inputStream } from '../../../../core/record/case-id.ts';
import { at, newWorld, stateOf, type World } from '../../support/world.ts';
import {
  bring,
  cases,
  granted,
  hashOfVersion,
  inputOf,
  prepare,
  proposed,
  wait,
} from '../../support/year.ts';
import { ask, outcomeOf, type Request } from '../asking.ts';

const now = at('2021-02-24');
const documentHash = 'd'.repeat(64);

const sample = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../../../local/sample-2021', file), 'utf8');

const registering = (
  world: World,
  kind: string,
  body: Record<string, unknown>,
  more: Partial<Request> & { readonly year?: string } = {},
) => {
  const { year = kind === 'payees' ? 'all' : '2021', ...rest } = more;
  return ask(world, 'registerInput', {
    as: 'registrar',
    at: now,
    parameters: { year, kind },
    body: { from: 'TLV', documentHash, ...body },
    ...rest,
  });
};

const eventsIn = async (world: World, kind: InputKind, year = 2021) =>
  (await world.records.read<InputEvent>(inputStream(year, kind))).map(({ event }) => event);

describe('A new version of an input', () => {
  it('is registered with its source, document hash and registration number', async () => {
    const world = newWorld();
    const { content } = inputOf('rebate-forecast');
    const answer = await registering(world, 'rebate-forecast', {
      content,
      registration: 'TLV 03021/2021',
    });
    expect(answer).toEqual({
      status: 201,
      body: {
        ...{ year: 2021, kind: 'rebate-forecast', version: 1, needsConfirmation: false },
        hash: await hashOfVersion(world, { kind: 'rebate-forecast', year: 2021 }, 1),
      },
    });
    expect(await eventsIn(world, 'rebate-forecast')).toEqual([
      expect.objectContaining({
        from: 'TLV',
        documentHash,
        registration: 'TLV 03021/2021',
        content,
        by: expect.objectContaining({ sub: 'local-registrar' }),
      }),
    ]);
  });

  it('without a registration number is the same bytes as before there were any', async () => {
    const world = newWorld();
    await registering(world, 'rate', { content: inputOf('rate').content });
    expect(Object.keys((await eventsIn(world, 'rate'))[0] ?? {})).not.toContain('registration');
  });

  it('lets a run that waits for it go on', async () => {
    const world = await granted();
    const answer = await prepare(world, cases.february, at('2022-01-25'));
    if (!('watch' in answer)) throw new Error('A wait watches streams.');
    await wait(world, 'inputs', at('2022-01-25'), { id: cases.february, watch: answer.watch });
    const { content } = inputOf('rebate-forecast');
    await registering(world, 'rebate-forecast', { content }, { at: at('2022-01-26') });
    expect(world.workflows.woken).toEqual([`token of ${cases.february}`]);
  });

  it.each([
    ['a kind that there is not', 'guesses', '2021'],
    ['payees of a year', 'payees', '2021'],
    ['a population of all years', 'population', 'all'],
  ])('of %s is not found', async (_, kind, year) => {
    const answer = await registering(newWorld(), kind, { content: {} }, { year });
    expect(outcomeOf(answer)).toBe('404 not-found');
  });

  it.each([
    ['neither content nor csv', {}],
    ['both', { content: {}, csv: 'a' }],
  ])('with %s is refused', async (_, body) => {
    const answer = await registering(newWorld(), 'population', body);
    expect(outcomeOf(answer)).toBe('422 invalid-request');
    expect(answer.body.errors[0].pointer).toBe('#/content');
  });
});

const tables: readonly (readonly [InputKind, string])[] = [
  ['population', 'population-by-group.csv'],
  ['price-tags', 'price-tags.csv'],
  ['solidarity-costs', 'solidarity-costs.csv'],
  ['rebate-forecast', 'rebates.csv'],
  ['rebate-final', 'rebates.csv'],
  ['local-discounts', 'local-discounts.csv'],
];

describe('A table of the sample', () => {
  it.each(tables)(
    'of %s (%s) gives the content that the local run registers',
    async (kind, file) => {
      const world = newWorld();
      expect((await registering(world, kind, { csv: sample(file) })).status).toBe(201);
      const [event] = await eventsIn(world, kind);
      if (event?.type !== 'input-registered') throw new Error('Nothing was registered.');
      expect(canonical(event.content)).toBe(canonical(inputOf(kind).content));
    },
  );

  const oneRow = (file: string, nth = 0) => {
    const [header = '', ...rows] = sample(file).trim().split('\n');
    return `${header}\n${rows[nth]}\n`;
  };

  it.each([
    ['authorisation', 'authorisations.csv'],
    ['appropriation', 'appropriations.csv'],
  ] as const)('of %s is one row, one version', async (kind, file) => {
    const world = newWorld();
    expect((await registering(world, kind, { csv: oneRow(file) })).body).toMatchObject({
      year: 2021,
      kind,
      version: 1,
      needsConfirmation: true,
    });
    const several = await registering(world, kind, { csv: sample(file) });
    expect(outcomeOf(several)).toBe('422 invalid-request');
    expect(several.body.errors).toEqual([
      {
        pointer: '#/csv',
        detail: expect.stringMatching(/allowed: one row, since one request registers one version/),
      },
    ]);
  });

  it('of decisions or appropriations without a row is no version either', async () => {
    const [header = ''] = sample('appropriations.csv').split('\n');
    const answer = await registering(newWorld(), 'appropriation', { csv: `${header}\n` });
    expect(answer.body.errors[0].detail).toMatch(/given 0 rows, allowed: one row/);
  });

  it('of another year than it is given for is refused', async () => {
    const csv = oneRow('appropriations.csv', 1);
    const answer = await registering(newWorld(), 'appropriation', { csv });
    expect(answer.body.errors).toEqual([
      { pointer: '#/csv/budgetYear', detail: expect.stringMatching(/for 2022, .* one of 2021/) },
    ]);
  });

  it('of forecasts may leave out the final rebates, which nobody knows in December', async () => {
    const rows = sample('rebates.csv')
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const at = rows[0]?.indexOf('final_sek_2022_03') ?? -1;
    const csv = rows.map((row) => row.filter((__, index) => index !== at).join(',')).join('\n');
    expect((await registering(newWorld(), 'rebate-forecast', { csv })).status).toBe(201);
    expect(outcomeOf(await registering(newWorld(), 'rebate-final', { csv }))).toBe(
      '422 invalid-request',
    );
  });

  it('with wrong cells is refused cell by cell, in the caller’s language', async () => {
    const csv = sample('rebates.csv').replace(/^01,(\d+)/m, '99,1.5');
    const world = newWorld();
    const english = await registering(world, 'rebate-forecast', { csv });
    expect(english.body.errors).toEqual([
      {
        pointer: expect.stringMatching(/^#\/csv\/\d+\/region_code$/),
        detail: expect.stringMatching(/^given "99", allowed: one of 01, 03/),
      },
      {
        pointer: expect.stringMatching(/^#\/csv\/\d+\/forecast_sek_2021_12$/),
        detail: expect.stringMatching(/^given "1.5", allowed: whole kronor/),
      },
      { pointer: '#/csv/region_code', detail: 'given no row of 01, allowed: every region' },
    ]);
    const swedish = await registering(world, 'rebate-forecast', { csv }, { language: 'sv' });
    expect(swedish.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      expect.stringMatching(/^angivet: "99"; tillåtet: något av 01, 03/),
      expect.stringMatching(/^angivet: "1.5"; tillåtet: hela kronor/),
      'angivet: ingen rad för 01; tillåtet: alla regioner',
    ]);
    expect(world.records.dump('INPUT#')).toEqual({});
  });

  it('with a byte order mark and line ends of another system is read all the same', async () => {
    const csv = `\ufeff${sample('price-tags.csv').replaceAll('\n', '\r\n')}`;
    expect((await registering(newWorld(), 'price-tags', { csv })).status).toBe(201);
  });

  it.each(['payees', 'outcomes', 'rate', 'second-level'])('is not read of %s', async (kind) => {
    const answer = await registering(newWorld(), kind, { csv: 'a,b' });
    expect(answer.body.errors).toEqual([
      { pointer: '#/csv', detail: expect.stringContaining(`given: ${kind}`) },
    ]);
  });
});

const changed = <T extends object>(content: T, change: object) => ({ ...content, ...change });
const population = inputOf('population').content as Record<string, Record<string, string>>;
const costs = inputOf('solidarity-costs').content as Record<string, Record<string, string>>;
const tags = inputOf('price-tags').content as Record<string, string>;
const payees = inputOf('payees').content as Record<string, Record<string, string>>;
const zeros = (row: Record<string, string> | undefined) =>
  Object.fromEntries(Object.keys(row ?? {}).map((key) => [key, '0']));

const impossible: readonly (readonly [string, InputKind, unknown, string, RegExp])[] = [
  [
    'a region without inhabitants',
    'population',
    changed(population, { '09': zeros(population['09']) }),
    '#/content/09',
    /har inga invånare/,
  ],
  [
    'price tags that are all zero',
    'price-tags',
    zeros(tags),
    '#/content',
    /modellkostnaden blir 0/,
  ],
  [
    'a disease that one region lacks',
    'solidarity-costs',
    changed(costs, { '09': {} }),
    '#/content/09',
    /saknas; 0 om den inte kostade något/,
  ],
  [
    'solidarity costs above the pot',
    'solidarity-costs',
    changed(costs, {
      '01': changed(costs['01'] ?? {}, {
        [Object.keys(costs['01'] ?? {})[0] ?? '']: '33432900841',
      }),
    }),
    '#/content',
    /högst potten, 33432900840 kr/,
  ],
  [
    'a rate of zero',
    'rate',
    { day: '2021-06-15', sekPerEuro: '0.00' },
    '#/content/sekPerEuro',
    /över 0/,
  ],
  [
    'a decision for months before its year',
    'authorisation',
    changed(inputOf('authorisation').content, { firstMonth: '2020-12' }),
    '#/content/firstMonth',
    /2021-01/,
  ],
  [
    'more paid than there is',
    'appropriation',
    changed(inputOf('appropriation').content, { paidBeforeFirstRunSek: '999999999999' }),
    '#/content/paidBeforeFirstRunSek',
    /högst anslaget/,
  ],
  [
    'an account without its check digit',
    'payees',
    changed(payees, { '09': changed(payees['09'] ?? {}, { bankgiro: '991-2347' }) }),
    '#/content/09/bankgiro',
    /kontrollsiffran/,
  ],
  [
    'an organisation number without its check digit',
    'payees',
    changed(payees, { SKR: changed(payees.SKR ?? {}, { organisationNumber: '222000-0316' }) }),
    '#/content/SKR/organisationNumber',
    /kontrollsiffran/,
  ],
  [
    'one account of two payees',
    'payees',
    changed(payees, { '09': changed(payees['09'] ?? {}, { bankgiro: payees['01']?.bankgiro }) }),
    '#/content/09/bankgiro',
    /en annan mottagares konto/,
  ],
  [
    'another region’s name',
    'payees',
    changed(payees, { '09': changed(payees['09'] ?? {}, { name: 'Region Gottland' }) }),
    '#/content/09/name',
    /ska vara Region Gotland/,
  ],
];

describe('What cannot be', () => {
  it.each(impossible)('%s is refused at the door', async (_, kind, content, pointer, words) => {
    const world = newWorld();
    const answer = await registering(world, kind, { content }, { language: 'sv' });
    expect(outcomeOf(answer)).toBe('422 invalid-request');
    expect(answer.body.errors).toContainEqual({ pointer, detail: expect.stringMatching(words) });
    expect(world.records.dump('INPUT#')).toEqual({});
  });

  it('beside what the record holds: tags only for groups in which nobody lives', async () => {
    const world = newWorld();
    const only = Object.keys(tags)[0] ?? '';
    const empty = Object.fromEntries(
      Object.entries(population).map(([code, row]) => [code, changed(row, { [only]: '0' })]),
    );
    await registering(world, 'population', { content: empty });
    const answer = await registering(world, 'price-tags', {
      content: changed(zeros(tags), { [only]: '5' }),
    });
    expect(outcomeOf(answer)).toBe('422 invalid-request');
  });

  it('more than an event can hold', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`${n} ${'x'.repeat(50)}`, '1']),
    );
    const content = Object.fromEntries(Object.keys(costs).map((code) => [code, many]));
    const answer = await registering(newWorld(), 'solidarity-costs', { content });
    expect(outcomeOf(answer)).toBe('413 content-too-large');
  });
});

describe('A confirmation', () => {
  const confirming = async (
    world: World,
    as: Request['as'],
    version: string,
    kind: InputKind = 'payees',
  ) =>
    ask(world, 'confirmInput', {
      ...{ as, at: now },
      parameters: { year: kind === 'payees' ? 'all' : '2021', kind, version },
      body: { hash: await hashOfVersion(world, { kind, year: 2021 }, Number(version)) },
    });
  const withPayees = async () => {
    const world = newWorld();
    await registering(world, 'payees', { content: payees });
    return world;
  };

  it('is for a second person: whoever registered the version is refused', async () => {
    const world = await withPayees();
    expect(outcomeOf(await confirming(world, 'registrar', '1'))).toBe('403 same-person');
    expect(await confirming(world, 'checker', '1')).toEqual({
      status: 200,
      body: {
        ...{ year: 'all', kind: 'payees', version: 1, needsConfirmation: true },
        hash: await hashOfVersion(world, { kind: 'payees', year: 2021 }, 1),
      },
    });
  });

  it('of a version that is not there is not found', async () => {
    expect(outcomeOf(await confirming(await withPayees(), 'checker', '2'))).toBe('404 not-found');
  });

  it('of what counts without one is refused, and says what is confirmed', async () => {
    const answer = await confirming(newWorld(), 'checker', '1', 'rate');
    expect(outcomeOf(answer)).toBe('409 confirmation-not-needed');
    expect(answer.body.detail).toMatch(/authorisation, year-ended, appropriation, payees/);
  });

  it('of changed payees after the attest voids it: the run is prepared again', async () => {
    const world = await proposed();
    const { proposed: before } = (await stateOf(world, cases.march)).proposal ?? {};
    await ask(world, 'approveProposal', {
      as: 'attestant',
      at: now,
      parameters: { run: cases.march },
      body: { right: 'attest', proposal: before?.proposal },
    });
    const content = changed(payees, {
      '09': changed(payees['09'] ?? {}, { bankgiro: '991-2346' }),
    });
    await registering(world, 'payees', { content });
    expect((await stateOf(world, cases.march)).proposal?.approvals.size).toBe(1);
    await confirming(world, 'checker', '2');
    const { voided, approvals } = (await stateOf(world, cases.march)).proposal ?? {};
    expect([voided?.proposal, approvals?.size]).toEqual([before?.proposal, 0]);
    await prepare(world, cases.march, now);
    const after = (await stateOf(world, cases.march)).proposal;
    expect(after?.proposed.number).toBe(2);
    expect(after?.proposed.proposal).not.toBe(before?.proposal);
  });
});

describe('SKR’s January report of local discounts', () => {
  const signing = (world: World, discounts: Record<string, unknown>, year = '2021') =>
    ask(world, 'signLocalDiscounts', {
      as: 'skrSignatory',
      at: at('2022-01-31'),
      parameters: { year },
      body: { documentHash, discounts },
    });

  it('is registered in the name of the person who signs, with every region', async () => {
    const world = newWorld();
    expect((await signing(world, { '01': ['100', '200'] })).status).toBe(201);
    const [event] = await eventsIn(world, 'local-discounts');
    expect(event).toMatchObject({
      from: 'SKR',
      by: { sub: 'local-skr-signatory' },
      content: { '01': ['100', '200'], '09': [] },
    });
  });

  it('of none is a report too, and not the same as no report', async () => {
    const world = newWorld();
    expect((await signing(world, {})).status).toBe(201);
    expect(await eventsIn(world, 'local-discounts')).toHaveLength(1);
  });

  it.each([
    ['a region that there is not', { '99': ['1'] }, '2021', '422 invalid-request'],
    ['a discount of nothing', { '01': ['0'] }, '2021', '422 invalid-request'],
    ['a year without an agreement', {}, '2031', '422 no-agreement'],
  ])('for %s is refused', async (_, discounts, year, outcome) => {
    const world = newWorld();
    expect(outcomeOf(await signing(world, discounts, year))).toBe(outcome);
    expect(world.records.dump('INPUT#')).toEqual({});
  });
});

describe('Whoever brings the same again', () => {
  it('from the same document makes no new version', async () => {
    const world = newWorld();
    await bring(world, inputOf('rate'), now);
    const { content, documentHash: same } = inputOf('rate');
    const answer = await registering(world, 'rate', { content, documentHash: same });
    expect(answer.body.version).toBe(1);
  });
});
