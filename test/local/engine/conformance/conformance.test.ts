import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { pages } from '../../../../local/engine/conformance/pages.ts';
import { chapters, type RowId, table } from '../../../../local/engine/conformance/table.ts';
import { fieldRules } from '../../../../local/engine/field-rules.ts';
import type { JsonObject } from '../../../../local/engine/json.ts';
import { loadDefinition, rowsNeeded } from '../../../../local/engine/load-definition.ts';
import { machine } from '../bench-top.ts';
import { asBranches } from './as-branches.ts';
import { definitionOf, expected, run } from './check.ts';
import { checks } from './checks.ts';

const ids = Object.keys(table) as RowId[];
const without = (id: RowId) =>
  Object.fromEntries(Object.entries(table).filter(([each]) => each !== id));

describe.each(Object.entries(chapters))('%s, on the engine:', (_chapter, rows) => {
  const cases = Object.entries(rows).map(([id, { says }]) => ({ id: id as RowId, says }));

  it.each(cases)('$id: $says', async ({ id }) => {
    const seen = await run(checks[id]);
    expect(seen).toEqual(expected(checks[id], seen));
  });
});

describe('A definition that uses a row', () => {
  it.each(ids)('is refused without it: %s', (id) => {
    const definition = definitionOf(checks[id]);
    expect(() => loadDefinition('M', definition, () => true)).not.toThrow();
    const named = Object.hasOwn(fieldRules, id) ? `"${id.split('.')[1]}" is not run here` : id;
    expect(() => loadDefinition('M', definition, () => true, without(id))).toThrow(named);
  });

  it('names the row that it would need', () => {
    const definition = definitionOf(checks['Retry/own-count']);
    expect(() => loadDefinition('M', definition, () => true, without('Retry/own-count'))).toThrow(
      'State "A" needs "Retry/own-count", which has no row in the table of the states language and is not run here.',
    );
  });
});

describe('The definitions of the checks are valid in the Amazon States Language:', () => {
  const errorsIn = (definition: JsonObject) => validate(structuredClone(definition)).errors;

  it.each(Object.entries(chapters))('%s', (_chapter, rows) => {
    const definitions = Object.keys(rows).map((id) => definitionOf(checks[id as RowId]));
    expect(errorsIn(asBranches(definitions))).toEqual([]);
  });

  it.each(ids.filter((id) => id.startsWith('Machine.')))('%s', (id) => {
    expect(errorsIn(definitionOf(checks[id]))).toEqual([]);
  });

  it.each([
    ['a way that leads nowhere', { A: { Type: 'Pass', Next: 'Nowhere' } }, '1 Nowhere'],
    [
      'a field that holds something else',
      { A: { Type: 'Wait', Seconds: true, End: true } },
      'Seconds',
    ],
  ])('and one with %s would be found', (_what, states, found) => {
    const right = definitionOf(checks['Pass.Next']);
    expect(JSON.stringify(errorsIn(asBranches([right, machine(states)])))).toContain(found);
  });
});

describe('The table', () => {
  it('holds everything that any of its definitions needs, and nothing that none of them does', () => {
    const needed = new Set(ids.flatMap((id) => [...rowsNeeded(definitionOf(checks[id]))]));
    expect([...needed].sort()).toEqual([...ids].sort());
  });

  it('has a row for each field that a definition may have', () => {
    expect(Object.keys(fieldRules).filter((id) => !ids.includes(id as RowId))).toEqual([]);
  });

  it('says one sentence in each row, and where it is written', () => {
    for (const [id, { says, cites }] of Object.entries(table)) {
      expect(says, id).toMatch(/^[A-Za-z$].*[^.]\.$/);
      expect(cites.section, id).not.toBe('');
    }
  });

  it('cites every page that it lists', () => {
    const cited = new Set(Object.values(table).map(({ cites }) => cites.page));
    expect([...cited].sort()).toEqual(Object.keys(pages).sort());
  });
});
