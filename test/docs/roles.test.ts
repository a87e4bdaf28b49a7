import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rolesPage } from '../../docs/generate/roles.ts';

describe('docs/roles.md', () => {
  it('is what the contract says (otherwise run: node docs/generate/roles.ts)', () => {
    expect(readFileSync('docs/roles.md', 'utf8')).toBe(rolesPage());
  });
});
