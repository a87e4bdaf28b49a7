import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type OperationId, routes } from '../../../functions/contract/api/routes.ts';

const file = join(import.meta.dirname, '../../../docs/openapi.json');

interface Response {
  readonly content: Readonly<Record<string, object>>;
}
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}
interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

/** The published description, as it is committed. */
export const description = JSON.parse(readFileSync(file, 'utf8')) as Documented;

// The document is no schema but holds some, so ajv is not asked to know every word of it.
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ ...description, $id: 'api' }, 'api');

const compiled = new Map<string, ValidateFunction>();

/** Says nothing of a description's own members; schemas are found in it by their place. */
function schemaAt(...path: readonly string[]): ValidateFunction {
  const pointer = path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
  const ref = `api#/${pointer.map(encodeURIComponent).join('/')}`;
  const known = compiled.get(ref) ?? ajv.compile({ $ref: ref });
  compiled.set(ref, known);
  return known;
}

/**
 * What is wrong with an answer by the published description: a status, media type, header or member that is not documented, or one that
 * is documented and missing. Empty when it is as documented.
 */
export function undocumented(
  id: OperationId,
  status: number,
  headers: Readonly<Record<string, unknown>>,
  body: unknown,
): readonly string[] {
  const { path, method } = routes[id];
  const own = description.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
  if (!own) return [`${id} answers ${status}, which is not documented`];
  const shared = '$ref' in own ? (own.$ref.split('/').at(-1) ?? '') : undefined;
  const at =
    shared === undefined
      ? ['paths', path, method.toLowerCase(), 'responses', String(status)]
      : ['components', 'responses', shared];
  const documented = '$ref' in own ? description.components.responses[shared ?? ''] : own;
  if (!documented) return [`${id} ${status}: the description has no response ${shared}`];
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  if (!documented.content[type])
    return [
      `${id} ${status} answers ${type}; documented: ${Object.keys(documented.content).join(', ')}`,
    ];
  // A document is bytes: it has no schema, and is tested where it is made.
  const validate =
    'schema' in documented.content[type] ? schemaAt(...at, 'content', type, 'schema') : undefined;
  const wrong = !validate || validate(body) ? [] : (validate.errors ?? []);
  const language = headers['content-language'];
  return [
    ...wrong.map(
      ({ instancePath, message, params }) =>
        `${id} ${status} ${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    ),
    ...(language === 'sv' || language === 'en' ? [] : [`${id} ${status} names no language`]),
  ];
}

/** Fails unless the answer is as docs/openapi.json says. */
export function expectDocumented(
  id: OperationId,
  status: number,
  headers: Readonly<Record<string, unknown>>,
  body: unknown,
): void {
  const wrong = undocumented(id, status, headers, body);
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'));
}
