import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStacks } from '../../../local/cloud/stacks.ts';
import type { JsonObject } from '../../../local/engine/json.ts';

/** An assembly of several stacks, each given by its template. */
function assembly(stacks: Readonly<Record<string, JsonObject>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'statsbidrag-stacks-'));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content));
  const artifacts: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(stacks)) {
    const templateFile = `${name}.template.json`;
    artifacts[name] = { type: 'aws:cloudformation:stack', properties: { templateFile } };
    write(templateFile, template);
    write(`${name}.assets.json`, { files: { [`hash-of-${name}`]: {} } });
  }
  write('manifest.json', { artifacts });
  return folder;
}

const exporting = (name: string, Value: JsonObject): JsonObject => ({
  Out: { Value, Export: { Name: name } },
});
const imported = (name: string): JsonObject => ({ 'Fn::ImportValue': name });
const table = { Type: 'AWS::DynamoDB::Table' };
const reader = (of: JsonObject) => ({ Type: 'AWS::Lambda::Function', Properties: { Table: of } });

describe('Several stacks are read as one:', () => {
  it('what one imports is what another exports, through any number of them', () => {
    const { resources, assets } = readStacks(
      assembly({
        work: { Resources: { Reader: reader(imported('passed-on')) } },
        between: { Resources: {}, Outputs: exporting('passed-on', imported('table')) },
        data: { Resources: { Table: table }, Outputs: exporting('table', { Ref: 'Table' }) },
      }),
    );
    expect(resources).toEqual({ Table: table, Reader: reader({ Ref: 'Table' }) });
    expect(Object.keys(assets).sort()).toEqual(['hash-of-between', 'hash-of-data', 'hash-of-work']);
  });

  it.each<[string, Record<string, JsonObject>, string]>([
    [
      'an import that no stack exports',
      { work: { Resources: { Reader: reader(imported('table')) } } },
      '"table" is imported, but no stack exports it.',
    ],
    [
      'a name that two stacks export',
      {
        a: { Resources: {}, Outputs: exporting('table', { Ref: 'A' }) },
        b: { Resources: {}, Outputs: exporting('table', { Ref: 'B' }) },
      },
      'b.template.json exports "table", as another stack does.',
    ],
    [
      'an id that two stacks use',
      { a: { Resources: { Table: table } }, b: { Resources: { Table: table } } },
      '"Table" is in b.template.json and another stack.',
    ],
    [
      'an export that is an import of itself',
      {
        a: {
          Resources: { Reader: reader(imported('table')) },
          Outputs: exporting('table', imported('table')),
        },
      },
      '"table" is exported as an import of itself.',
    ],
  ])('%s is refused', (_what, stacks, why) => {
    expect(() => readStacks(assembly(stacks))).toThrow(why);
  });
});
