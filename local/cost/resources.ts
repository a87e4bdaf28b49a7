import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json } from '../engine/json.ts';

/** A resource of a synthesized template. */
export interface DeployedResource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: { readonly [name: string]: Json };
}

interface Manifest {
  readonly artifacts: Readonly<
    Record<string, { readonly type: string; readonly properties?: { templateFile?: string } }>
  >;
}

/** Every resource of every stack of a cloud assembly. Refuses an assembly without a stack, and stages, which are not read here. */
export function deployedResources(assembly: string): DeployedResource[] {
  const { artifacts } = read(join(assembly, 'manifest.json')) as unknown as Manifest;
  const stacks = Object.entries(artifacts).flatMap(([stack, { type, properties }]) => {
    if (type === 'cdk:cloud-assembly')
      throw new Error(`${stack}: stages are not read here, only stacks.`);
    const file = properties?.templateFile;
    return type === 'aws:cloudformation:stack' && file !== undefined ? [{ stack, file }] : [];
  });
  if (stacks.length === 0) throw new Error(`${assembly} holds no stack.`);
  return stacks.flatMap(({ stack, file }) => {
    const { Resources: resources } = read(join(assembly, file)) as unknown as {
      Resources: Readonly<Record<string, { Type: string; Properties?: Json }>>;
    };
    return Object.entries(resources).map(([id, { Type: type, Properties: given }]) => ({
      ...{ stack, id, type },
      properties: given !== undefined && isObject(given) ? given : {},
    }));
  });
}

const read = (file: string): Json => JSON.parse(readFileSync(file, 'utf8'));
