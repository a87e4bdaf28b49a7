import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileDiffers, NumberTaken } from '../../../core/ports.ts';
import { namedError, placeFacts } from '../../../functions/shared/errors.ts';
import { leavingError, loggedError } from '../../../functions/shared/logged-error.ts';
import { Refused } from '../../../functions/shared/refused.ts';

/** A name, an account number, an amount and a personal number, as messages quote them. */
const secrets = ['Astrid Åkesson', 'SE4550000000058398257466', '132 670 241', '19121212-1212'];
const [person, account, amount, number] = secrets as [string, string, string, string];
const quoting = `${person} has ${account}\n    at ${amount} kr (file:///${number}:1:2)`;

/** Everything that leaves of an error: what is logged, what Lambda logs and Step Functions keeps. */
const everythingOf = (error: unknown): string => {
  const { name, message, stack } = leavingError(error);
  return JSON.stringify([loggedError(error), name, message, stack]);
};

describe('Of an error there is logged', () => {
  it('its name, what it was made with for the log, and where in the code', () => {
    const facts = { case: 'payout-2021-03', sums: 'payments = total' };
    const logged = loggedError(namedError('SumsDoNotHold', quoting, facts));
    expect(logged).toEqual({ name: 'SumsDoNotHold', facts, at: expect.any(Array) });
    expect(logged.at[0]).toContain('functions/shared/errors.ts');
    expect(logged.at.some((frame) => frame.includes('logged-error.test.ts'))).toBe(true);
  });

  it("a refusal's code, and none of the facts that the person is told", () => {
    const refused = new Refused('not-found', { what: person });
    expect(loggedError(refused)).toMatchObject({ name: 'InputRejected', code: 'not-found' });
  });

  it('which request an AWS service refused, by the id that AWS knows it by', () => {
    const error = new DynamoDBServiceException({
      ...{ name: 'ValidationException', $fault: 'client', message: quoting },
      $metadata: { httpStatusCode: 400, requestId: '4K2JQ5' },
    });
    expect(loggedError(error)).toMatchObject({
      name: 'ValidationException',
      status: 400,
      request: '4K2JQ5',
    });
  });

  it('what was behind it, three deep and three beside each other', () => {
    const inner = namedError('ThrottlingException', quoting);
    const both = new AggregateError([new Error(quoting, { cause: inner }), inner], quoting);
    expect(loggedError(both).because).toMatchObject([
      { name: 'Error', because: [{ name: 'ThrottlingException' }] },
      { name: 'ThrottlingException' },
    ]);
    const endless: Error & { cause?: unknown } = new Error(quoting);
    endless.cause = endless;
    expect(JSON.stringify(loggedError(endless)).match(/"name"/g)).toHaveLength(3);
  });

  it('where an append was refused, but not whose request it was', () => {
    const place = (partition: string) => ({ stream: { partition, name: 'x' }, number: 2 });
    expect(placeFacts(place('RUN#2021'))).toEqual({ stream: 'RUN#2021/x', event: 2 });
    expect(placeFacts(place(`REQUEST#${person}`))).toEqual({ stream: 'REQUEST', event: 2 });
  });
});

describe('What an error says in words does not leave,', () => {
  it.each([
    ['of an error', new Error(quoting)],
    ['of a parser', new SyntaxError(quoting)],
    ['of a refusal', new Refused('invalid-request', { what: person }, { message: quoting })],
    ['of a taken number', new NumberTaken({ partition: `REQUEST#${person}`, name: account }, 1)],
    ['of a file', new FileDiffers(`${account}.xml`)],
    ['behind it', new Error('', { cause: new Error(quoting) })],
    ['beside it', new AggregateError([new Error(quoting)], quoting)],
    ['in another field', Object.assign(new Error('no'), { value: account, amount })],
    ['as its name', Object.assign(new Error('no'), { name: quoting })],
    ['as its code', Object.assign(new Error('no'), { code: quoting })],
    ['changed afterwards', Object.assign(new Error(quoting), { message: 'harmless' })],
    ['as text', quoting],
    ['as an object', { message: quoting, stack: `Error: ${quoting}` }],
  ])('neither %s', (_what, error) => {
    const left = everythingOf(error);
    for (const secret of secrets) expect(left).not.toContain(secret);
  });

  it('whatever the words are', () => {
    const text = fc.string({ minLength: 4, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (message, more) => {
        const error = new Error(`${message}\n    at ${more}:1:2`, { cause: new Error(more) });
        // The same error with other words: whatever is the same of both, the words did not bring.
        const other = new Error('–', { cause: new Error('–') });
        const framesOf = (of: unknown) => loggedError(of).at.map((at) => at.replace(/\d+/g, ''));
        expect(framesOf(error)).toEqual(framesOf(other));
        expect(leavingError(error).message).toBe(leavingError(other).message);
      }),
    );
  });
});

describe('The error that a handler ends with', () => {
  it('has the name by which the state machine routes, and the places in the code', () => {
    const error = namedError('RecordContradicts', quoting, { stream: 'RUN#2021/03', event: 4 });
    const leaving = leavingError(error);
    expect([leaving.name, leaving.message]).toEqual([
      'RecordContradicts',
      'stream RUN#2021/03, event 4',
    ]);
    expect(leaving.stack).toMatch(/^RecordContradicts: stream RUN#2021\/03, event 4\n {4}at /);
  });
});
