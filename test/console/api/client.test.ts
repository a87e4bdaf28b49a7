import { describe, expect, it } from 'vitest';
import { ActionKey } from '../../../console/api/action-key.ts';
import { createClient } from '../../../console/api/client.ts';
import { pathOf } from '../../../console/api/path-of.ts';
import { Problem } from '../../../console/api/problem.ts';

type Answer = { status: number; body?: unknown } | 'no answer';

/** A client against answers that are given in order; it notes what was asked. */
function clientWith(answers: readonly Answer[], { refreshes = false } = {}) {
  const asked: { url: string; method: string | undefined; headers: Headers; body: unknown }[] = [];
  const events: string[] = [];
  const left = [...answers];
  let token = 'first';
  const client = createClient({
    base: 'https://api.example',
    language: () => 'sv',
    token: () => token,
    refresh: async () => {
      events.push('refresh');
      token = 'second';
      return refreshes;
    },
    signedOut: () => events.push('signed out'),
    fetch: async (url, init) => {
      asked.push({
        url: String(url),
        method: init?.method,
        headers: new Headers(init?.headers),
        body: init?.body,
      });
      const answer = left.shift() ?? 'no answer';
      if (answer === 'no answer') throw new TypeError('Failed to fetch');
      const text = answer.body === undefined ? '<html>' : JSON.stringify(answer.body);
      return new Response(text, { status: answer.status });
    },
  });
  return { client, asked, events };
}

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('It was answered.');
    },
    (problem: unknown) => {
      if (problem instanceof Problem) return problem;
      throw problem;
    },
  );
const stale = {
  type: 'https://example.org/errors/stale-proposal',
  title: 'Förslaget är ersatt',
  status: 409,
  detail: 'Läs det nya förslaget.',
  errors: [{ pointer: '/proposal', detail: 'är ersatt' }, { pointer: 1 }],
};
const approval = { right: 'attest', proposal: 'a'.repeat(64) } as const;
const run = { parameters: { run: 'payout-2022-02' } };

describe('a question to the API', () => {
  it('carries the token and the language, and goes to the path of the contract', async () => {
    const { client, asked } = clientWith([{ status: 200, body: { runs: [] } }]);
    await client.get('listRuns', { query: { year: 2022, cursor: undefined } });
    expect(asked[0]?.url).toBe('https://api.example/runs?year=2022');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer first');
    expect(asked[0]?.headers.get('accept-language')).toBe('sv');
    expect(asked[0]?.headers.has('idempotency-key')).toBe(false);
  });

  it('has its parameters written so that they cannot become another path', () => {
    expect(pathOf('readRun', { parameters: { run: '../me?a=b' } })).toBe('/runs/..%2Fme%3Fa%3Db');
    expect(() => pathOf('readRun', { parameters: { run: '' } })).toThrow('readRun needs run');
  });
});

describe('a token that has run out', () => {
  it('is renewed once, and the question is asked again with the new one', async () => {
    const answers = [
      { status: 401, body: {} },
      { status: 200, body: { tasks: [] } },
    ];
    const { client, asked, events } = clientWith(answers, { refreshes: true });
    expect(await client.get('listTasks', {})).toEqual({ tasks: [] });
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer second');
    expect(events).toEqual(['refresh']);
  });

  it('signs the person out when the new one is refused too, without asking forever', async () => {
    const answers = [{ status: 401 }, { status: 401 }, { status: 401 }];
    const { client, asked, events } = clientWith(answers, { refreshes: true });
    expect((await refused(client.get('listTasks', {}))).status).toBe(401);
    expect(asked).toHaveLength(2);
    expect(events).toEqual(['refresh', 'signed out']);
  });

  it('signs the person out at once when there is no new one', async () => {
    const { client, asked, events } = clientWith([{ status: 401 }]);
    await refused(client.get('listTasks', {}));
    expect(asked).toHaveLength(1);
    expect(events).toEqual(['refresh', 'signed out']);
  });
});

describe('a problem', () => {
  it('is read by its name, with the errors of its fields', async () => {
    const { client } = clientWith([{ status: 409, body: stale }]);
    const problem = await refused(client.post('approveProposal', run, approval, new ActionKey()));
    expect(problem).toMatchObject({
      name: 'stale-proposal',
      status: 409,
      title: 'Förslaget är ersatt',
      errors: [{ pointer: '/proposal', detail: 'är ersatt' }],
    });
  });

  it('is also what a lost connection and a page that is no problem document become', async () => {
    const { client } = clientWith(['no answer', { status: 502 }, { status: 200 }]);
    expect((await refused(client.get('listTasks', {}))).name).toBe('unreachable');
    expect(await refused(client.get('listTasks', {}))).toMatchObject({
      name: 'unreadable',
      status: 502,
    });
    expect((await refused(client.get('listTasks', {}))).name).toBe('unreadable');
  });
});

describe('the key of an action', () => {
  const keys = (asked: readonly { headers: Headers }[]) =>
    asked.map(({ headers }) => headers.get('idempotency-key'));

  it('stays while nobody knows whether it was done, so that it is done once', async () => {
    const done = { status: 200, body: {} };
    const { client, asked } = clientWith(['no answer', { status: 503, body: {} }, done, done]);
    const key = new ActionKey();
    await refused(client.post('approveProposal', run, approval, key));
    await refused(client.post('approveProposal', run, approval, key));
    await client.post('approveProposal', run, approval, key);
    await client.post('approveProposal', run, approval, key);
    const [first, second, third, fourth] = keys(asked);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first); // It was done; doing it again is another action.
  });

  it('stays over a renewed token', async () => {
    const answers = [{ status: 401 }, { status: 200, body: {} }];
    const { client, asked } = clientWith(answers, { refreshes: true });
    await client.post('approveProposal', run, approval, new ActionKey());
    expect(keys(asked)[1]).toBe(keys(asked)[0]);
  });

  it('is another for other content, and after a refusal', async () => {
    const { client, asked } = clientWith(['no answer', 'no answer', { status: 409, body: stale }]);
    const key = new ActionKey();
    await refused(client.post('approveProposal', run, approval, key));
    const other = { ...approval, proposal: 'b'.repeat(64) };
    await refused(client.post('approveProposal', run, other, key));
    await refused(client.post('approveProposal', run, other, key));
    await refused(client.post('approveProposal', run, other, key));
    const [first, second, third, fourth] = keys(asked);
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    expect(fourth).not.toBe(third);
  });
});
