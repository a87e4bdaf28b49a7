import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { RequestHandler } from '../../functions/adapters/aws/service.ts';

/** A command as it left for the service, each attempt by itself. */
export interface Sent {
  /** The operation: `PutItem`. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The wire between a client and a service that speaks JSON: notes every request that leaves, and can lose an answer. */
export class Wire implements RequestHandler {
  readonly sent: Sent[] = [];
  #lost = 0;
  #losing: string | undefined;
  readonly #through = new NodeHttpHandler();

  /** How many answers were lost. */
  get lost(): number {
    return this.#lost;
  }

  /** Lets the answer of the next request of that name get lost after the service has done it. */
  loseNextAnswer(name: string): void {
    this.#losing = name;
  }

  async handle(
    ...given: Parameters<RequestHandler['handle']>
  ): ReturnType<NodeHttpHandler['handle']> {
    const [{ headers, body }] = given;
    const name = String(headers['x-amz-target']).replace(/^.*\./, '');
    this.sent.push({ name, input: JSON.parse(body) });
    const answer = await this.#through.handle(...given);
    if (name !== this.#losing) return answer;
    this.#losing = undefined;
    this.#lost++;
    await answer.response.body.toArray();
    throw Object.assign(new Error('The connection was closed.'), { name: 'TimeoutError' });
  }

  destroy(): void {
    this.#through.destroy();
  }
}
