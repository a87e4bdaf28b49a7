import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import {
  isServerError,
  isThrottlingError,
  isTransientError,
  StandardRetryStrategy,
} from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { SignatureV4 } from '@smithy/signature-v4';
import { endpointOf, type ServiceName } from './endpoint.ts';
import { type Refusal, ServiceError } from './service-error.ts';
import { type Credentials, credentialsOfLambda, signerOf } from './signing.ts';

/** What sends one signed request; tests put theirs around it, to see what leaves and to lose an answer. */
export type RequestHandler = Pick<NodeHttpHandler, 'handle' | 'destroy'>;

export interface ServiceOptions {
  /** Where the service is, unless the environment's or AWS's own address is right. */
  readonly endpoint?: string;
  /** AWS_REGION unless told otherwise. */
  readonly region?: string;
  /** Lambda's unless told otherwise. */
  readonly credentials?: Credentials;
  /** How often a request is sent at most, the first time included. */
  readonly maxAttempts?: number;
  /** Milliseconds that the service may take to begin its answer. */
  readonly requestTimeout?: number;
  readonly requestHandler?: RequestHandler;
}

/** One request, before it is signed. */
export interface ServiceRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Escaped, from the endpoint's root. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Put before the host, as S3 wants its bucket. */
  readonly hostPrefix?: string;
}

export interface ServiceAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * A service of AWS, spoken to by AWS's own parts: their signature, their HTTP handler with kept connections, their retries. What is
 * ours is which request it is; that is all that four services and ten operations need (ADR 15).
 *
 * A request that fails on its way, that is throttled or finds the service failing is sent again, at most `maxAttempts` times, after
 * pauses that grow. Whoever asks for a write must therefore stand its being done twice. A service refuses by a `ServiceError`.
 */
export class Service {
  readonly isAws: boolean;
  readonly #endpoint: URL;
  readonly #signer: SignatureV4;
  readonly #handler: RequestHandler;
  readonly #retries: StandardRetryStrategy;
  readonly #refusal: (response: HttpResponse, body: string) => Refusal;

  constructor(
    name: ServiceName,
    refusal: (response: HttpResponse, body: string) => Refusal,
    options: ServiceOptions = {},
  ) {
    const { region = process.env.AWS_REGION ?? '', credentials, maxAttempts = 3 } = options;
    const { url, isAws } = endpointOf(name, region, options.endpoint);
    this.#endpoint = url;
    this.isAws = isAws;
    const given = credentials && (async () => credentials);
    this.#signer = signerOf(name, region, given ?? credentialsOfLambda);
    this.#retries = new StandardRetryStrategy(maxAttempts);
    this.#refusal = refusal;
    this.#handler =
      options.requestHandler ??
      new NodeHttpHandler({
        connectionTimeout: 1_000,
        requestTimeout: options.requestTimeout ?? 5_000,
        throwOnRequestTimeout: true,
        socketTimeout: 5_000,
      });
  }

  /** The service's answer; each attempt is signed anew. */
  async send(request: ServiceRequest): Promise<ServiceAnswer> {
    const unsigned = this.#unsigned(request);
    let token = await this.#retries.acquireInitialRetryToken('');
    let time: Date | undefined;
    for (;;) {
      try {
        const answer = await this.#attempt(unsigned, time);
        this.#retries.recordSuccess(token);
        return answer;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        time = error instanceof ServiceError ? error.serviceTime : undefined;
        token = await this.#retries
          .refreshRetryTokenForRetry(token, {
            error: asSdkError(error),
            errorType: errorTypeOf(error),
          })
          .catch(() => {
            throw error; // Not one that is sent again, or it was sent often enough.
          });
      }
    }
  }

  /** Ends the connections that are kept open. */
  destroy(): void {
    this.#handler.destroy();
  }

  #unsigned({ method, path, query, headers, body, hostPrefix = '' }: ServiceRequest): HttpRequest {
    const { protocol, hostname, port, host } = this.#endpoint;
    return new HttpRequest({
      ...{ method, protocol, path, body },
      hostname: hostPrefix + hostname,
      ...(port !== '' && { port: Number(port) }),
      query: { ...query },
      headers: {
        ...headers,
        host: hostPrefix + host,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
    });
  }

  async #attempt(unsigned: HttpRequest, signingDate: Date | undefined): Promise<ServiceAnswer> {
    const signed = await this.#signer.sign(unsigned, signingDate && { signingDate });
    const { response } = await this.#handler.handle(new HttpRequest(signed));
    const body = Buffer.concat(await response.body.toArray());
    if (response.statusCode < 300) return { headers: response.headers, body };
    throw new ServiceError(this.#refusal(response, body.toString()), response);
  }
}

/** What kind of failure it is, by AWS's own classification: what is throttled waits longer, a mistake is not sent again. */
function errorTypeOf(error: Error) {
  const asked = asSdkError(error);
  if (isThrottlingError(asked)) return 'THROTTLING';
  if (isTransientError(asked)) return 'TRANSIENT';
  return isServerError(asked) ? 'SERVER_ERROR' : 'CLIENT_ERROR';
}

/** The classification asks any error, but is typed for those that the SDK makes. */
const asSdkError = (error: Error) => error as Parameters<typeof isTransientError>[0];
