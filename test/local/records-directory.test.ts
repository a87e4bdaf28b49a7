import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseInputs } from '../../local/inputs/read-inputs.ts';
import { RecordsRefused, recordsDirectory } from '../../local/records-directory.ts';
import { inputTexts, replaced } from '../fixtures/inputs-directory.ts';
import { folder, removeFolders } from '../helpers/folders.ts';

const inputs = parseInputs('the test', inputTexts());
const others = parseInputs(
  'the test',
  inputTexts({ 'rebates.csv': replaced('575460624', '575460625') }),
);
const ASSEMBLY = '/cache/abcdef0123456789';
const directoryIn = (named: string, of = inputs) => recordsDirectory(named, of, ASSEMBLY);

afterAll(removeFolders);

describe('The directory of the records', () => {
  it('is made, and says whose year lies in it', () => {
    const named = join(folder(), 'deep', 'records');
    expect(directoryIn(named)).toBe(named);
    const label = JSON.parse(readFileSync(join(named, 'year.json'), 'utf8'));
    expect(label).toEqual({ agreementYear: 2021, inputs: inputs.hash });
  });

  it('is the same one again for the same inputs', () => {
    const named = join(folder(), 'records');
    expect(directoryIn(named)).toBe(directoryIn(named));
    expect(readdirSync(named)).toEqual(['year.json']);
  });

  it('is refused when it holds the year of other inputs', () => {
    const named = directoryIn(join(folder(), 'records'));
    expect(() => directoryIn(named, others)).toThrow(RecordsRefused);
    expect(() => directoryIn(named, others)).toThrow(
      `holds the year of other inputs (${inputs.hash.slice(0, 12)}…; given ${others.hash.slice(0, 12)}…)`,
    );
  });

  it('is refused when it holds a year with another bank, and is another one where none is named', () => {
    const of = (named: string | null, bank?: string) =>
      recordsDirectory(named, inputs, ASSEMBLY, bank);
    const named = of(join(folder(), 'records'), 'troubled');
    expect(of(named, 'troubled')).toBe(named);
    expect(() => of(named)).toThrow(
      `${named} holds a year with another bank (--bank troubled; given --bank calm)`,
    );
    const calm = of(join(folder(), 'records'));
    expect(() => of(calm, 'late=2,seed=0')).toThrow('(--bank calm; given --bank late=2,seed=0)');
    const before = process.cwd();
    process.chdir(folder());
    try {
      expect(basename(of(null, 'late=2,seed=0'))).toBe(`${basename(of(null))}-late-2-seed-0`);
    } finally {
      process.chdir(before);
    }
  });

  it('is refused, and left as it is, when it is full of something else', () => {
    const named = folder();
    writeFileSync(join(named, 'thesis.txt'), 'ten years of work');
    expect(() => directoryIn(named)).toThrow(`${named} holds thesis.txt and no year.json`);
    expect(readdirSync(named)).toEqual(['thesis.txt']);
  });

  it('is refused when it is a file', () => {
    const named = join(folder(), 'records');
    writeFileSync(named, '');
    expect(() => directoryIn(named)).toThrow(`${named} is a file`);
  });

  it('is taken when a kill left half a label in it', () => {
    const named = join(folder(), 'records');
    mkdirSync(named);
    writeFileSync(join(named, 'year.json.new'), '{"agreementYear":20');
    expect(directoryIn(named)).toBe(named);
    expect(readdirSync(named)).toEqual(['year.json']);
  });

  it('is named after the inputs and the version of the code when nobody names one', () => {
    const before = process.cwd();
    process.chdir(folder());
    try {
      const own = recordsDirectory(null, inputs, ASSEMBLY);
      const ofOthers = recordsDirectory(null, others, ASSEMBLY);
      const ofOtherCode = recordsDirectory(null, inputs, '/cache/9876543210fedcba');
      expect(new Set([own, ofOthers, ofOtherCode]).size).toBe(3);
      expect(own.endsWith(join('.records', `2021-${inputs.hash.slice(0, 12)}-abcdef012345`))).toBe(
        true,
      );
    } finally {
      process.chdir(before);
    }
  });
});
