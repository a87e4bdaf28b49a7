import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuildReport, buildConsole } from '../../../../console/build.ts';

describe('the verifier in the browser', () => {
  let directory: string;
  let report: BuildReport;
  const text = (path: string) => readFile(join(directory, path), 'utf8');

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'console-worker-'));
    report = await buildConsole({ outdir: directory });
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const worker = () => report.files.find(({ path }) => /verify-worker-\w+\.js$/.test(path));

  it('is a file that is named by its content and needs no other', async () => {
    expect(worker()?.path).toMatch(/^assets\/verify-worker-[A-Z0-9]{8}\.js$/);
    expect(await text(worker()?.path ?? '')).not.toMatch(/\bimport\b/);
  });

  it('is where the page looks for it', async () => {
    const audit = report.files.find(({ path }) => /assets\/audit-\w+\.js$/.test(path));
    expect(await text(audit?.path ?? '')).toContain(`"/${worker()?.path}"`);
  });

  it('is not fetched before somebody verifies', () => {
    expect(report.firstView.files).not.toContain(worker());
  });
});
