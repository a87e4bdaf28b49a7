import * as z from 'zod/mini';
import { caseId, day, instant } from '../steps.ts';
import * as requestShapes from './requests.ts';
import * as bank from './shapes/bank.ts';
import * as inputs from './shapes/inputs.ts';
import * as people from './shapes/people.ts';
import * as proposals from './shapes/proposals.ts';
import * as record from './shapes/record.ts';
import * as regions from './shapes/regions.ts';
import * as requisitions from './shapes/requisitions.ts';
import * as runs from './shapes/runs.ts';

export type JsonSchema = { [key: string]: unknown };

/** What a parser of core takes has no pattern that a JSON schema could hold; it is described here. */
const parsedText = new Map<z.ZodMiniType, JsonSchema>([
  [
    caseId,
    {
      pattern:
        '^(payout-\\d{4}-(0[1-9]|1[0-2])|requisition-\\d{4}-(sol|ihsi)|opening-\\d{4}|reconciliation-\\d{4}|reissue-\\d{4}-((0[1-9]|1[0-2])-\\d{2}|(sol|ihsi)-skr)-[1-9])$',
      examples: ['payout-2022-02'],
    },
  ],
  [day, { format: 'date' }],
  [instant, { format: 'date-time' }],
]);

/** A schema of the contract as JSON Schema 2020-12; shapes with a name of their own are references to it. */
export function jsonSchema(shape: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const schema = z.toJSONSchema(shape, { ...options(io), metadata: z.registry() });
  return clean(schema as JsonSchema);
}

const options = (io: 'input' | 'output') =>
  ({
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }: Overridden) => {
      const own = parsedText.get(zodSchema as unknown as z.ZodMiniType);
      if (own) Object.assign(made, own);
    },
  }) as const;

interface Overridden {
  readonly zodSchema: unknown;
  readonly jsonSchema: object;
}

/** Every shape that the contract exports by name, once each: what is answered, and what is taken as a body. */
export function componentSchemas(): { [name: string]: JsonSchema } {
  return { ...named(bodies, 'input'), ...named(answered, 'output') };
}

const shapesOf = (module: object): readonly (readonly [string, z.ZodMiniType])[] =>
  Object.entries(module).filter(
    ([name, value]) => /^[A-Z]/.test(name) && value instanceof z.core.$ZodType,
  );

/** One name for each shape, though the contract may export it under several. */
const once = (shapes: readonly (readonly [string, z.ZodMiniType])[]) =>
  new Map([...shapes].toReversed().map(([name, shape]) => [shape, name]));

/** Queries are parameters, not bodies. */
const queries = new Set(['ListRuns', 'ListRequisitions', 'ReadWorking', 'ReadEvents', 'NoQuery']);
const bodies = once(shapesOf(requestShapes).filter(([name]) => !queries.has(name)));
const answered = once(
  [people, runs, proposals, requisitions, inputs, regions, bank, record].flatMap(shapesOf),
);

function named(
  shapes: ReadonlyMap<z.ZodMiniType, string>,
  io: 'input' | 'output',
): { [name: string]: JsonSchema } {
  const registry = z.registry<{ id: string }>();
  for (const [shape, name] of shapes) registry.add(shape, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    ...options(io),
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => [name, clean(schema as JsonSchema)]),
  );
}

/** The reference to a shape's component, or the schema itself when it has no name. */
export function reference(shape: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const name = (io === 'input' ? bodies : answered).get(shape);
  return name === undefined ? jsonSchema(shape, io) : { $ref: `#/components/schemas/${name}` };
}

/** The document says once which dialect it is in, and a component is named by its place. */
function clean({ $schema: _schema, $id: _id, id: _name, ...rest }: JsonSchema): JsonSchema {
  return rest;
}
