import type * as z from 'zod/mini';
import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { Person } from '../../../core/payment/events.ts';
import type { RegionCode } from '../../../core/regions.ts';
import type { Language } from './problem-type.ts';
import type { accepts, inputYear, parameters } from './requests.ts';
import type { answers } from './responses.ts';
import type { Role } from './roles.ts';
import type { OperationId, routes } from './routes.ts';

/** Who calls, as their verified token says. */
export interface Caller {
  readonly person: Person;
  readonly roles: readonly Role[];
  /** The regions whose statements this person may read as a region. */
  readonly regions: readonly RegionCode[];
}

/** The names in the braces of a path. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Parameter<Id extends OperationId, Name> = Name extends 'year'
  ? (typeof routes)[Id]['path'] extends `/inputs/${string}`
    ? z.infer<typeof inputYear>
    : z.infer<(typeof parameters)['year']>
  : Name extends keyof typeof parameters
    ? z.infer<(typeof parameters)[Name]>
    : never;

type Accepted<
  Id extends OperationId,
  Part extends 'query' | 'body',
> = Id extends keyof typeof accepts
  ? (typeof accepts)[Id] extends { readonly [P in Part]: infer Schema extends z.ZodMiniType }
    ? z.infer<Schema>
    : undefined
  : undefined;

/** A request after everything about it has been checked: token, role, path, query, body, key. */
export interface RequestOf<Id extends OperationId> {
  readonly operation: Id;
  /** When the gateway received it: the only time that an operation knows. */
  readonly at: Instant;
  readonly by: Caller;
  readonly language: Language;
  readonly parameters: {
    readonly [Name in NamesIn<(typeof routes)[Id]['path']>]: Parameter<Id, Name>;
  };
  readonly query: Accepted<Id, 'query'>;
  readonly body: Accepted<Id, 'body'>;
}

export type AnswerOf<Id extends OperationId> = z.infer<(typeof answers)[Id]>;
