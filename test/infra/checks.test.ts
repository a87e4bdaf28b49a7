import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { afterAll, describe, expect, it } from 'vitest';
import { check, exceptions } from '../../infra/checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rules of cdk-nag', () => {
  it('find what they should: a bucket that is open to all does not pass', () => {
    const app = new App({ outdir: folder, analyticsReporting: false });
    new s3.Bucket(new Stack(app, 'Given'), 'Open');
    expect(() => check(app).synth()).toThrow(/validation/i);
    const { pluginReports } = JSON.parse(
      readFileSync(join(folder, 'validation-report.json'), 'utf8'),
    );
    const found = pluginReports.flatMap(({ violations }: { violations: { ruleName: string }[] }) =>
      violations.map(({ ruleName }) => ruleName),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'AwsSolutions-S1',
        'AwsSolutions-S10',
        'NIST.800.53.R5-S3BucketVersioningEnabled',
      ]),
    );
  });

  it('have ten exceptions at most, each with its reason', () => {
    const all = exceptions(new App({ analyticsReporting: false }));
    expect(all.length).toBeLessThanOrEqual(10);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, reason } of all) expect([id, reason.length > 40]).toEqual([id, true]);
  });
});
