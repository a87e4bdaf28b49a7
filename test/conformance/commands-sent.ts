import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A command as it was given to the client. */
export interface Sent {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Notes every command that a client is given from now on. */
export function commandsSent(client: DynamoDBClient): Sent[] {
  const sent: Sent[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      sent.push({ name: String(context.commandName), input: { ...args.input } });
      return next(args);
    },
    { step: 'initialize', name: 'commandsSent' },
  );
  return sent;
}

/** Lets the answer of the client's next PutItem get lost after the write was done; the SDK then sends it again. */
export function loseNextAnswer(client: DynamoDBClient): { readonly lost: () => number } {
  let lost = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      if (lost > 0 || context.commandName !== 'PutItemCommand') return answer;
      lost++;
      throw Object.assign(new Error('The connection was closed.'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', name: 'loseNextAnswer', priority: 'high' },
  );
  return { lost: () => lost };
}
