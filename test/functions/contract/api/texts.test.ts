import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineKinds } from '../../../../core/line-kinds.ts';
import { ruleDocs } from '../../../../docs/generate/rule-docs.ts';
import { lineKindTexts } from '../../../../functions/contract/api/line-kind-texts.ts';
import { needTexts } from '../../../../functions/contract/api/need-texts.ts';
import { rejectionTexts } from '../../../../functions/contract/api/rejection-texts.ts';
import { ruleNames } from '../../../../functions/contract/api/rule-names.ts';
import { stateTexts } from '../../../../functions/contract/api/state-texts.ts';
import { filesIn, textOf } from '../../../health/source-files.ts';

const glossary = new Map(
  readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, swedish = '', english = '']) => [swedish, english]),
);

describe('the name of a rule', () => {
  it.each(ruleDocs().map(({ rule, sv }) => [rule, sv]))(
    '%s is %s, as its own @sv says, and English as in the glossary',
    (rule, sv) => expect(ruleNames[rule]).toEqual({ sv, en: glossary.get(sv) }),
  );

  it('is known for every rule that a working can name, and for nothing else', () => {
    const named = filesIn('core').flatMap((file) =>
      [...textOf(file).matchAll(/rule: '([a-z-]+\/[a-z-]+)'/g)].map(([, rule]) => rule ?? ''),
    );
    const known = new Set([...named, ...ruleDocs().map(({ rule }) => rule)]);
    expect(named.length).toBeGreaterThan(15);
    expect(Object.keys(ruleNames).sort()).toEqual([...known].sort());
  });
});

interface Definition {
  readonly States: Readonly<Record<string, { readonly Type: string; readonly Resource?: string }>>;
}

const states = readdirSync('test/golden')
  .filter((file) => file.endsWith('.asl'))
  .flatMap((file) => {
    const { States }: Definition = JSON.parse(readFileSync(`test/golden/${file}`, 'utf8'));
    return Object.entries(States);
  });

describe('the states of the workflows', () => {
  it('are all told in words, and no state is that there is not', () =>
    expect(Object.keys(stateTexts).sort()).toEqual(
      [...new Set(states.map(([name]) => name))].sort(),
    ));

  it.each(states)('%s is told as what it is', (name, { Type, Resource = '' }) => {
    const waits = Type === 'Wait' || Resource.endsWith('.waitForTaskToken');
    const kinds = { Task: 'task', Pass: 'task', Choice: 'choice', Succeed: 'end' } as Record<
      string,
      string
    >;
    expect(stateTexts[name]?.kind).toBe(waits ? 'wait' : kinds[Type]);
  });
});

it('every kind of line has its own name in both languages', () => {
  const kinds = [...lineKinds, 'sol', 'ihsi', 'reissue', 'grant'].sort();
  expect(Object.keys(lineKindTexts).sort()).toEqual(kinds);
  for (const language of ['sv', 'en'] as const)
    expect(new Set(Object.values(lineKindTexts).map((text) => text[language])).size).toBe(
      kinds.length,
    );
});

it.each(Object.entries({ ...needTexts, ...rejectionTexts, ...stateTexts }))(
  '%s says something else in Swedish than in English',
  (_name, { sv, en }) => expect(sv).not.toBe(en),
);
