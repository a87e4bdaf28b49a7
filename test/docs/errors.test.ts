import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorPage, errorsIndex, problemNames } from '../../docs/generate/errors.ts';

describe('docs/errors', () => {
  it.each(problemNames)(
    '%s.md is what the contract says (otherwise run: node docs/generate/errors.ts)',
    (name) => {
      expect(readFileSync(`docs/errors/${name}.md`, 'utf8')).toBe(errorPage(name));
    },
  );

  it('has a page for every problem, a list of them, and nothing else', () => {
    const pages = problemNames.map((name) => `${name}.md`);
    expect(readdirSync('docs/errors').sort()).toEqual(['README.md', ...pages].sort());
    expect(readFileSync('docs/errors/README.md', 'utf8')).toBe(errorsIndex());
  });

  it('says both languages, the status and which operations answer it', () => {
    const page = errorPage('own-input');
    expect(page).toContain('status 403');
    expect(page).toContain('Förslaget bygger på ditt eget underlag');
    expect(page).toContain('Rests on your own input');
    expect(page).toContain('- approveProposal: POST `/runs/{run}/approvals`');
  });
});
