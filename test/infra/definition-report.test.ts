import { describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { readTemplate } from '../../local/cloud/template.ts';
import type { Json } from '../../local/engine/json.ts';
import { machine, task } from '../local/engine/bench-top.ts';
import { trivialHandlers } from './assembled.ts';
import { reportOn } from './definition-report.ts';

const report = (definition: Json) => reportOn('M', definition, (arn) => arn === 'f');
const right = machine({
  A: task({}, { Catch: [{ ErrorEquals: ['X'], Next: 'C' }], Next: 'B' }),
  B: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'A' }], Default: 'C' },
  C: { Type: 'Succeed' },
});

describe('A definition', () => {
  it('that holds is told in one line: states, transitions, verdicts and bytes', () => {
    const { line, faults } = report(right);
    expect(faults).toEqual([]);
    expect(line).toMatch(
      /^M +3 states \(1 Task, 1 Choice, 1 Succeed\), 4 transitions, 1 ends {2}valid {2}runs here by \d+ rows {2}\d+ bytes$/,
    );
    expect(line).toContain(`${Buffer.byteLength(JSON.stringify(right))} bytes`);
  });

  it('that is not valid in the Amazon States Language is told as such', () => {
    const { line, faults } = report(machine({ A: { Type: 'Pass', Next: 'Nowhere' } }));
    expect(line).toContain('NOT VALID');
    expect(faults.join()).toContain('Nowhere');
  });

  it('that is valid, and uses what is not run locally, is told as such', () => {
    const { line, faults } = report(
      machine({ A: { Type: 'Pass', Output: '{% $now() %}', End: true } }),
    );
    expect(line).toMatch(/ {2}valid {2}REFUSED HERE/);
    expect(faults.join()).toContain('$now is refused');
  });

  it('that is larger than the service takes is told as such', () => {
    const { line, faults } = report({ ...right, Comment: 'x'.repeat(1_048_576) });
    expect(line).toContain('TOO LARGE');
    expect(faults).toHaveLength(1);
  });
});

describe('The state machines that are deployed', () => {
  it('hold, each of them', async () => {
    const { assembly } = await synthesize({ functions: trivialHandlers() });
    const { stateMachines, functions } = readTemplate(assembly);
    const isFunction = (arn: string) => functions.some((each) => each.arn === arn);
    expect(stateMachines.length).toBeGreaterThan(0);
    for (const { name, definition } of stateMachines)
      expect(reportOn(name, definition, isFunction).faults).toEqual([]);
  });
});
