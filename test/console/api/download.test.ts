import { describe, expect, it } from 'vitest';
import { createClient } from '../../../console/api/client.ts';
import { Problem } from '../../../console/api/problem.ts';

/** A client against answers that are given in order; it notes what was asked. */
function clientWith(answers: readonly (Response | 'no answer')[], refreshes = false) {
  const asked: { url: string; headers: Headers }[] = [];
  const events: string[] = [];
  const left = [...answers];
  const client = createClient({
    base: 'https://api.example',
    language: () => 'en',
    token: () => 'a token',
    refresh: async () => {
      events.push('refresh');
      return refreshes;
    },
    signedOut: () => events.push('signed out'),
    fetch: async (url, init) => {
      asked.push({ url: String(url), headers: new Headers(init?.headers) });
      const answer = left.shift() ?? 'no answer';
      if (answer === 'no answer') throw new TypeError('Failed to fetch');
      return answer;
    },
  });
  return { client, asked, events };
}

const file = (bytes: Uint8Array<ArrayBuffer>, headers = {}) =>
  new Response(bytes, { status: 200, headers });
const year = { parameters: { year: 2022, format: 'sie' } };
const sie = 'application/octet-stream';
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (problem: unknown) => problem,
  );

describe('a document', () => {
  it('comes byte for byte, with its name, for the token and in the language of whoever asks', async () => {
    // Code page 437: these bytes are no text in UTF-8.
    const bytes = new Uint8Array([0x23, 0x84, 0x94, 0x86, 0xff]);
    const disposition = { 'content-disposition': 'attachment; filename="statsbidrag-2022.se"' };
    const { client, asked } = clientWith([file(bytes, disposition)]);
    const { name, content } = await client.download('exportAccounts', year, sie);
    expect(name).toBe('statsbidrag-2022.se');
    expect(new Uint8Array(await content.arrayBuffer())).toEqual(bytes);
    expect(asked[0]?.url).toBe('https://api.example/accounts/2022/sie');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer a token');
    expect(asked[0]?.headers.get('accept-language')).toBe('en');
    expect(asked[0]?.headers.get('accept')).toBe(`${sie}, application/problem+json`);
  });

  it('has no name where the answer names none, or the browser may not read it', async () => {
    const { client } = clientWith([file(new Uint8Array([1]))]);
    expect((await client.download('exportAccounts', year, sie)).name).toBeUndefined();
  });

  it('that is refused is a problem as any other', async () => {
    const body = { type: 'https://x/errors/not-found', title: 'T', status: 404, detail: 'D' };
    const { client } = clientWith([new Response(JSON.stringify(body), { status: 404 })]);
    const problem = await refused(client.download('exportAccounts', year, sie));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ name: 'not-found', status: 404, detail: 'D' });
  });

  it('is asked for once more with a new token, and signs the person out when that is refused too', async () => {
    const refusal = () => new Response('{}', { status: 401 });
    const renewed = clientWith([refusal(), file(new Uint8Array([7]))], true);
    expect((await renewed.client.download('exportAccounts', year, sie)).content.size).toBe(1);
    expect(renewed.events).toEqual(['refresh']);
    const twice = clientWith([refusal(), refusal()], true);
    expect(await refused(twice.client.download('exportAccounts', year, sie))).toMatchObject({
      status: 401,
    });
    expect(twice.events).toEqual(['refresh', 'signed out']);
  });

  it('that does not arrive, or breaks off on its way, is said to be so', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    const { client } = clientWith(['no answer', new Response(broken, { status: 200 })]);
    for (const _ of [1, 2])
      expect(await refused(client.download('exportAccounts', year, sie))).toMatchObject({
        name: 'unreachable',
      });
  });
});

describe('an operation that answers with a document', () => {
  it('is fetched as one, and read as nothing else', () => {
    const { client } = clientWith([]);
    const ways = () => {
      // @ts-expect-error A document is not read as JSON.
      void client.get('exportAccounts', year);
      // @ts-expect-error A run is no document.
      void client.download('readRun', { parameters: { run: 'payout-2022-02' } }, sie);
    };
    expect(ways).toBeTypeOf('function');
  });
});
