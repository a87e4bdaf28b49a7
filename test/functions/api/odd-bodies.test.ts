import { describe, expect, it, vi } from 'vitest';
import { serve } from '../../../functions/api/serve.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { expectDocumented } from './documented.ts';
import { eventOf, tokenOf, trust } from './support.ts';

const bearer = await tokenOf('Hanna', 'handläggare');
const registration = { from: 'TLV', documentHash: 'a'.repeat(64) };
const parameters = { year: '2021', kind: 'rebate-forecast' };

async function registering(body: unknown, headers: Record<string, string> = {}, api = handlerOf()) {
  const event = eventOf('registerInput', { bearer, parameters, body, headers });
  const answer = await api(event, {} as never);
  expectDocumented(
    'registerInput',
    answer.statusCode,
    answer.headers ?? {},
    JSON.parse(answer.body),
  );
  return answer.statusCode;
}

function handlerOf(
  work = vi.fn(
    async (): Promise<unknown> => ({
      year: 2021,
      kind: 'rebate-forecast',
      version: 1,
      hash: 'b'.repeat(64),
      needsConfirmation: false,
    }),
  ),
) {
  const records = new MemoryRecords();
  return serve(
    { registerInput: work },
    () => ({ records }),
    () => trust,
  );
}

/** JSON has ways to write what no record can hold; that is the caller's mistake and never an error of ours. */
it.each([
  ['as a value', `{"from":"\\udc00x"}`],
  ['as a name', `{"\\ud800":"x"}`],
  ['the one half as a name and the other as its value', `{"\\ud800":"\\udc00"}`],
])('text with half a letter is refused, %s', async (_where, body) => {
  expect(await registering(body)).toBe(400);
});

/** A log, a gateway or a signature may have read the other of the two. */
describe('a key given twice in a body is refused, and named', () => {
  it.each([
    ['at its top', '{"from":"TLV","from":"SKR"}', '2 × /from'],
    [
      'within its content, first one krona and then 30.2 milliards',
      '{"content":{"benefitCostSek":"1","benefitCostSek":"30200000000"}}',
      '2 × /content/benefitCostSek',
    ],
    ['with the same value', '{"content":[{"a":1,"a":1}]}', '2 × /content/0/a'],
    ['spelled otherwise', '{"from":"TLV","\\u0066rom":"SKR"}', '2 × /from'],
  ])('%s', async (_where, body, given) => {
    const event = eventOf('registerInput', { bearer, parameters, body });
    const answer = await handlerOf()(event, {} as never);
    expect(JSON.parse(answer.body)).toMatchObject({
      status: 400,
      type: expect.stringMatching(/malformed-request$/),
      detail: `Anropets innehåll är inte I-JSON (RFC 7493): ${given}.`,
    });
  });
});

describe('a header given twice is none of the two', () => {
  const twice = async (manyHeaders: Record<string, string[]>) => {
    const event = eventOf('registerInput', { bearer, parameters, body: registration, manyHeaders });
    const answer = await handlerOf()(event, {} as never);
    return [answer.statusCode, JSON.parse(answer.body).type.split('/').at(-1)];
  };

  it.each([
    ['Idempotency-Key', ['key-of-one-request', 'key-of-another'], 400, 'idempotency-key-missing'],
    ['Idempotency-Key', ['the-same-key', 'the-same-key'], 400, 'idempotency-key-missing'],
    ['Authorization', [`Bearer ${bearer}`, `Bearer ${bearer}`], 401, 'not-signed-in'],
    ['Content-Type', ['application/json', 'text/plain'], 415, 'unsupported-media-type'],
  ])('%s', async (name, values, status, problem) => {
    expect(await twice({ [name]: values })).toEqual([status, problem]);
  });

  it('also where its name is written in two ways', async () => {
    const names = { 'Idempotency-Key': ['key-of-one-request'], 'idempotency-key': ['another-key'] };
    expect(await twice(names)).toEqual([400, 'idempotency-key-missing']);
  });
});

it('a content with decimals is for the operation to refuse, and its key stands for it all the same', async () => {
  const api = handlerOf();
  const headers = { 'Idempotency-Key': 'one-and-the-same' };
  expect(await registering({ ...registration, content: { '09': 1.5 } }, headers, api)).toBe(201);
  expect(await registering({ ...registration, content: { '09': 1.25 } }, headers, api)).toBe(409);
});

it('the order of the names in a body is not its content', async () => {
  const api = handlerOf();
  const headers = { 'Idempotency-Key': 'one-and-the-same' };
  const content = { '01': '1', '09': '2', names: ['a', 'b'] };
  const turned = { names: ['a', 'b'], '09': '2', '01': '1' };
  expect(await registering({ content, ...registration }, headers, api)).toBe(201);
  expect(await registering({ ...registration, content: turned }, headers, api)).toBe(201);
});
