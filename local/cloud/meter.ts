import type { IncomingMessage } from 'node:http';

/** A request to the database, and what was answered. */
export interface DatabaseRequest {
  /** The operation's own name, such as `PutItem`. */
  readonly operation: string;
  readonly request: Buffer;
  readonly status: number;
  readonly answer: string;
}

/** The services besides the database that functions ask. */
export type Service = 'states' | 'sns' | 's3';

/** What one call of a function took, measured inside its environment. */
export interface Took {
  /** Processor time for importing its bundle, in microseconds. */
  readonly importCpuUs: number;
  /** Processor time from the event to the answer, in microseconds. */
  readonly callCpuUs: number;
  /** What it wrote to its log. */
  readonly logged: readonly string[];
}

export interface MeteredCall {
  readonly functionName: string;
  readonly memoryMb: number;
  /** The simulated instant. */
  readonly at: string;
}

/**
 * Told of everything that costs money in AWS, for `npm run cost`. Only one event is in flight at a time, so what is asked between the
 * beginning and the end of a call is asked by that function; what is asked outside a call is asked by nobody who is deployed.
 */
export interface Meter {
  begins(call: MeteredCall): void;
  asksDatabase(request: DatabaseRequest): void;
  /** `bytes` is the length of what was sent. */
  asks(service: Service, operation: string, bytes: number): void;
  ends(took: Took): void;
  /** Somebody outside, such as the bank, put an object. */
  putFromOutside(at: string, bytes: number): void;
}

/** What the server of a service tells the meter of each request that reaches it. */
export const tellOf =
  (meter: Meter | undefined, service: Service) =>
  ({ method, headers }: IncomingMessage): void => {
    const target = headers['x-amz-target'];
    const operation = typeof target === 'string' ? target.split('.').at(-1) : undefined;
    meter?.asks(service, operation ?? String(method), Number(headers['content-length'] ?? 0));
  };
