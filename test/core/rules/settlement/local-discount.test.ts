import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../../core/agreement/2021.ts';
import { localDiscount } from '../../../../core/rules/settlement/local-discount.ts';
import type { Working } from '../../../../core/working.ts';
import { kronor, table, texts } from '../../amounts.ts';

const reported = table({ '01': [], '09': ['300', '50'], '12': ['1250000'] }, (sek) =>
  sek.map((one, index) => kronor(one, `discount ${index + 1}`)),
);

describe('Local discounts', () => {
  it('are deducted in full from the region that agreed on them, several as one line', () => {
    expect(texts(localDiscount(reported, agreement2021))).toEqual({
      '09': '-350',
      '12': '-1250000',
    });
  });

  it('leave a region that reported none without a line', () => {
    expect(localDiscount(reported, agreement2021).has('01')).toBe(false);
    expect(localDiscount(new Map(), agreement2021).size).toBe(0);
  });

  it('are each visible in the working of their line', () => {
    const leaves: string[] = [];
    const collect = (node: Working): void => {
      if (node.node === 'input') leaves.push(`${node.row}: ${node.exact}`);
      if (node.node === 'step') node.of.forEach(collect);
    };
    const line = localDiscount(reported, agreement2021).get('09');
    if (line) collect(line.working);
    expect(leaves).toContain('discount 1: 300');
    expect(leaves).toContain('discount 2: 50');
  });
});
