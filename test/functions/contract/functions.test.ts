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

/** An event that is wrong in one field, and what leaves about it: the field and what is allowed, never what was given. */
const wrong: Readonly<Record<StepName, readonly [unknown, RegExp]>> = {
  'open-due': [{ scheduledTime: 'today' }, /wrong scheduledTime: Not a moment: "…"\. Allowed is/],
  'send-reminders': [{ scheduledTime: '2021-03-01' }, /wrong scheduledTime: Not a moment/],
  'redeliver-answers': ['now', /wrong the event: .*expected object/],
  'verify-events': ['now', /wrong the event: .*expected object/],
  'verify-record': [{ scheduledTime: 'the fifteenth' }, /wrong scheduledTime: Not a moment/],
  'open-case': [
    { ...step, case: 'payout-2021-13' },
    /wrong case: "…" is no case\. Allowed: payout-YYYY-MM/,
  ],
  ask: [{ ...step, token: 't', purpose: 'money', watch: {} }, /wrong purpose: /],
  'read-decision': [{ case: step.case }, /wrong now: /],
  'release-payment': [{ ...step, now: '2021-03-01T06:00' }, /wrong now: Not a moment/],
  'anchor-record': [{ ...step, now: 'now' }, /wrong now: Not a moment/],
  'settle-payment': [{ now: step.now }, /wrong case: /],
  'conclude-case': [{ ...step, case: '../payout' }, /wrong case: .* is no case/],
  'close-case': [{ ...step, outcome: 'lost' }, /wrong outcome: /],
  'compute-allocation': [{ ...step, case: 'opening-21' }, /wrong case: .* is no case/],
  'prepare-payment': [{ ...step, case: 7 }, /wrong case: .*expected string, received number/],
  'validate-requisition': [{ ...step, case: 'requisition-2021-x' }, /wrong case: /],
  'prepare-requisition': [{ ...step, now: '2021-02-30T06:00:00Z' }, /wrong now: /],
  'record-requisition': [{ ...step, now: 1 }, /wrong now: /],
  'prepare-reissue': [{ ...step, case: 'reissue-2022-02-05-0' }, /wrong case: .* is no case/],
  'take-bank-report': [{ time: '2021-03-01T06:00:00Z', detail: {} }, /wrong detail\.bucket: /],
  'collect-finals': [{ ...step, case: '' }, /wrong case: /],
  'compute-settlement': [{}, /wrong case: /],
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
  process.env.PAYMENT_FILES_BUCKET = 'files';
  process.env.DOCUMENTS_BUCKET = 'documents';
  process.env.ANCHORS_BUCKET = 'anchors';
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
