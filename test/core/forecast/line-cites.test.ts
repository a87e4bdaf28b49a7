import { describe, expect, it } from 'vitest';
import { agreement2021 } from '../../../core/agreement/2021.ts';
import { sources } from '../../../core/agreement/sources.ts';
import { lineCites } from '../../../core/forecast/line-cites.ts';
import { lineKinds } from '../../../core/line-kinds.ts';
import { shapeOf2026 } from '../agreement/shape-of-2026.ts';

describe('Every kind of line of the 2021 agreement is written in a document that is kept', () => {
  it.each(lineKinds.filter((kind) => kind !== 'corridor-net'))('%s', (kind) => {
    const cites = lineCites(kind, agreement2021);
    expect(cites.length).toBeGreaterThan(0);
    for (const { source } of cites) expect(Object.keys(sources)).toContain(source);
  });
});

it('A corridor is cited where an agreement has it, and nowhere else', () => {
  expect(lineCites('corridor-net', agreement2021)).toEqual([]);
  expect(lineCites('corridor-net', shapeOf2026).length).toBeGreaterThan(0);
});
