import { describe, expect, it } from 'vitest';
import { matchPath } from '../../../console/shell/match-path.ts';
import { sectionIds, sections } from '../../../console/shell/sections.ts';
import { routes } from '../../../functions/contract/api/routes.ts';

const pages = [
  { path: '/' },
  { path: '/utbetalningar' },
  { path: '/utbetalningar/ny' },
  { path: '/utbetalningar/:run' },
  { path: '/regioner/:region/:year' },
];
const match = (path: string) => {
  const found = matchPath(pages, path);
  return found && [found.page.path, found.parameters];
};

describe('the page of a path', () => {
  it.each([
    ['/', ['/', {}]],
    ['/utbetalningar/', ['/utbetalningar', {}]],
    ['/utbetalningar/ny', ['/utbetalningar/ny', {}]],
    ['/utbetalningar/payout-2022-02', ['/utbetalningar/:run', { run: 'payout-2022-02' }]],
    ['/regioner/09/2021', ['/regioner/:region/:year', { region: '09', year: '2021' }]],
    ['/utbetalningar/%C3%A5r', ['/utbetalningar/:run', { run: 'år' }]],
  ])('%s is found with what stands in its places', (path, expected) => {
    expect(match(path)).toEqual(expected);
  });

  it.each(['/finns-inte', '/regioner/09', '/utbetalningar/a/b', '/utbetalningar/%E0%A4'])(
    '%s is no page',
    (path) => expect(match(path)).toBeUndefined(),
  );
});

describe('the parts of the menu', () => {
  it('are ten, and none has a path that the API has', () => {
    expect(sectionIds).toHaveLength(10);
    const taken = Object.values(routes).map(({ path }) => path.split('/')[1]);
    for (const id of sectionIds) expect(taken).not.toContain(sections[id].path.slice(1));
  });
});
