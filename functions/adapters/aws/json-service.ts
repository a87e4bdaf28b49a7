import type { ServiceName } from './endpoint.ts';
import { Service, type ServiceOptions } from './service.ts';
import { jsonRefusal } from './service-error.ts';

/** The operations of a service: what each is asked with and what it answers, as AWS's reference of its API has it. */
export type Operations = Readonly<
  Record<string, { readonly input: object; readonly output: object }>
>;

/** A service that is asked in JSON, with the operation's name in a header: DynamoDB and Step Functions. */
export class JsonService<Known extends Operations> {
  readonly #service: Service;
  readonly #target: string;

  /** `target` is what the service calls the version of its API. */
  constructor(name: ServiceName, target: string, options?: ServiceOptions) {
    this.#service = new Service(name, jsonRefusal, options);
    this.#target = target;
  }

  async call<Name extends keyof Known & string>(
    operation: Name,
    input: Known[Name]['input'],
  ): Promise<Known[Name]['output']> {
    const { body } = await this.#service.send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${this.#target}.${operation}`,
      },
      body: JSON.stringify(input),
    });
    return JSON.parse(body.toString());
  }

  destroy(): void {
    this.#service.destroy();
  }
}
