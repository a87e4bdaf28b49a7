import type { Json } from '../engine/json.ts';
import type { Took } from './meter.ts';

/** What the worker needs to know about one function. */
export interface WorkerFunction {
  readonly name: string;
  readonly arn: string;
  readonly memoryMb: number;
  /** The bundle's file and the name that it exports. */
  readonly file: string;
  readonly exported: string;
  readonly environment: { readonly [name: string]: string };
}

export interface WorkerSetup {
  readonly functions: readonly WorkerFunction[];
  /** What the functions print is appended here. */
  readonly log: string;
  /** Directory of V8's compile cache. */
  readonly compileCache: string;
  /** One call and no more, of a function that is imported for it and finds nothing compiled, as after a pause in Lambda; measured. */
  readonly cold: boolean;
}

export type ToWorker =
  | {
      readonly kind: 'invoke';
      readonly call: number;
      readonly index: number;
      /** JSON text: a function never shares an object with its caller. */
      readonly event: string;
      /** Wall-clock time in ms that it may take. */
      readonly limitMs: number;
    }
  | { readonly kind: 'close' };

/** What a Lambda answers when it throws. */
export interface LambdaFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export type FromWorker =
  | { readonly kind: 'imported'; readonly ms: number }
  | { readonly kind: 'closed' }
  | ({ readonly kind: 'took' } & Took)
  | { readonly kind: 'answer'; readonly call: number; readonly result: string }
  | { readonly kind: 'failure'; readonly call: number; readonly failure: LambdaFailure };

export type LambdaOutcome = { readonly result: Json } | { readonly failure: LambdaFailure };
