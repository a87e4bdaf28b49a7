import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('console', { recursive: true, encoding: 'utf8' })
  .map((path) => `console/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.tsx?$/.test(path) && path !== 'console/build.ts')
  .sort();

/** What a file imports: paths from the repository's root, and names of packages. */
function importsOf(path: string): readonly string[] {
  const found = readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? join(dirname(path), name) : name,
  );
}

const allowed =
  /^(console\/|core\/|functions\/contract\/|preact(\/|$)|oauth4webapi$|@noble\/hashes\/)/;

describe('the console is made of itself, the contract, core and four small packages', () => {
  it.each(sources)('%s', (path) => {
    for (const name of importsOf(path)) expect(name).toMatch(allowed);
  });
});

describe('a page takes what it needs of the console from the kit, which is fetched once', () => {
  const pages = sources.filter((path) => /^console\/pages\/.+\.tsx$/.test(path));

  it.each(pages)('%s', (path) => {
    const ours = importsOf(path).filter((name) => name.startsWith('console/'));
    expect(ours.length).toBeGreaterThan(0);
    for (const name of ours) expect(name).toMatch(/^console\/(kit\.ts|pages\/)/);
  });
});
