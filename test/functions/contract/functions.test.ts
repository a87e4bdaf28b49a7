import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../../functions/contract/functions.ts';
import { at, refusalOf } from '../support/world.ts';

const directory = join(import.meta.dirname, '../../../functions');

/** A Lambda's module; every one exports the same two names. */
interface Handler {
  readonly run: (event: unknown, ports: unknown) => Promise<unknown>;
  readonly handler: (event: unknown, context: unknown) => Promise<unknown>;
}
const load = (name: string) =>
  import(join(directory, `${name}.lambda.ts`)) as Promise<Partial<Handler>>;

const step = { case: 'payout-2021-03', now: at('2021-03-01') };
const person = { sub: 'x', name: 'X', groups: [], signedInAt: step.now };
const by = { at: step.now, by: person };
const returned = [{ payee: '02', code: 'AC04' }];

/** An event that is wrong in one field, and what the refusal says about it. */
const wrong: Readonly<Record<(typeof functionNames)[number], readonly [unknown, RegExp]>> = {
  'open-due': [{ scheduledTime: 'today' }, /Not a moment: "today"\..*→ at scheduledTime/s],
  'send-reminders': [{ scheduledTime: '2021-03-01' }, /Not a moment.*→ at scheduledTime/s],
  'redeliver-answers': ['now', /expected object/],
  'open-case': [{ ...step, case: 'payout-2021-13' }, /"payout-2021-13" is no case.*→ at case/s],
  ask: [{ ...step, token: 't', purpose: 'money', watch: {} }, /→ at purpose/],
  'read-decision': [{ case: step.case }, /→ at now/],
  'release-payment': [{ ...step, now: '2021-03-01T06:00' }, /Not a moment.*→ at now/s],
  'settle-payment': [{ now: step.now }, /→ at case/],
  'conclude-case': [{ ...step, case: '../payout' }, /is no case.*→ at case/s],
  'close-case': [{ ...step, outcome: 'lost' }, /→ at outcome/],
  'compute-allocation': [{ ...step, case: 'opening-21' }, /is no case.*→ at case/s],
  'prepare-payment': [{ ...step, case: 7 }, /expected string, received number.*→ at case/s],
  'validate-requisition': [{ ...step, case: 'requisition-2021-x' }, /→ at case/],
  'prepare-requisition': [{ ...step, now: '2021-02-30T06:00:00Z' }, /→ at now/],
  'record-requisition': [{ ...step, now: 1 }, /→ at now/],
  'collect-finals': [{ ...step, case: '' }, /→ at case/],
  'compute-settlement': [{}, /→ at case/],
  'register-input': [
    { ...by, kind: 'rate', year: 2021.5, from: 'x', documentHash: '0'.repeat(64) },
    /→ at year/,
  ],
  'confirm-input': [{ ...by, kind: 'rate', year: 2021, version: 1 }, /→ at kind/],
  'answer-case': [
    { ...by, kind: 'approve', case: step.case, right: 'attest', proposal: 'the new one' },
    /→ at proposal/,
  ],
  'submit-requisition': [{ ...by, year: 1621, kind: 'sol', requisition: {} }, /→ at year/],
  'report-payment': [
    { ...by, case: step.case, messageId: 'm', reason: 'As written.', returned },
    /→ at returned\[0\]\.payee/,
  ],
};

beforeAll(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  process.env.TABLE_NAME = 'record';
  process.env.CODE_VERSION = 'test';
  process.env.DEBTOR_NAME = 'Kammarkollegiet';
  process.env.DEBTOR_ACCOUNT = '5050-1055';
  process.env.AWS_REGION = 'eu-north-1';
});

describe('The contract of functions', () => {
  it('names every file of a handler, and no other', () => {
    const files = readdirSync(directory).filter((name) => name.endsWith('.lambda.ts'));
    const named = files.map((name) => name.replace('.lambda.ts', ''));
    expect(named.sort()).toEqual([...functionNames].sort());
  });

  it.each(functionNames)('lets %s export run and handler, and nothing else', async (name) => {
    const module = await load(name);
    expect(Object.keys(module).sort()).toEqual(['handler', 'run']);
    expect([typeof module.run, typeof module.handler]).toEqual(['function', 'function']);
  });

  it.each(functionNames)('lets %s refuse a bad event, and say which field', async (name) => {
    const { handler } = await load(name);
    const [event, words] = wrong[name];
    expect(await refusalOf(handler?.(event, {}) ?? Promise.resolve())).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(words),
    });
  });
});
