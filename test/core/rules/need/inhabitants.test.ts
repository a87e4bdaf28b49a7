import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { inhabitants } from '../../../../core/rules/need/inhabitants.ts';
import { people } from '../../amounts.ts';

describe("A region's inhabitants", () => {
  it('are the sum of its groups', () => {
    const groups = new Map([
      ['child-0-income-low', people(3n)],
      ['senior-80-89-alone', people(4n)],
    ] as const);
    const counted = inhabitants(new Map([['09', groups]]), agreement2021).get('09');
    expect(counted?.value.fraction.toString()).toBe('7');
    expect(counted?.working).toMatchObject({
      unit: 'inhabitants',
      why: { rule: 'need/inhabitants' },
    });
  });
});
