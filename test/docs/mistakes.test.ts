import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/mistakes.md', 'utf8');

interface Section {
  readonly title: string;
  /** The tests that the section names: where each is, and what it is called. */
  readonly tests: readonly (readonly [path: string, name: string])[];
}

const sections: readonly Section[] = page
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    title: text.slice(0, text.indexOf('\n')),
    tests: [...text.matchAll(/^- `(test\/[^`]+)`: (.+)$/gm)].map(
      ([, path = '', name = '']) => [path, name] as const,
    ),
  }));

/** A name as it stands in a source, whatever quotes are around it. */
const quoted = (name: string) => [
  `'${name}'`,
  `'${name.replaceAll("'", "\\'")}'`,
  `"${name}"`,
  `\`${name}\``,
];

describe('docs/mistakes.md', () => {
  it('has the twenty mistakes in order, each with its source', () => {
    const numbered = sections.filter(({ title }) => /^\d/.test(title));
    expect(numbered.map(({ title }) => title.split('.')[0])).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 1)),
    );
    for (const { title } of numbered) expect(title).toMatch(/^\d+\. .+ \(.+\)$/);
  });

  it.each(sections)('names tests that there are: $title', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const [path, name] of tests) {
      expect(existsSync(path), path).toBe(true);
      const source = readFileSync(path, 'utf8');
      expect(
        quoted(name).some((text) => source.includes(text)),
        `${path}: ${name}`,
      ).toBe(true);
    }
  });

  it('has no other form of line under a mistake, so that no test goes unlooked for', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(sections.flatMap(({ tests }) => tests).length);
  });

  it('names files that there are', () => {
    for (const [, path = ''] of page.matchAll(/`((?:core|functions|infra|console|test)\/[^`]+)`/g))
      expect(existsSync(path), path).toBe(true);
  });
});
