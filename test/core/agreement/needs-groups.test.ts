import { describe, expect, it } from 'vitest';
import { needsGroups } from '../../../core/agreement/needs-groups.ts';

const starting = (word: string) => needsGroups.filter((group) => group.startsWith(word));

describe('The groups of the needs model', () => {
  it('are 22: 6 of children, 12 of adults, 4 of people of 80 and over', () => {
    expect(new Set(needsGroups).size).toBe(22);
    expect(['child-', 'adult-', 'senior-'].map((word) => starting(word).length)).toEqual([
      6, 12, 4,
    ]);
  });

  it('are spelled as in the input files', () => {
    expect(needsGroups).toContain('child-1-5-income-low');
    expect(needsGroups).toContain('adult-50-69-education-high-income-low');
    expect(needsGroups.at(-1)).toBe('senior-90-plus-cohabiting');
  });
});
