import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildReport, buildConsole } from '../../console/build.ts';

const folders: string[] = [];
async function built(): Promise<BuildReport> {
  const outdir = await mkdtemp(join(tmpdir(), 'console-'));
  folders.push(outdir);
  return buildConsole({ outdir });
}
const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

let report: BuildReport;
beforeAll(async () => {
  report = await built();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the built console', () => {
  it('shows its first view within 100 kB compressed and 10 requests', () => {
    expect(report.firstView.files.map(({ path }) => path)).toContain('index.html');
    expect(report.firstView.gzipBytes).toBeGreaterThan(10_000); // The page's own code is counted.
    expect(report.firstView.gzipBytes).toBeLessThanOrEqual(100_000);
    expect(report.firstView.requests).toBeLessThanOrEqual(10);
  });

  it('has the same bytes when it is built again', async () => {
    const again = await built();
    expect(bytesIn(again.outdir)).toEqual(bytesIn(report.outdir));
  });

  it('names every file but the page by its content', () => {
    for (const { path } of report.files) {
      if (path === 'index.html' || path === 'robots.txt') continue;
      expect(path).toMatch(/^assets\/[\w-]+-[A-Z0-9]{8}\.(js|css|txt|js\.LEGAL\.txt)$/);
    }
  });

  it('asks in its page for nothing that is not there, and has no script or style of its own in it', () => {
    const page = readFileSync(join(report.outdir, 'index.html'), 'utf8');
    const asked = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    for (const path of asked) expect(report.files.map((file) => file.path)).toContain(path);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|\{\{/);
  });

  it('carries no code that makes code, which the content security policy would stop', () => {
    for (const { path } of report.files.filter((file) => file.path.endsWith('.js'))) {
      const code = readFileSync(join(report.outdir, path), 'utf8');
      expect(code, path).not.toMatch(/\beval\(|new Function\(|\.innerHTML\s*=\s*["'`]/);
    }
  });
});
