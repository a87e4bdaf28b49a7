import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../console/i18n/choose-language.ts';
import type { Key } from '../../../console/i18n/keys.ts';
import { texts, translate, translateCount } from '../../../console/i18n/translate.ts';
import { runStates } from '../../../functions/contract/api/shapes/run-words.ts';

const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(texts.sv) as Key[];

describe('the texts', () => {
  it('exist in both languages, no more and no fewer', () => {
    expect(Object.keys(texts.en).sort()).toEqual([...keys].sort());
  });

  it('have each a name of their own, whichever part they are in', async () => {
    const parts = readdirSync('console/i18n/sv').map((file) => file.replace('.ts', ''));
    const named = await Promise.all(
      parts.map(async (part) => {
        const own: Record<string, object> = await import(`../../../console/i18n/sv/${part}.ts`);
        return Object.values(own).flatMap((texts) => Object.keys(texts));
      }),
    );
    expect(named.flat().sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s says something in both languages, with the same facts', (key) => {
    expect(texts.sv[key].trim()).not.toBe('');
    expect(texts.en[key].trim()).not.toBe('');
    expect(factsIn(texts.en[key])).toEqual(factsIn(texts.sv[key]));
  });

  it('name every state of a run', () => {
    for (const state of runStates) expect(keys).toContain(`state.${state}`);
  });

  it('that are counted have a form for one and a form for others', () => {
    for (const key of keys.filter((name) => /\.(one|other)$/.test(name))) {
      expect(keys).toContain(key.replace(/\.\w+$/, '.one'));
      expect(keys).toContain(key.replace(/\.\w+$/, '.other'));
      expect(factsIn(texts.sv[key])).toContain('count');
    }
  });
});

describe('a text', () => {
  it('has its facts in their places', () => {
    const path = '/finns-$&-inte';
    expect(translate('sv', 'not-found.detail', { path })).toBe(
      'Ingen sida har adressen /finns-$&-inte.',
    );
  });

  it('demands its facts and takes no others', () => {
    // @ts-expect-error The path is missing.
    expect(() => translate('sv', 'not-found.detail')).toThrow('needs the fact path');
    // @ts-expect-error This text has no facts.
    expect(translate('sv', 'sign-out', { path: 'x' })).toBe('Logga ut');
    // @ts-expect-error There is no such text.
    expect(() => translate('sv', 'no.such.text')).toThrow();
  });

  it('counts', () => {
    expect(translateCount('sv', 'tasks.changed', 1)).toBe('1 sak väntar på dig.');
    expect(translateCount('sv', 'tasks.changed', 0)).toBe('0 saker väntar på dig.');
    expect(translateCount('en', 'tasks.changed', 2)).toBe('2 things are waiting for you.');
  });
});

describe('the language', () => {
  it.each([
    ['', null, 'sv'],
    ['?lang=en', null, 'en'],
    ['?lang=sv', 'en', 'sv'],
    ['?lang=fi', 'en', 'en'],
    ['', 'en', 'en'],
    ['', 'fi', 'sv'],
  ] as const)('with %j in the address and %j kept is begun in %s', (query, kept, language) => {
    expect(chooseLanguage(query, kept)).toBe(language);
  });
});
