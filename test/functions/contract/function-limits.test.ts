import { describe, expect, it } from 'vitest';
import { functionLimits } from '../../../functions/contract/function-limits.ts';
import { functionNames } from '../../../functions/contract/functions.ts';

const namesWhere = (holds: (name: (typeof functionNames)[number]) => boolean) =>
  functionNames.filter(holds);

describe('What functions are given', () => {
  it('runs one at a time where two would do the same work twice', () =>
    expect(namesWhere((name) => functionLimits[name].concurrency === 1)).toEqual([
      'open-due',
      'send-reminders',
      'redeliver-answers',
      'verify-events',
      'take-bank-report',
    ]));

  it('leaves the account 100 at a time for what reserves none, of 1000', () => {
    const reserved = functionNames.reduce((sum, name) => sum + functionLimits[name].concurrency, 0);
    expect(reserved).toBeGreaterThan(functionNames.length);
    expect(reserved).toBeLessThanOrEqual(900);
  });

  it('is memory that Lambda has, and more than any function was seen to use', () => {
    for (const { memory } of Object.values(functionLimits)) {
      expect(memory).toBeGreaterThanOrEqual(2 * (71 + 13));
      expect(memory).toBeLessThanOrEqual(10_240);
    }
  });

  it('ends before whoever waits gives up: the gateway after 29 s, the user pool after 5', () => {
    for (const name of namesWhere((each) => each.startsWith('api-')))
      expect(functionLimits[name].timeout).toBeLessThan(29);
    expect(functionLimits['name-in-token'].timeout).toBeLessThanOrEqual(5);
  });

  it('is time enough for four attempts at DynamoDB of five seconds, where it is asked', () => {
    const asking = namesWhere((name) => !['api-description', 'name-in-token'].includes(name));
    for (const name of asking) expect(functionLimits[name].timeout).toBeGreaterThan(4 * 5);
  });
});
