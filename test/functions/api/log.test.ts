import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unlikeLogLines } from '../../helpers/log-line.ts';
import { asDeployed, printedBy } from '../../helpers/printed.ts';
import { fuzzApi } from './fuzzing/fuzz-api.ts';
import { eventOf, token, trust } from './support.ts';

const invocation = '00000000-0000-4000-8000-000000000001';
const context = { awsRequestId: invocation } as never;
let lines: readonly string[];

beforeAll(async () => {
  asDeployed('api-runs');
  lines = await printedBy(() => fuzzApi(3, 500));
});
afterAll(() => vi.unstubAllEnvs());

describe('The log of the API, whatever it is asked,', () => {
  it('holds what it may, field by field, and nothing of the request', () => {
    const said = lines.map((line) => JSON.parse(line));
    // The fuzzer calls without Lambda's context.
    const complete = said.map((line) => JSON.stringify({ invocation, ...line }));
    expect(said.length).toBeGreaterThanOrEqual(500);
    expect(unlikeLogLines(complete)).toEqual([]);
  });

  it('says of each request what was asked, under the id that the problem document has', () => {
    const said = lines.map((line) => JSON.parse(line));
    expect(new Set(said.map(({ message }) => message))).toEqual(new Set(['Answered', 'Refused']));
    const some = expect.stringMatching(/./);
    for (const line of said) expect(line).toMatchObject({ request: some, operation: some });
  });

  it('when something breaks says which rule and where, not what the person sent or who they are', async () => {
    const { serve } = await import('../../../functions/api/serve.ts');
    const handler = serve(
      { readSwitch: () => Promise.reject(new Error('Astrid Attestant, 19121212-1212')) },
      () => ({ records: {} as never }),
      () => trust,
    );
    const bearer = await token({ name: 'Astrid Attestant', 'cognito:groups': ['revisor'] });
    const failed = await printedBy(async () => {
      const { statusCode } = await handler(eventOf('readSwitch', { bearer }), context);
      expect(statusCode).toBe(500);
    });
    expect(JSON.parse(failed[0] ?? '')).toMatchObject({
      ...{ level: 'ERROR', message: 'Failed', service: 'api-runs', operation: 'readSwitch' },
      error: { name: 'Error', at: expect.arrayContaining([expect.stringContaining('serve.ts')]) },
    });
    expect(failed.join('')).not.toMatch(/Astrid|1212/);
    expect(unlikeLogLines(failed)).toEqual([]);
  });

  it('when the record contradicts itself has somebody called', async () => {
    const { serve } = await import('../../../functions/api/serve.ts');
    const broken = Object.assign(new Error('no'), { name: 'RecordContradicts' });
    const handler = serve(
      { readSwitch: () => Promise.reject(broken) },
      () => ({ records: {} as never }),
      () => trust,
    );
    const bearer = await token({ 'cognito:groups': ['revisor'] });
    const failed = await printedBy(() => handler(eventOf('readSwitch', { bearer }), context));
    expect(failed.map((line) => JSON.parse(line).RecordContradicts)).toEqual([undefined, 1]);
  });
});
