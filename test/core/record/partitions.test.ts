import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { belongsToRecord } from '../../../core/record/chain.ts';
import {
  holdsEvents,
  isInReach,
  recordKinds,
  recordPartitions,
  yearsInReach,
} from '../../../core/record/partitions.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/records.md'), 'utf8');
/** The rows of the table of partitions: name and year. */
const rows = [...page.matchAll(/^\| `([A-Z]+)` \| ([^|]+) \|/gm)].map(
  ([, kind = '', year = '']) => [kind, year.trim()] as const,
);

describe('The partitions of the record', () => {
  it('are the ones that docs/records.md names, without those that lie apart', () => {
    const documented = rows.map(([kind]) => kind).filter((kind) => belongsToRecord(`${kind}#2021`));
    expect(Object.keys(recordKinds)).toEqual(documented.toSorted());
    expect(documented.length).toBeGreaterThan(5);
  });

  it('are of no year where the page says so', () => {
    const ofNoYear = rows.filter(([, year]) => year.includes('`all`')).map(([kind]) => kind);
    const listed = Object.entries(recordKinds)
      .filter(([, of]) => (of as readonly string[]).includes('all'))
      .map(([kind]) => kind);
    expect(listed).toEqual(ofNoYear.toSorted());
  });

  it('are asked for from the year before the first agreement to the year after the request', () => {
    const runs = recordPartitions(2022).filter((name) => name.startsWith('RUN#'));
    expect(runs).toEqual(['RUN#2020', 'RUN#2021', 'RUN#2022', 'RUN#2023']);
  });

  it('are asked for in any year that a person may name, where people name it', () => {
    const inputs = recordPartitions(2022).filter((name) => name.startsWith('INPUT#'));
    expect([inputs.length, inputs[0], inputs.at(-2), inputs.at(-1)]).toEqual([
      101,
      'INPUT#2000',
      'INPUT#2099',
      'INPUT#all',
    ]);
  });

  it('come in the order of their names, each once', () => {
    const names = recordPartitions(2022);
    expect(names).toEqual([...new Set(names)].toSorted());
  });
});

describe('The partitions in reach of a calendar year', () => {
  it('are of that year, the one before and the one after, and those of no year', () => {
    const partitions = recordPartitions(2030).filter((name) => /^(RUN|SWITCH)#/.test(name));
    expect(partitions.filter((name) => isInReach(name, 2025))).toEqual([
      'RUN#2024',
      'RUN#2025',
      'RUN#2026',
      'SWITCH#all',
    ]);
    expect(yearsInReach(2025)).toEqual([2024, 2025, 2026]);
  });
});

describe('The partitions that say what happened', () => {
  it('are of every kind but the four that hold documents', () => {
    const documents = Object.keys(recordKinds).filter((kind) => !holdsEvents(`${kind}#2021`));
    expect(documents).toEqual(['BANK', 'ORDER', 'PROPOSAL', 'WORKING']);
    expect(holdsEvents('SWITCH#all')).toBe(true);
  });
});
