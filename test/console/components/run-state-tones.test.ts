import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runStates } from '../../../functions/contract/api/shapes/run-words.ts';

/** The look of each state, as the tag has it: `returned: ['danger', 'back'],`. */
const tones = new Map(
  [
    ...readFileSync('console/components/tag.tsx', 'utf8').matchAll(
      /^ {2}'?([a-z-]+)'?: \['([a-z]+)', '[a-z]+'\],$/gm,
    ),
  ].map(([, state = '', tone = '']) => [state, tone]),
);

describe('the colour of a run', () => {
  it('is there for every state', () => {
    expect([...tones.keys()].sort()).toEqual([...runStates].sort());
  });

  it('is green only where everything is done: not while something came back, is missing or was left to a person', () => {
    const green = [...tones].filter(([, tone]) => tone === 'success').map(([state]) => state);
    expect(green.sort()).toEqual(['decided', 'paid']);
    expect([tones.get('returned'), tones.get('waiting-for-inputs')]).toEqual(['danger', 'warning']);
  });
});
