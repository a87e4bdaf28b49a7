import type { Context } from 'aws-lambda';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CaseStep, OpenDue } from '../../../functions/contract/steps.ts';
import { namedError } from '../../../functions/shared/errors.ts';
import { log } from '../../../functions/shared/log.ts';
import { step } from '../../../functions/shared/step.ts';
import { asDeployed, printedBy } from '../../helpers/printed.ts';
import { newWorld, refusalOf } from '../support/world.ts';

const context = { awsRequestId: 'invocation-1' } as Context;
const event = { case: 'payout-2021-03', now: '2021-03-01T07:00:00.000Z' };

beforeEach(() => asDeployed());
afterEach(() => vi.unstubAllEnvs());

/** The lines of one call of a step that does `work`, and how the call ended. */
async function called(given: unknown, work: () => unknown = () => ({})) {
  const handler = step(CaseStep, async () => work(), newWorld);
  let refused: Awaited<ReturnType<typeof refusalOf>>;
  const lines = await printedBy(async () => {
    refused = await refusalOf(handler(given, context));
  });
  return { lines: lines.map((line) => JSON.parse(line)), refused };
}

describe('Every line of a step', () => {
  it('says function, case, when the execution entered the state, and the call', async () => {
    const { lines } = await called(event, () => log().info('Something happened'));
    const ids = {
      service: 'release-payment',
      case: 'payout-2021-03',
      entered: '2021-03-01T07:00:00.000Z',
      invocation: 'invocation-1',
    };
    expect(lines).toMatchObject([
      { ...ids, level: 'INFO', message: 'Something happened' },
      { ...ids, level: 'INFO', message: 'Done' },
    ]);
  });

  it('of a schedule says which firing it is', async () => {
    const handler = step(OpenDue, async () => ({}), newWorld);
    const firing = { scheduledTime: '2021-03-01T05:00:00.000Z' };
    const [line = ''] = await printedBy(() => handler(firing, context));
    expect(JSON.parse(line)).toMatchObject({ scheduled: '2021-03-01T05:00:00.000Z' });
  });

  it('holds nothing of the call before', async () => {
    const handler = step(CaseStep, async () => ({}), newWorld);
    const lines = await printedBy(async () => {
      await handler(event, context);
      await refusalOf(handler({ now: event.now }, context));
    });
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect([first.case, second.case]).toEqual(['payout-2021-03', undefined]);
  });
});

describe('A step that fails', () => {
  it('logs which rule and where, and ends with the name and no words', async () => {
    const { lines, refused } = await called(event, () => {
      throw namedError('NoSuchThing', 'Astrid Åkesson has SE4550000000058398257466.', {
        case: 'payout-2021-03',
      });
    });
    expect(lines).toMatchObject([
      { level: 'ERROR', message: 'Failed', error: { name: 'NoSuchThing' } },
    ]);
    expect(refused).toEqual({ name: 'NoSuchThing', message: 'case payout-2021-03' });
  });

  it.each([
    ['RecordContradicts', 'RecordContradicts'],
    ['FileDiffers', 'RecordContradicts'],
    ['SumsDoNotHold', 'SumsDoNotHold'],
    ['PaymentFileImpossible', 'PaymentFileImpossible'],
  ])('with %s is counted, once, so that somebody is called', async (name, metric) => {
    const { lines } = await called(event, () => {
      throw namedError(name, 'no');
    });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ service: 'Statsbidrag', [metric]: 1 });
  });

  it.each(['ApprovalsDoNotHold', 'ReleasesStopped', 'NumberTaken', 'InputRejected'])(
    'with %s calls nobody: the state machine or the caller goes on',
    async (name) => {
      const { lines } = await called(event, () => {
        throw namedError(name, 'no');
      });
      expect(lines).toHaveLength(1);
    },
  );
});

describe('Whatever a step is given and whatever breaks in it,', () => {
  it('nothing of it is in the log: no text, no number, no key', async () => {
    const secret = fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö]{6,12} \d{6,10}$/);
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.constantFrom('case', 'now', 'time', 'person'),
        async (word, key) => {
          const odd = { ...event, [key]: word, [word]: { name: word, list: [word] } };
          const { lines } = await called(odd, () => {
            throw Object.assign(new Error(word, { cause: word }), { given: word, code: word });
          });
          expect(JSON.stringify(lines)).not.toContain(word);
          expect(lines.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
