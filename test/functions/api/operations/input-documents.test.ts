import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { InputEvent } from '../../../../core/inputs/input-stream.ts';
import { inputStream } from '../../../../core/record/case-id.ts';
import { listTasks } from '../../../../functions/api/operations/list-tasks.ts';
import { Crash } from '../../../helpers/memory-records.ts';
import { at, newWorld, type World } from '../../support/world.ts';
import { hashOfVersion, inputOf } from '../../support/year.ts';
import { ask, bearerOf, outcomeOf, type Request, writing } from '../asking.ts';
import { readAs } from '../read-as.ts';
import { readerOf } from '../reading.ts';
import { eventOf, served } from '../support.ts';

const now = at('2021-02-24');
const pdf = Buffer.from('%PDF-1.7 Kontouppgifter, undertecknade.');
const workbook = Buffer.from('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml', 'latin1');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const { content } = inputOf('payees');
const place = { year: 'all', kind: 'payees' };

const bodyWith = (bytes: Buffer, name: string, more: object = {}) => ({
  ...{ from: 'Kammarkollegiet', content, documentHash: sha256(bytes) },
  document: { name, content: bytes.toString('base64') },
  ...more,
});
const registering = (world: World, body: object, more: Partial<Request> = {}) =>
  ask(world, 'registerInput', { as: 'registrar', at: now, parameters: place, body, ...more });
/** The document as the gateway hands it on: its headers and bytes, or the problem. */
async function reading(world: World, version = '1') {
  const handler = served('api-inputs', writing, world);
  const bearer = await bearerOf('checker', now);
  const asked = { bearer, at: now, parameters: { ...place, version } };
  const { statusCode, headers, body } = await handler(eventOf('readInputDocument', asked));
  const isFile = statusCode === 200;
  return {
    ...{ status: statusCode, headers: headers ?? {} },
    bytes: isFile ? Buffer.from(body, 'base64') : undefined,
    body: isFile ? undefined : JSON.parse(body),
  };
}
const judging = async (
  world: World,
  what: 'confirmInput' | 'refuseInput',
  said: object = {},
  as: Request['as'] = 'checker',
) =>
  ask(world, what, {
    ...{ as, at: now, parameters: { ...place, version: '1' } },
    body: { hash: await hashOfVersion(world, { kind: 'payees', year: 2021 }, 1), ...said },
  });
const refusal = { code: 'unlike-document', reason: 'Kontot är ett annat i dokumentet.' };
const eventsIn = async (world: World) =>
  (await world.records.read<InputEvent>(inputStream(0, 'payees'))).map(({ event }) => event);

