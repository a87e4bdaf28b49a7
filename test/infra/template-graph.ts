import { type Resource, resources } from './assembled.ts';

/** The resources that one refers to or says it depends on, by their ids in the template. */
export function needs(resource: Resource & { readonly DependsOn?: string | readonly string[] }) {
  const found = new Set<string>([resource.DependsOn ?? []].flat());
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Ref' && typeof inner === 'string') found.add(inner);
      if (key === 'Fn::GetAtt' && Array.isArray(inner)) found.add(inner[0]);
      if (key === 'Fn::Sub' && typeof inner === 'string')
        for (const [, name = ''] of inner.matchAll(/\$\{([\w]+)/g)) found.add(name);
      visit(inner);
    }
  };
  visit(resource.Properties);
  return [...found].filter((id) => resources[id] !== undefined);
}

/** A circle of resources that need each other, as CloudFormation would refuse it; undefined when there is none. */
export function circle(): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (id: string, above: readonly string[]): readonly string[] | undefined => {
    if (above.includes(id)) return [...above.slice(above.indexOf(id)), id];
    if (done.has(id)) return undefined;
    const resource = resources[id];
    for (const next of resource ? needs(resource) : []) {
      const found = visit(next, [...above, id]);
      if (found) return found;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(resources)) {
    const found = visit(id, []);
    if (found) return found;
  }
  return undefined;
}
