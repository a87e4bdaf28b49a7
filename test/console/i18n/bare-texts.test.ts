import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareTexts } from './bare-texts.ts';

const sources = readdirSync('console', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => `console/${path.replaceAll('\\', '/')}`)
  .sort();

describe('a page takes what it says from the texts of both languages', () => {
  it.each(sources)('%s', (path) => {
    expect(bareTexts(path, readFileSync(path, 'utf8'))).toEqual([]);
  });
});

describe('a text that stands in a page itself is found', () => {
  it.each([
    ['<p>Hej då</p>', 'Hej då'],
    ['<p>{late ? "Försenad" : t("x")}</p>', 'Försenad'],
    ['<p>{late && `Sedan igår`}</p>', 'Sedan igår'],
    ['<p>{"Totalt " + sum}</p>', 'Totalt'],
    ['<img alt="Ett diagram" />', 'Ett diagram'],
    ['<button aria-label={open ? "Stäng" : t("x")} />', 'Stäng'],
    ['<Page title="Kalender" />', 'Kalender'],
    ['<DataTable columns={[{ key: "a", header: "Belopp" }]} />', 'Belopp'],
  ])('%s', (source, text) => {
    expect(bareTexts('page.tsx', `const view = ${source};`)).toEqual([`page.tsx:1 ${text}`]);
  });

  it.each([
    '<p class="quiet">{t("tasks.title")}</p>',
    '<a href="/kalender" aria-current={at ? "page" : undefined} />',
    '<p>{"\\u00a0"}{state === "paid" && <b />} – </p>',
    '<DataTable caption={t("tasks.title")} columns={[{ key: "belopp", header: t("x") }]} />',
  ])('and %s has none', (source) => {
    expect(bareTexts('page.tsx', `const view = ${source};`)).toEqual([]);
  });
});
