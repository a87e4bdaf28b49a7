import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { codeVersion } from '../../infra/code-version.ts';
import { repository } from '../../infra/repository.ts';
import { treeHash } from '../../infra/tree-hash.ts';

const root = mkdtempSync(join(tmpdir(), 'tree-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  write('core/rule.ts', 'half');
  write('core/money/sek.ts', 'krona');
  write('functions/ask.lambda.ts', 'ask');
  write('package-lock.json', '{}');
  write('test/rule.test.ts', 'test');
});

describe('the code version', () => {
  it('is 64 hex digits, and the same for the same tree', () => {
    expect(codeVersion(root)).toMatch(/^[0-9a-f]{64}$/);
    expect(codeVersion(root)).toBe(codeVersion(root));
  });

  it('is the same for a copy without git', () => {
    const copy = mkdtempSync(join(tmpdir(), 'copy-'));
    try {
      for (const path of ['core', 'functions', 'package-lock.json']) {
        cpSync(join(repository, path), join(copy, path), { recursive: true });
      }
      expect(codeVersion(copy)).toBe(codeVersion());
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  it.each(['core/rule.ts', 'core/money/sek.ts', 'functions/ask.lambda.ts', 'package-lock.json'])(
    'changes with %s',
    (path) => {
      const before = codeVersion(root);
      write(path, 'another');
      expect(codeVersion(root)).not.toBe(before);
    },
  );

  it('changes when a file is added, removed or renamed', () => {
    const versions = new Set([codeVersion(root)]);
    write('core/new.ts', '');
    versions.add(codeVersion(root));
    renameSync(join(root, 'core/new.ts'), join(root, 'core/renamed.ts'));
    versions.add(codeVersion(root));
    rmSync(join(root, 'core/rule.ts'));
    versions.add(codeVersion(root));
    expect(versions.size).toBe(4);
  });

  it('does not change with tests, or with what an editor leaves behind', () => {
    const before = codeVersion(root);
    write('test/rule.test.ts', 'another');
    write('core/.DS_Store', 'left behind');
    write('core/.idea/rule.ts', 'left behind');
    expect(codeVersion(root)).toBe(before);
  });
});

describe('the hash of a tree', () => {
  it('keeps two files apart from one that holds both', () => {
    write('a/1', 'x');
    write('a/2', 'y');
    const two = treeHash(root, ['a']);
    rmSync(join(root, 'a/2'));
    write('a/1', 'xa/2\0y');
    expect(treeHash(root, ['a'])).not.toBe(two);
  });

  it('does not depend on the order in which the paths are given', () => {
    expect(treeHash(root, ['core', 'functions'])).toBe(treeHash(root, ['functions', 'core']));
  });

  it('is refused for a path that does not exist, which the error names', () => {
    expect(() => treeHash(root, ['core', 'nowhere'])).toThrow(/ENOENT.*nowhere/);
  });
});
