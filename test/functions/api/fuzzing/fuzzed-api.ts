import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Json } from '../../../../core/canonical.ts';
import type { Records } from '../../../../core/ports.ts';
import { serveAnyone } from '../../../../functions/api/serve-anyone.ts';
import { operations as auditing } from '../../../../functions/api-audit.lambda.ts';
import { operations as banking } from '../../../../functions/api-bank.lambda.ts';
import { operations as describing } from '../../../../functions/api-description.lambda.ts';
import { operations as documents } from '../../../../functions/api-documents.lambda.ts';
import { operations as inputs } from '../../../../functions/api-inputs.lambda.ts';
import { operations as prints } from '../../../../functions/api-prints.lambda.ts';
import { operations as reading } from '../../../../functions/api-read.lambda.ts';
import { operations as requisitions } from '../../../../functions/api-requisitions.lambda.ts';
import { operations as runs } from '../../../../functions/api-runs.lambda.ts';
import { operations as stopping } from '../../../../functions/api-switch.lambda.ts';
import { type ApiFunction, routes } from '../../../../functions/contract/api/routes.ts';
import { Refused } from '../../../../functions/shared/refused.ts';
import type { World } from '../../support/world.ts';
import { served } from '../support.ts';

/** The operations of each function, as deployed. */
const functions: Readonly<Record<ApiFunction, object>> = {
  'api-description': describing,
  'api-read': reading,
  'api-audit': auditing,
  'api-runs': runs,
  'api-bank': banking,
  'api-documents': documents,
  'api-prints': prints,
  'api-inputs': inputs,
  'api-requisitions': requisitions,
  'api-switch': stopping,
};

export interface FuzzedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Json;
  /** The partitions that the request appended to, keys of requests left out. */
  readonly written: readonly string[];
  /** What went wrong inside, when something did. */
  readonly cause?: unknown;
}

/** The API's real handlers on a world, telling of each request what it wrote and what broke. */
export function fuzzedApi(world: World) {
  let written: string[] = [];
  let cause: unknown;
  const records: Records = {
    read: (stream) => world.records.read(stream),
    readPartition: (partition, prefix) => world.records.readPartition(partition, prefix),
    has: (places) => world.records.has(places),
    append: (stream, last, event) => {
      if (!stream.partition.startsWith('REQUEST#')) written.push(stream.partition);
      return world.records.append(stream, last, event);
    },
  };
  const executions = { find: async () => undefined };
  const ports = { ...world, records, simulated: true, executions };
  const told =
    (operation: (...given: never[]) => Promise<unknown>) =>
    async (...given: never[]) => {
      try {
        return await operation(...given);
      } catch (error) {
        if (!(error instanceof Refused)) cause = error;
        throw error;
      }
    };
  const handlers = Object.fromEntries(
    Object.entries(functions).map(([name, operations]) => {
      const each = Object.fromEntries(
        Object.entries(operations).map(([id, operation]) => [id, told(operation)]),
      );
      if (name !== 'api-description') return [name, served(name as ApiFunction, each, ports)];
      const open = serveAnyone(each as Parameters<typeof serveAnyone>[0]);
      return [name, (event: APIGatewayProxyEvent) => open(event, {} as never)];
    }),
  );
  return async (event: APIGatewayProxyEvent): Promise<FuzzedAnswer> => {
    written = [];
    cause = undefined;
    const handler = handlers[functionOf(event)];
    if (!handler) throw new RangeError(`Nothing answers ${event.resource}.`);
    const { statusCode, headers = {}, body, isBase64Encoded } = await handler(event);
    return {
      status: statusCode,
      headers,
      // A document is bytes; of those only how many is looked at here.
      body: isBase64Encoded ? { bytes: body.length } : (JSON.parse(body) as Json),
      written,
      ...(cause !== undefined && { cause }),
    };
  };
}

/** What the gateway does not route is answered by none of them; some of it is given to one all the same. */
function functionOf({ httpMethod, resource }: APIGatewayProxyEvent): ApiFunction {
  const found = Object.values(routes).find(
    ({ method, path }) => method === httpMethod && path === resource,
  );
  return found?.function ?? 'api-read';
}
