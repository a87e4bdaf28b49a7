import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json } from '../engine/json.ts';
import type { Resources } from './intrinsics.ts';

type JsonObject = { readonly [key: string]: Json };

/** Everything that an assembly deploys, as if it were one stack. */
export interface Stacks {
  /** The resources of all stacks; what one imports from another refers to the resource itself. */
  readonly resources: Resources;
  /** The assets of all stacks by their hashes. */
  readonly assets: JsonObject;
}

/**
 * Reads the stacks of a cloud assembly, the directory that `cdk synth` writes.
 *
 * Where a stack imports what another exports, the exported expression takes its place: CloudFormation does the same, only later.
 * Refused: stages of the CDK, an import that no stack exports, a name that two stacks export, and an id that two stacks use, since
 * here the ids name the resources.
 */
export function readStacks(assembly: string): Stacks {
  const manifest = readJson(join(assembly, 'manifest.json'));
  const resources: Record<string, Json> = {};
  const assets: Record<string, Json> = {};
  const exports = new Map<string, Json>();
  for (const [id, artifact] of Object.entries(object(manifest, 'artifacts', 'manifest.json'))) {
    const place = `manifest.json, ${id}`;
    const { type } = artifact as { type?: Json };
    if (type === 'cdk:cloud-assembly') throw new Error(`${place}: stages are not read here.`);
    if (type !== 'aws:cloudformation:stack') continue;
    const file = String(object(artifact, 'properties', place).templateFile);
    const template = readJson(join(assembly, file));
    for (const [logicalId, resource] of Object.entries(object(template, 'Resources', file))) {
      if (logicalId in resources)
        throw new Error(`"${logicalId}" is in ${file} and another stack.`);
      resources[logicalId] = resource;
    }
    for (const [name, value] of exportsOf(template)) {
      if (exports.has(name)) throw new Error(`${file} exports "${name}", as another stack does.`);
      exports.set(name, value);
    }
    const assetsFile = join(assembly, file.replace(/\.template\.json$/, '.assets.json'));
    if (existsSync(assetsFile))
      Object.assign(assets, object(readJson(assetsFile), 'files', assetsFile));
  }
  return { resources: imported(resources, exports, []) as unknown as Resources, assets };
}

function exportsOf(template: Json): [string, Json][] {
  const outputs = isObject(template) ? template.Outputs : undefined;
  return Object.values(isObject(outputs ?? null) ? (outputs as JsonObject) : {}).flatMap(
    (output) => {
      const { Export, Value } = output as { Export?: { Name?: Json }; Value?: Json };
      return typeof Export?.Name === 'string' ? [[Export.Name, Value ?? null]] : [];
    },
  );
}

/** The value with every import replaced by what is exported, which may itself be an import. */
function imported(value: Json, exports: ReadonlyMap<string, Json>, through: string[]): Json {
  if (Array.isArray(value)) return value.map((each: Json) => imported(each, exports, through));
  if (!isObject(value)) return value;
  const name = value['Fn::ImportValue'];
  if (typeof name === 'string' && Object.keys(value).length === 1) {
    const found = exports.get(name);
    if (found === undefined) throw new Error(`"${name}" is imported, but no stack exports it.`);
    if (through.includes(name)) throw new Error(`"${name}" is exported as an import of itself.`);
    return imported(found, exports, [...through, name]);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, imported(inner, exports, through)]),
  );
}

function readJson(file: string): Json {
  if (!existsSync(file)) {
    throw new Error(`${file} does not exist; is its directory a cloud assembly (cdk synth)?`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The object that a field of another holds. */
export function object(holder: Json, field: string, place: string): JsonObject {
  const value = isObject(holder) ? holder[field] : undefined;
  if (isObject(value)) return value;
  throw new Error(`${place}: "${field}" must be an object, given ${JSON.stringify(value)}.`);
}
