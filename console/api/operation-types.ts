import type { AnswerOf } from '../../functions/contract/api/operation.ts';
import type { accepts } from '../../functions/contract/api/requests.ts';
import type { OperationId, routes } from '../../functions/contract/api/routes.ts';
import type { FileAnswer } from '../../functions/contract/api/shapes/files.ts';

export type { AnswerOf, OperationId };

/** Operations that answer with a document, which is fetched and kept as it is. */
export type Documenting = {
  [Id in OperationId]: AnswerOf<Id> extends FileAnswer ? Id : never;
}[OperationId];
/** Operations that only read, and operations that do something. */
export type Reading = Exclude<OfMethod<'GET'>, Documenting>;
export type Doing = OfMethod<'POST'>;
type OfMethod<Method> = {
  [Id in OperationId]: (typeof routes)[Id]['method'] extends Method ? Id : never;
}[OperationId];

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What stands in the path, as text or number. */
export type ParametersOf<Id extends OperationId> = Readonly<
  Record<NamesIn<(typeof routes)[Id]['path']>, string | number>
>;

/** A body as it is sent, before the server has read it: what the schema takes, not what it makes. */
export type BodyOf<Id extends OperationId> = Id extends keyof typeof accepts
  ? (typeof accepts)[Id] extends {
      readonly body: { readonly _zod: { readonly input: infer Body } };
    }
    ? Body
    : undefined
  : undefined;

/** Queries are text; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** What stands where: parameters are demanded where the path has braces. */
export type Place<Id extends OperationId> = ([keyof ParametersOf<Id>] extends [never]
  ? { readonly parameters?: undefined }
  : { readonly parameters: ParametersOf<Id> }) & { readonly query?: Query | undefined };