describe('A document that comes with an input', () => {
  it.each([
    ['a PDF', pdf, 'Konton – 2021.pdf', 'application/pdf', 'pdf'],
    [
      'a workbook',
      workbook,
      'Konton.XLSX',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'xlsx',
    ],
  ])('is kept under its hash and read by whoever confirms: %s', async (...each) => {
    const [, bytes, name, mediaType, end] = each;
    const world = newWorld();
    expect((await registering(world, bodyWith(bytes, name))).status).toBe(201);
    expect(world.documents.names()).toEqual([`${sha256(bytes)}.${end}`]);
    expect(await eventsIn(world)).toEqual([
      expect.objectContaining({ document: { name, bytes: bytes.length } }),
    ]);
    const version = await readerOf(world).read('readInputVersion', {
      parameters: { ...place, version: '1' },
    });
    expect(version.document).toEqual({ name, mediaType, bytes: bytes.length });
    const answer = await reading(world);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, mediaType]);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(answer.bytes).toEqual(bytes);
  });

  it('has its own name in the header, in plain letters and in its own', async () => {
    const world = newWorld();
    await registering(world, bodyWith(pdf, "Konton – Region Östergötland's.pdf"));
    expect((await reading(world)).headers['content-disposition']).toBe(
      `attachment; filename="Konton _ Region _sterg_tland's.pdf"; filename*=UTF-8''Konton%20%E2%80%93%20Region%20%C3%96sterg%C3%B6tland%27s.pdf`,
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'brev.pdf', {}, '#/document/content'],
    [
      'more than is kept',
      Buffer.concat([pdf, Buffer.alloc(3_000_000)]),
      'brev.pdf',
      {},
      '#/document/content',
    ],
    ['another kind', Buffer.from('<html></html>'), 'brev.pdf', {}, '#/document/content'],
    ['a name of another kind than its bytes', pdf, 'brev.xlsx', {}, '#/document/name'],
    ['a name that leads elsewhere', pdf, '../brev.pdf', {}, '#/document/name'],
    [
      'another hash than was given',
      pdf,
      'brev.pdf',
      { documentHash: 'd'.repeat(64) },
      '#/documentHash',
    ],
    [
      'no base64',
      pdf,
      'brev.pdf',
      { document: { name: 'brev.pdf', content: `${pdf.toString('base64')}!` } },
      '#/document/content',
    ],
  ])('is refused with %s, and nothing is written', async (_what, bytes, name, more, pointer) => {
    const world = newWorld();
    const answer = await registering(world, bodyWith(bytes, name, more));
    expect(outcomeOf(answer)).toBe('422 invalid-request');
    expect(answer.body.errors).toEqual([{ pointer, detail: expect.stringMatching(/given: /) }]);
    expect([world.records.dump('INPUT#'), world.documents.names()]).toEqual([{}, []]);
  });

  it('of the largest size that is kept passes the door, and a body above it is refused as too large', async () => {
    const largest = Buffer.concat([pdf, Buffer.alloc(3_000_000 - pdf.length)]);
    expect((await registering(newWorld(), bodyWith(largest, 'brev.pdf'))).status).toBe(201);
    const above = Buffer.concat([pdf, Buffer.alloc(3_300_000)]);
    const answer = await registering(newWorld(), bodyWith(above, 'brev.pdf'));
    expect(outcomeOf(answer)).toBe('413 content-too-large');
  });

  it('is stored by whoever asks again, when the first attempt died after it had registered', async () => {
    const world = newWorld();
    world.documents.interrupt(({ operation }) => {
      if (operation === 'put') throw new Crash('before the document');
    });
    const body = bodyWith(pdf, 'brev.pdf');
    expect((await registering(world, body, { key: 'the-same-key' })).status).toBe(500);
    world.documents.interrupt(undefined);
    expect(await eventsIn(world)).toHaveLength(1);
    expect(outcomeOf(await reading(world))).toBe('404 not-found');
    // Nobody confirms what they cannot have read.
    expect(outcomeOf(await judging(world, 'confirmInput'))).toBe('409 document-not-kept');

    expect((await registering(world, body, { key: 'the-same-key' })).status).toBe(201);
    expect([(await eventsIn(world)).length, world.documents.names().length]).toEqual([1, 1]);
    expect((await judging(world, 'confirmInput')).status).toBe(200);
  });

  it('that somebody has changed is shown to nobody, and nothing is confirmed by it', async () => {
    const world = newWorld();
    await registering(world, bodyWith(pdf, 'brev.pdf'));
    world.documents.tamper(`${sha256(pdf)}.pdf`, Buffer.from('%PDF-1.7 another'));
    expect((await reading(world)).status).toBe(500);
    expect(outcomeOf(await judging(world, 'confirmInput'))).toBe('409 document-not-kept');
  });

  it('is not kept by a dry run', async () => {
    const world = newWorld();
    const answer = await ask(world, 'tryInput', {
      ...{ as: 'registrar', at: now, parameters: place, body: bodyWith(pdf, 'brev.pdf') },
    });
    expect([answer.status, world.documents.names()]).toEqual([200, []]);
  });

  it('is not found of a version that came without one', async () => {
    const world = newWorld();
    const { document: _none, ...body } = bodyWith(pdf, 'brev.pdf');
    await registering(world, body);
    expect(outcomeOf(await reading(world))).toBe('404 not-found');
    expect(outcomeOf(await reading(world, '2'))).toBe('404 not-found');
    expect((await judging(world, 'confirmInput')).status).toBe(200);
  });
});

