import { describe, expect, it } from 'vitest';
import { translate } from '../../../../console/i18n/translate.ts';
import { isNumber, nameOfEntry, nameOfWay } from '../../../../console/pages/inputs/entry-names.ts';
import { needsGroups } from '../../../../core/agreement/needs-groups.ts';
import { rowText } from '../../../../functions/contract/api/row-texts.ts';

type Reader = Parameters<typeof nameOfEntry>[1];
const t = ((key: 'inputs.kind', ...facts: []) => translate('sv', key, ...facts)) as Reader['t'];
const text: Reader = { t, language: 'sv' };

describe('an entry of an input has the name that people use', () => {
  it('regions by theirs, whatever way leads there', () => {
    expect(nameOfWay('09 / hiv', text)).toBe('Region Gotland / hiv');
  });

  it('every group of the needs model by age, education and income or household, no two alike', () => {
    const names = needsGroups.map((group) => nameOfEntry(group, text));
    expect(new Set(names).size).toBe(22);
    expect(names).toContain('19–49 år, låg utbildning, hög inkomst');
    expect(names).toContain('90– år, ensamboende');
    for (const name of names) expect(name).not.toMatch(/child|adult|senior|-income/);
  });

  it('what nobody has named is its own name', () => {
    expect(nameOfEntry('LOCAL-DECISION-1', text)).toBe('LOCAL-DECISION-1');
  });

  it('diseases and groups have the names that workings give them', () => {
    expect(nameOfEntry('haemophilia', text)).toBe('blödarsjuka');
    for (const group of needsGroups) expect(nameOfEntry(group, text)).toBe(rowText(group).sv);
  });
});

it('years are no numbers to group, giro numbers are none at all', () => {
  expect(isNumber('2021', 'agreementYear')).toBe(false);
  expect(isNumber('999-0003')).toBe(false);
  expect(isNumber('1471.50')).toBe(true);
});
