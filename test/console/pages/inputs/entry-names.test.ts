import { describe, expect, it } from 'vitest';
import { translate } from '../../../../console/i18n/translate.ts';
import { isNumber, nameOfEntry, nameOfWay } from '../../../../console/pages/inputs/entry-names.ts';
import { needsGroups } from '../../../../core/agreement/needs-groups.ts';

const t = ((key: 'inputs.kind', ...facts: []) => translate('sv', key, ...facts)) as Parameters<
  typeof nameOfEntry
>[1]['t'];
const text = { t, language: 'sv' } as const;

describe('an entry of an input has the name that people use', () => {
  it('regions by theirs, whatever way leads there', () => {
    expect(nameOfWay('09 / hiv', text)).toBe('Region Gotland / hiv');
  });

  it('every group of the needs model by age, education and income or household, no two alike', () => {
    const names = needsGroups.map((group) => nameOfEntry(group, text));
    expect(new Set(names).size).toBe(22);
    expect(names).toContain('19–49 år, kort utbildning, hög inkomst');
    expect(names).toContain('90– år, ensamboende');
    for (const name of names) expect(name).not.toMatch(/child|adult|senior|-income/);
  });

  it('diseases by theirs, in the reader’s language', () => {
    expect(nameOfWay('01 / haemophilia', text)).toBe('Region Stockholm / blödarsjuka');
    expect(nameOfEntry('haemophilia', { t, language: 'en' })).toBe('haemophilia');
  });

  it('what nobody has named is its own name', () => {
    expect(nameOfEntry('S2021/00821', text)).toBe('S2021/00821');
  });
});

it('years are no numbers to group, giro numbers are none at all', () => {
  expect(isNumber('2021', 'agreementYear')).toBe(false);
  expect(isNumber('999-0003')).toBe(false);
  expect(isNumber('1471.50')).toBe(true);
});
