import type { Language } from '../../functions/contract/api/problem-type.ts';
import type { ActionKey } from './action-key.ts';
import { nameIn } from './name-in.ts';
import type { AnswerOf, BodyOf, Documenting, Doing, Place, Reading } from './operation-types.ts';
import { pathOf } from './path-of.ts';
import { Problem, problemFrom, unreachable } from './problem.ts';

/** What the client needs of the world around it. */
export interface ClientPorts {
  /** Where the API is, without a slash at the end. */
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly language: () => Language;
  readonly token: () => string | undefined;
  /** Gets a new token; false when the person has to sign in again. */
  readonly refresh: () => Promise<boolean>;
  /** The person has to sign in again. */
  readonly signedOut: () => void;
}

/** A document as the API gave it, and the name that it is to be kept under, where that could be read. */
export interface Downloaded {
  readonly name: string | undefined;
  readonly content: Blob;
}

export interface Client {
  /** Reads. The promise is refused with a Problem, never with anything else. */
  get<Id extends Reading>(
    operation: Id,
    place: Place<Id>,
    options?: { signal?: AbortSignal },
  ): Promise<AnswerOf<Id>>;
  /** Fetches a document as bytes. The promise is refused with a Problem, never with anything else. */
  download<Id extends Documenting>(
    operation: Id,
    place: Place<Id>,
    media: string,
  ): Promise<Downloaded>;
  /** Does something, once per key. The promise is refused with a Problem, never with anything else. */
  post<Id extends Doing>(
    operation: Id,
    place: Place<Id>,
    body: BodyOf<Id>,
    key: ActionKey,
  ): Promise<AnswerOf<Id>>;
}

/**
 * The API by operation. A request that is answered with 401 is sent once more with a refreshed token; when that fails too, the
 * person is signed out. The answers are typed by the contract and not checked again: the API's own tests hold it to that.
 */
export function createClient(ports: ClientPorts): Client {
  async function once(path: string, init: RequestInit, key?: string): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('accept')) headers.set('accept', 'application/json, application/problem+json');
    headers.set('accept-language', ports.language());
    const token = ports.token();
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    if (init.body !== undefined) headers.set('content-type', 'application/json');
    if (key !== undefined) headers.set('idempotency-key', key);
    try {
      return await ports.fetch(ports.base + path, { ...init, headers, cache: 'no-store' });
    } catch {
      throw unreachable();
    }
  }

  async function answered(path: string, init: RequestInit, key?: string): Promise<Response> {
    let response = await once(path, init, key);
    if (response.status === 401 && (await ports.refresh())) response = await once(path, init, key);
    if (response.status === 401) ports.signedOut();
    return response;
  }

  async function send(path: string, init: RequestInit, key?: string): Promise<unknown> {
    const response = await answered(path, init, key);
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok || body === undefined) throw problemFrom(response.status, body);
    return body;
  }

  return {
    async get(operation, place, options) {
      const signal = options?.signal ?? null;
      const answer = await send(pathOf(operation, place), { method: 'GET', signal });
      return answer as AnswerOf<typeof operation>;
    },
    async download(operation, place, media) {
      // The document's own type first: a gateway tells by it that the answer is bytes.
      const headers = { accept: `${media}, application/problem+json` };
      const response = await answered(pathOf(operation, place), { method: 'GET', headers });
      if (!response.ok) {
        throw problemFrom(response.status, await response.json().catch(() => undefined));
      }
      const content = await response.blob().catch(() => {
        throw unreachable(); // The connection broke while the document came.
      });
      return { name: nameIn(response.headers.get('content-disposition')), content };
    },
    async post(operation, place, body, key) {
      const text = body === undefined ? '' : JSON.stringify(body);
      const path = pathOf(operation, place);
      const init = { method: 'POST', ...(text ? { body: text } : {}) };
      try {
        const answer = await send(path, init, key.for(path + text));
        key.ended();
        return answer as AnswerOf<typeof operation>;
      } catch (problem) {
        key.ended(problem instanceof Problem ? problem : undefined);
        throw problem;
      }
    },
  };
}
