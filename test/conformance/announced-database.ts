import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { CreateTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { isRefused, isWrite, type OpenDatabase } from '../../local/cloud/database.ts';
import { listenPrivately } from '../../local/cloud/private-socket.ts';
import { localClient } from '../../local/record/found-streams.ts';

/**
 * The local cloud's database in place of the embedded one: tables in a DynamoDB that runs already. Requests go through it
 * untouched and without a cache, once the guard lets them; each write is announced before it is done, as the journal needs it (ADR 6).
 */
export function announcedDatabase(endpoint: string): OpenDatabase {
  return async (_directory, tables, beforeWrite, guard) => {
    const client = localClient(endpoint);
    for (const { name, keySchema, attributes } of tables) {
      beforeWrite();
      await client.send(
        new CreateTableCommand({
          TableName: name,
          KeySchema: keySchema as never,
          AttributeDefinitions: attributes as never,
          BillingMode: 'PAY_PER_REQUEST',
        }),
      );
      await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: name });
    }
    client.destroy();
    const counts = { writes: 0, busyMs: 0, calls: 0 };
    const agent = new Agent({ keepAlive: true });
    const server = createServer((incoming, answer) => {
      const begun = performance.now();
      answer.once('finish', () => {
        counts.busyMs += performance.now() - begun;
      });
      void buffer(incoming).then((body) => {
        counts.calls++;
        if (isRefused(incoming, answer, body, guard)) return;
        if (isWrite(String(incoming.headers['x-amz-target']))) {
          counts.writes++;
          beforeWrite();
        }
        forward(incoming, body, answer, endpoint, agent);
      });
    });
    const opened = await listenPrivately(server);
    return {
      endpoint: opened,
      counts,
      close: async () => {
        agent.destroy();
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  };
}

function forward(
  incoming: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  endpoint: string,
  agent: Agent,
): void {
  const { method, headers, url = '/' } = incoming;
  const outgoing = request(new URL(url, endpoint), { agent, method, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(answer);
  });
  outgoing.on('error', () => answer.destroy());
  outgoing.end(body);
}
