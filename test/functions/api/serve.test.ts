import { describe, expect, it, vi } from 'vitest';
import { serve } from '../../../functions/api/serve.ts';
import { Refused } from '../../../functions/shared/refused.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { eventOf, NOW, tokenOf, trust } from './support.ts';

const context = {} as never;

function api(work: (request: { at: string }) => Promise<unknown>) {
  const records = new MemoryRecords();
  const handler = serve(
    { stopReleases: work, readSwitch: work },
    () => ({ records }),
    () => trust,
  );
  const call = async (event: ReturnType<typeof eventOf>) => {
    const { statusCode, headers, body } = await handler(event, context);
    return { status: statusCode, headers, body: JSON.parse(body) };
  };
  return { call, records };
}

const bearer = await tokenOf('Hanna', 'handläggare');
const stop = { bearer, body: { reason: 'En prövning pågår.' } };

describe('every POST has an Idempotency-Key', () => {
  const headers = { 'Idempotency-Key': 'one-and-the-same' };

  it('the same key and body gives the same answer, and the work is done once', async () => {
    const work = vi.fn(async () => ({ stopped: true }));
    const { call } = api(work);
    const first = await call(eventOf('stopReleases', { ...stop, headers }));
    const second = await call(
      eventOf('stopReleases', { ...stop, headers, at: '2022-01-25T09:30:00Z' }),
    );
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('the same key with another body is a conflict', async () => {
    const work = vi.fn(async () => ({ stopped: true }));
    const { call } = api(work);
    await call(eventOf('stopReleases', { ...stop, headers }));
    const second = await call(
      eventOf('stopReleases', { bearer, headers, body: { reason: 'Något annat.' } }),
    );
    expect([second.status, second.body.type]).toEqual([
      409,
      'https://statsbidrag.example/errors/idempotency-key-reused',
    ]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('two at once with one key do the work and get one answer', async () => {
    let done = 0;
    const { call } = api(async () => ({ number: ++done }));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call(eventOf('stopReleases', { ...stop, headers }))),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('a refusal is an answer: the same key gives it again', async () => {
    const work = vi.fn(async () => {
      throw new Refused('no-proposal');
    });
    const { call } = api(work);
    const first = await call(eventOf('stopReleases', { ...stop, headers }));
    const second = await call(eventOf('stopReleases', { ...stop, headers }));
    expect([first.status, second.status, second.body]).toEqual([409, 409, first.body]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('an accident is no answer: the same key tries again, at the time of the first attempt', async () => {
    const times: string[] = [];
    const { call } = api(async ({ at }) => {
      times.push(at);
      if (times.length === 1) throw new Error('the network');
      return { stopped: true };
    });
    const first = await call(eventOf('stopReleases', { ...stop, headers }));
    const second = await call(
      eventOf('stopReleases', { ...stop, headers, at: '2022-01-25T09:40:00Z' }),
    );
    expect([first.status, second.status]).toEqual([500, 200]);
    expect(times).toEqual([NOW, NOW]);
  });

  it('one person’s key is not another’s', async () => {
    const work = vi.fn(async () => ({ stopped: true }));
    const { call } = api(work);
    await call(eventOf('stopReleases', { ...stop, headers }));
    const other = await tokenOf('Astrid', 'attestant');
    await call(eventOf('stopReleases', { ...stop, bearer: other, headers }));
    expect(work).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['none', ''],
    ['too short', 'short'],
    ['with a blank', 'with a blank in it'],
  ])('a key that is %s is refused and nothing is written', async (_what, given) => {
    const { call, records } = api(async () => ({}));
    const headersWith = { 'Idempotency-Key': given };
    const { status, body } = await call(eventOf('stopReleases', { ...stop, headers: headersWith }));
    expect([status, body.type]).toEqual([
      400,
      'https://statsbidrag.example/errors/idempotency-key-missing',
    ]);
    expect(await records.readPartition('REQUEST#sub-Hanna')).toEqual(new Map());
  });
});

describe('a request is refused before anything is done', () => {
  const refusedAs = async (asked: Parameters<typeof eventOf>[1]) => {
    const work = vi.fn(async () => ({}));
    const { status, body, headers } = await api(work).call(eventOf('stopReleases', asked));
    expect(work).not.toHaveBeenCalled();
    expect(headers?.['content-type']).toBe('application/problem+json');
    return [status, body.type.split('/').at(-1)];
  };

  it('without a token', async () =>
    expect(await refusedAs({ body: stop.body })).toEqual([401, 'not-signed-in']));
  it('by a role that may not', async () =>
    expect(await refusedAs({ ...stop, bearer: await tokenOf('Rut', 'revisor') })).toEqual([
      403,
      'role-not-allowed',
    ]));
  it('with another media type', async () =>
    expect(await refusedAs({ ...stop, headers: { 'Content-Type': 'text/plain' } })).toEqual([
      415,
      'unsupported-media-type',
    ]));
  it('with what is no JSON', async () =>
    expect(await refusedAs({ ...stop, body: '{"reason":' })).toEqual([400, 'malformed-request']));
  it('with JSON of a thousand levels', async () =>
    expect(await refusedAs({ ...stop, body: '['.repeat(1000) })).toEqual([
      400,
      'malformed-request',
    ]));
  it('with more bytes than any operation takes', async () =>
    expect(await refusedAs({ ...stop, body: JSON.stringify('x'.repeat(4_300_000)) })).toEqual([
      413,
      'content-too-large',
    ]));
  it('with entries that are not known', async () =>
    expect(await refusedAs({ ...stop, body: { reason: 'Skäl.', amount: 1 } })).toEqual([
      422,
      'invalid-request',
    ]));
});

describe('people are answered in their language', () => {
  const titled = async (language: string) => {
    const { call } = api(async () => ({}));
    const { body } = await call(
      eventOf('stopReleases', {
        bearer,
        body: { reason: '' },
        headers: { 'Accept-Language': language },
      }),
    );
    return [body.title, body.errors];
  };

  it('in Swedish unless they prefer English, down to each wrong entry', async () => {
    const swedish = await titled('de, sv;q=0.5');
    const english = await titled('en-GB, sv;q=0.5');
    expect([swedish[0], english[0]]).toEqual([
      'Uppgifterna kan inte tas emot',
      'The request is not valid',
    ]);
    expect(swedish[1]).toHaveLength(1);
    expect(swedish[1][0].pointer).toBe('#/reason');
    expect(swedish[1]).not.toEqual(english[1]);
  });
});

it('what goes wrong inside is answered without a word of what it was', async () => {
  const { call } = api(async () => {
    throw new Error('secret of the house');
  });
  const answer = await call(eventOf('readSwitch', { bearer }));
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer)).not.toContain('secret of the house');
});
