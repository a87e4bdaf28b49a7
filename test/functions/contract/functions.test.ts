import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiFunction } from '../../../functions/contract/api/routes.ts';
import { type FunctionName, functionNames } from '../../../functions/contract/functions.ts';
import { testDebtor } from '../../helpers/debtor.ts';
import { at, refusalOf } from '../support/world.ts';

const directory = join(import.meta.dirname, '../../../functions');

/** A step's module; every one exports the same two names. */
interface Handler {
  readonly run: (event: unknown, ports: unknown) => Promise<unknown>;
  readonly handler: (event: unknown, context: unknown) => Promise<unknown>;
}
const load = (name: string) =>
  import(join(directory, `${name}.lambda.ts`)) as Promise<Partial<Handler>>;

const step = { case: 'payout-2021-03', now: at('2021-03-01') };

/** Those that schedules and state machines call; the API and the user pool have events of their own. */
type StepName = Exclude<FunctionName, ApiFunction | 'name-in-token'>;
const isStep = (name: FunctionName): name is StepName =>
  !name.startsWith('api-') && name !== 'name-in-token';
const stepNames = functionNames.filter(isStep);

/** An event that is wrong in one field, and what the refusal says about it. */
const wrong: Readonly<Record<StepName, readonly [unknown, RegExp]>> = {
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
  'prepare-reissue': [{ ...step, case: 'reissue-2022-02-05-0' }, /is no case.*→ at case/s],
  'take-bank-report': [{ time: '2021-03-01T06:00:00Z', detail: {} }, /→ at detail.bucket/],
  'collect-finals': [{ ...step, case: '' }, /→ at case/],
  'compute-settlement': [{}, /→ at case/],
};

beforeAll(() => {
  process.env.TABLE_NAME = 'record';
  process.env.CODE_VERSION = 'test';
  process.env.DEBTOR_NAME = testDebtor.name;
  process.env.DEBTOR_ORGANISATION_NUMBER = testDebtor.organisationNumber;
  process.env.DEBTOR_ACCOUNT = testDebtor.account;
  process.env.DEBTOR_BIC = testDebtor.bic;
  process.env.DEBTOR_BANK_AGREEMENT = testDebtor.bankAgreement;
  process.env.PAYMENT_FILE_FORMAT = testDebtor.fileFormat;
  process.env.BANK_REPORTS_BUCKET = 'reports';
  process.env.AWS_REGION = 'eu-north-1';
});

describe('The contract of functions', () => {
  it('names every file of a handler, and no other', () => {
    const files = readdirSync(directory).filter((name) => name.endsWith('.lambda.ts'));
    const named = files.map((name) => name.replace('.lambda.ts', ''));
    expect(named.sort()).toEqual([...functionNames].sort());
  });

  it.each(stepNames)('lets %s export run and handler, and nothing else', async (name) => {
    const module = await load(name);
    expect(Object.keys(module).sort()).toEqual(['handler', 'run']);
    expect([typeof module.run, typeof module.handler]).toEqual(['function', 'function']);
  });

  it.each(stepNames)('lets %s refuse a bad event, and say which field', async (name) => {
    const { handler } = await load(name);
    const [event, words] = wrong[name];
    expect(await refusalOf(handler?.(event, {}) ?? Promise.resolve())).toEqual({
      name: 'InputRejected',
      message: expect.stringMatching(words),
    });
  });
});
