import type { ApiMethod } from '../cloud/rest-api-template.ts';

/** Where a request leads. */
export type Found =
  | {
      readonly kind: 'method';
      readonly method: ApiMethod;
      readonly parameters: Readonly<Record<string, string>>;
    }
  /** The path is there, with other methods. */
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'no-such-path' }
  /** A `%` that encodes nothing. */
  | { readonly kind: 'malformed' };

interface Pattern {
  readonly resource: string;
  readonly parts: readonly string[];
  readonly methods: ReadonlyMap<string, ApiMethod>;
}

/** Finds the method of a REST API for a request, as API Gateway does: by whole parts of the path, a fixed part before a variable one. */
export class Routes {
  readonly #patterns: readonly Pattern[];

  constructor(methods: readonly ApiMethod[]) {
    const byResource = Map.groupBy(methods, ({ resource }) => resource);
    this.#patterns = [...byResource].map(([resource, each]) => ({
      resource,
      parts: partsOf(resource),
      methods: new Map(each.map((one) => [one.method, one])),
    }));
  }

  /** @param path as it was sent, still encoded, without the query */
  find(method: string, path: string): Found {
    const given = partsOf(path);
    const [best] = this.#patterns
      .filter(({ parts }) => fits(parts, given))
      .sort((a, b) => rank(a.parts) - rank(b.parts));
    if (best === undefined) return { kind: 'no-such-path' };
    const found = best.methods.get(method) ?? best.methods.get('ANY');
    if (found === undefined) return { kind: 'wrong-method', allowed: [...best.methods.keys()] };
    const parameters = parametersOf(best.parts, given);
    if (parameters === undefined) return { kind: 'malformed' };
    return { kind: 'method', method: found, parameters };
  }
}

/** `/runs/x` has the parts `runs` and `x`; so has `/runs/x/`, since a slash at the end says nothing. */
const partsOf = (path: string): readonly string[] => path.replace(/\/$/, '').split('/').slice(1);

const variable = /^\{([^}+]+)(\+?)\}$/;

function fits(pattern: readonly string[], given: readonly string[]): boolean {
  const isGreedy = variable.exec(pattern.at(-1) ?? '')?.[2] === '+';
  if (isGreedy ? given.length < pattern.length : given.length !== pattern.length) return false;
  return pattern.every((part, at) => (variable.test(part) ? given[at] !== '' : part === given[at]));
}

/** Fixed parts win over variable ones, from the left; a part that takes the whole rest comes last. */
const rank = (parts: readonly string[]): number =>
  parts.reduce((sum, part, at) => {
    const [, , greedy] = variable.exec(part) ?? [];
    const weight = greedy === undefined ? 0 : greedy === '+' ? 2 : 1;
    return sum + weight * 3 ** (20 - at);
  }, 0);

function parametersOf(
  pattern: readonly string[],
  given: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const parameters: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const [, name, greedy] = variable.exec(part) ?? [];
    if (name === undefined) continue;
    const text = greedy === '+' ? given.slice(at).join('/') : (given[at] ?? '');
    const decoded = decodedOf(text);
    if (decoded === undefined) return undefined;
    parameters[name] = decoded;
  }
  return parameters;
}

/** The text that a percent-encoding stands for; undefined when it stands for none. */
export function decodedOf(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