describe('A refusal', () => {
  const registered = async () => {
    const world = newWorld();
    await registering(world, bodyWith(pdf, 'brev.pdf'));
    return world;
  };

  it('is for a second person: whoever registered the version may not', async () => {
    const world = await registered();
    const answer = await judging(world, 'refuseInput', refusal, 'registrar');
    expect(outcomeOf(answer)).toBe('403 same-person');
    expect(await eventsIn(world)).toHaveLength(1);
  });

  it('is noted with who, when, a reason to count by and words, and the version never counts', async () => {
    const world = await registered();
    expect((await judging(world, 'refuseInput', refusal)).status).toBe(200);
    expect((await eventsIn(world))[1]).toEqual({
      ...{ type: 'input-refused', at: now, version: 1, ...refusal },
      by: expect.objectContaining({ sub: 'local-checker' }),
    });
    const confirmed = await judging(world, 'confirmInput');
    expect(outcomeOf(confirmed)).toBe('409 input-refused');
    expect(confirmed.body.detail).toContain(refusal.reason);
    const { versions } = await readerOf(world).read('readInput', { parameters: place });
    expect(versions[0]).toMatchObject({
      ...{ confirmed: false, needsConfirmation: false, inForce: false },
      refused: { ...refusal, codeText: 'Innehållet är inte det som står i dokumentet' },
    });
  });

  it('said again changes nothing; by somebody else it is told who has refused already', async () => {
    const world = await registered();
    await judging(world, 'refuseInput', refusal);
    expect((await judging(world, 'refuseInput', refusal)).status).toBe(200);
    expect(await eventsIn(world)).toHaveLength(2);
  });

  it.each([
    ['without words', { code: 'other', reason: '' }, '422 invalid-request'],
    ['with a reason that there is not', { ...refusal, code: 'whatever' }, '422 invalid-request'],
    ['by another hash', { ...refusal, hash: 'e'.repeat(64) }, '409 stale-input'],
  ])('%s is not taken', async (_what, said, outcome) => {
    const world = await registered();
    expect(outcomeOf(await judging(world, 'refuseInput', said))).toBe(outcome);
    expect(await eventsIn(world)).toHaveLength(1);
  });

  it('of what is confirmed is refused', async () => {
    const world = await registered();
    await judging(world, 'confirmInput');
    expect(outcomeOf(await judging(world, 'refuseInput', refusal))).toBe('409 input-confirmed');
  });

  it('leaves room for the same again: it is a version of its own', async () => {
    const world = await registered();
    await judging(world, 'refuseInput', refusal);
    const again = await registering(world, bodyWith(pdf, 'brev.pdf'));
    expect(again.body).toMatchObject({ version: 2, needsConfirmation: true });
  });

  it('is a task of whoever registered the version, until they register another or a month has gone', async () => {
    const world = await registered();
    await judging(world, 'refuseInput', refusal);
    const tasks = async (as: Request['as'], when = now) =>
      (await readAs('listTasks', listTasks, world, { as, at: when })).tasks.filter(
        ({ task }) => task === 'correct-input',
      );
    expect(await tasks('registrar')).toEqual([
      expect.objectContaining({
        text: `Rätta underlag: Betalningsmottagare, version 1. Kim Kontrollant avvisade den: ${refusal.reason}`,
        ...{ mine: true, input: { year: 'all', kind: 'payees', version: 1 } },
      }),
    ]);
    expect(await tasks('checker')).toEqual([expect.objectContaining({ mine: false })]);
    expect(await tasks('registrar', at('2021-03-27'))).toEqual([]);
    await registering(world, bodyWith(pdf, 'brev.pdf'));
    expect(await tasks('registrar')).toEqual([]);
  });
});

describe('A refusal', () => {
  it('of the newest leaves the one before it replaced: it waits for nobody and is not confirmed', async () => {
    const world = newWorld();
    await registering(world, bodyWith(pdf, 'brev.pdf'));
    await registering(world, bodyWith(workbook, 'konton.xlsx'));
    const hash = await hashOfVersion(world, { kind: 'payees', year: 2021 }, 2);
    const refused = await ask(world, 'refuseInput', {
      ...{ as: 'checker', at: now, parameters: { ...place, version: '2' } },
      body: { hash, ...refusal },
    });
    expect(outcomeOf(refused)).toBe('200');
    expect(outcomeOf(await judging(world, 'confirmInput'))).toBe('409 stale-input');
    const { tasks } = await readAs('listTasks', listTasks, world, { as: 'checker', at: now });
    expect(tasks.filter(({ task }) => task === 'confirm-input')).toEqual([]);
  });
});

describe('A confirmation', () => {
  it.each([
    ['another hash than the version’s', { hash: 'e'.repeat(64) }, '409 stale-input'],
    ['no hash', { hash: undefined }, '422 invalid-request'],
  ])('by %s is refused', async (_what, said, outcome) => {
    const world = newWorld();
    await registering(world, bodyWith(pdf, 'brev.pdf'));
    expect(outcomeOf(await judging(world, 'confirmInput', said))).toBe(outcome);
    expect(await eventsIn(world)).toHaveLength(1);
  });

  it('of a version that a newer one has come after is refused, and it waits for nobody', async () => {
    const world = newWorld();
    await registering(world, bodyWith(pdf, 'brev.pdf'));
    await registering(world, bodyWith(workbook, 'konton.xlsx'));
    const answer = await judging(world, 'confirmInput');
    expect(outcomeOf(answer)).toBe('409 stale-input');
    expect(answer.body.detail).toMatch(/version 2 /);
    const { tasks } = await readAs('listTasks', listTasks, world, { as: 'checker', at: now });
    expect(
      tasks.flatMap(({ task, input }) => (task === 'confirm-input' ? [input?.version] : [])),
    ).toEqual([2]);
  });
});
