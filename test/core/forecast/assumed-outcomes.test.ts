import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { assumedOutcomes } from '../../../core/forecast/assumed-outcomes.ts';
import { corridorNationally } from '../../../core/rules/corridor/risk-corridor.ts';

/** Million kronor, from five per cent below the agreed cost to five per cent above it. */
describe('While an outcome is not known it is assumed to lie within five per cent of the agreed cost', () => {
  it.each([
    ['corridor-benefits', '29830000000', '32970000000', '-314000000', '314000000'],
    ['corridor-hepatitis-c', '575700000', '636300000', '-4305000', '4305000'],
  ])('%s: %s to %s, which the State shares by %s to %s', (kind, low, high, least, most) => {
    const corridor = agreement2021.corridors.find((each) => each.kind === kind);
    if (!corridor) throw new RangeError(`The 2021 agreement has no ${kind}.`);
    const assumed = assumedOutcomes(corridor);
    const [{ cost }] = corridor.parts;
    const shared = [assumed.low, assumed.high].map((outcome) =>
      corridorNationally(corridor, new Map([[cost, outcome]])).value.toString(),
    );
    expect([assumed.low.value.toString(), assumed.high.value.toString()]).toEqual([low, high]);
    expect(shared).toEqual([least, most]);
  });
});
