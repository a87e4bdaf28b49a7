import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { bundle } from '../../infra/bundling/bundle.ts';
import { started } from '../helpers/function-environment.ts';
import { pdfOf } from '../helpers/pdf.ts';

const root = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A handler that writes a document as the real one does, beside others that do nothing. */
async function bundled(): Promise<() => Promise<Uint8Array>> {
  const functions = join(root, 'functions');
  mkdirSync(functions);
  for (const name of functionNames)
    writeFileSync(
      join(functions, `${name}.lambda.ts`),
      'export const handler = () => undefined;\n',
    );
  const sheet = JSON.stringify(join(import.meta.dirname, '../../functions/documents/pdf/sheet.ts'));
  const blocks = sheet.replace('sheet.ts', 'blocks.ts');
  writeFileSync(
    join(functions, 'api-prints.lambda.ts'),
    `import { title } from ${blocks};
import { Sheet } from ${sheet};
export const handler = () => {
  const sheet = new Sheet({ title: 'Prov', author: 'Kammarkollegiet', keywords: '', language: 'sv', of: new Date(0) });
  title(sheet, 'Utbetalningsbesked för maj 2022');
  return sheet.finish((number, of) => ['', \`Sida \${number} av \${of}\`]);
};\n`,
  );
  const outdir = join(root, 'bundles');
  await bundle({ functions, outdir });
  return (await started('api-prints', join(outdir, 'api-prints/index.mjs'))).handler;
}

describe('A bundle that makes documents', () => {
  it('finds its fonts where nothing else is installed, and embeds them', async () => {
    const handler = await bundled();
    const pdf = await pdfOf(await handler());
    expect(pdf.text).toContain('Utbetalningsbesked för maj 2022');
    expect(pdf.text).toContain('Sida 1 av 1');
    expect(pdf.fonts).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold']);
  });
});
