/** What one call of a function used. */
export interface CallUsage {
  readonly functionName: string;
  readonly memoryMb: number;
  /** The simulated instant. */
  readonly at: string;
  readonly importCpuUs: number;
  readonly callCpuUs: number;
  /** Bytes and lines of its own log. */
  readonly logBytes: number;
  readonly logLines: number;
  /** Custom metrics that it reported in its log, `namespace/dimensions/name` each. */
  readonly metrics: readonly string[];
  /** By kind of stream. */
  readonly database: Readonly<Record<string, Units>>;
  /** Requests to the database, and to each of the other services by operation. */
  readonly databaseRequests: number;
  readonly requests: Readonly<Record<string, number>>;
  /** Bytes of the objects that it put. */
  readonly putBytes: number;
}

/** What was used of the table. Reads may be halves, when they are not consistent. */
export interface Units {
  readonly reads: number;
  readonly writes: number;
  readonly addedBytes: number;
}

/** A line of `usage.jsonl` in a records directory whose year was counted. */
export type UsageLine =
  | ({ readonly kind: 'call' } & CallUsage)
  | { readonly kind: 'outside'; readonly at: string; readonly putBytes: number }
  /** The year was counted from its beginning to its end, with the definitions and bundles of this assembly. */
  | { readonly kind: 'ended'; readonly assembly: string };

export const USAGE_FILE = 'usage.jsonl';
