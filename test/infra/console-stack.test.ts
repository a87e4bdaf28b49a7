import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { grantApp } from '../../infra/grant-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of a folder that may not be there yet. */
function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

for (const name of functionNames) write(`bundles/${name}/index.mjs`, 'export const handler = 1;');
write('files/index.html', '<!doctype html>');
write('files/assets/console-ABC.js', '1;');

function synthesized(outdir: string, console?: string): Record<string, string> {
  const to = join(folder, outdir);
  const bundles = join(folder, 'bundles');
  grantApp({ bundles, outdir: to, validate: false, ...(console && { console }) }).synth();
  const templates = readdirSync(to).filter((name) => name.endsWith('.template.json'));
  return Object.fromEntries(templates.map((name) => [name, readFileSync(join(to, name), 'utf8')]));
}

const without = synthesized('without');
const made = synthesized('with', join(folder, 'files'));
const grant = JSON.parse(made['Statsbidrag.template.json'] ?? '');
const text = made['StatsbidragConsole.template.json'] ?? '';
const { Resources: resources } = JSON.parse(text);
// biome-ignore lint/suspicious/noExplicitAny: a template is asserted on, not programmed against.
const [assets, page, ...more]: any[] = Object.values<{ Type: string }>(resources).filter(
  ({ Type }) => Type === 'Custom::CDKBucketDeployment',
);

describe("the console's stack", () => {
  it('leaves the other as it is without it, byte for byte', () => {
    expect(Object.keys(without)).toEqual(['Statsbidrag.template.json']);
    expect(made['Statsbidrag.template.json']).toBe(without['Statsbidrag.template.json']);
  });

  it('asks the other only for what that exports', () => {
    const asked = [...text.matchAll(/"Fn::ImportValue": "([^"]+)"/g)].map(([, name]) => name);
    const exported = Object.values<{ Export?: { Name: string } }>(grant.Outputs).flatMap(
      ({ Export }) => Export?.Name ?? [],
    );
    expect([...new Set(asked)].sort()).toEqual([
      'Statsbidrag-ConsoleBucket',
      'Statsbidrag-ConsoleClient',
      'Statsbidrag-Issuer',
    ]);
    expect(exported).toEqual(expect.arrayContaining(asked));
  });

  it('is deployed after the other', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'with/manifest.json'), 'utf8'));
    expect(manifest.artifacts.StatsbidragConsole.dependencies).toContain('Statsbidrag');
  });

  it('holds nothing of the record or the payments', () => {
    const types = Object.values<{ Type: string }>(resources).map(({ Type }) => Type);
    expect([...new Set(types)].sort()).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::Lambda::Function',
      'AWS::Lambda::LayerVersion',
      'AWS::Logs::LogGroup',
      'Custom::CDKBucketDeployment',
    ]);
    expect(text).not.toMatch(/dynamodb|states:|cognito-idp/);
  });
});

describe('the files', () => {
  it('are put where the distribution reads them, and nothing that was there is removed', () => {
    expect(more).toEqual([]);
    for (const { Properties } of [assets, page]) {
      expect(Properties.DestinationBucketName).toEqual({
        'Fn::ImportValue': 'Statsbidrag-ConsoleBucket',
      });
      expect(Properties.Prune).toBe(false);
    }
  });

  it('under assets/ are kept by browsers, since their names change with their content', () => {
    expect(assets.Properties).toMatchObject({
      Exclude: ['*'],
      Include: ['assets/*'],
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
  });

  it('beside them are asked for each time, and come after the assets that they name', () => {
    expect(page.Properties).toMatchObject({
      Exclude: ['assets/*'],
      SystemMetadata: { 'cache-control': 'no-cache' },
    });
    expect(page.Properties.Include).toBeUndefined();
    const [first] = Object.entries(resources).find(([, each]) => each === assets) ?? [];
    expect(page.DependsOn).toContain(first);
  });

  it('tell the console its issuer, its client and where the API is', () => {
    const [, markers] = page.Properties.SourceMarkers;
    const values = Object.values(markers);
    expect(values).toEqual([
      { 'Fn::ImportValue': 'Statsbidrag-Issuer' },
      { 'Fn::ImportValue': 'Statsbidrag-ConsoleClient' },
    ]);
    const configs = readdirSync(join(folder, 'with'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('console-config.json'),
    );
    expect(configs).toHaveLength(1);
    const config = readFileSync(join(folder, 'with', configs[0] ?? ''), 'utf8');
    const [issuer, clientId] = Object.keys(markers);
    expect(JSON.parse(config)).toEqual({ issuer, clientId, apiBase: '/api', scopes: 'openid' });
  });
});
