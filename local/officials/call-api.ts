import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { accepts } from '../../functions/contract/api/requests.ts';
import { CONSOLE_SCOPE, REQUISITIONS_SCOPE } from '../../functions/contract/api/roles.ts';
import { type OperationId, routes } from '../../functions/contract/api/routes.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { issuerKeys } from '../issuer/keys.ts';
import { TokenMint } from '../issuer/token-mint.ts';
import type { WebHeader } from '../serving/web.ts';
import { type LocalOfficial, type LocalPerson, officialBehind } from './people.ts';

/** The body that an operation takes, before it is parsed; undefined for none. */
type BodyOf<Id extends OperationId> = Id extends keyof typeof accepts
  ? (typeof accepts)[Id] extends { readonly body: infer Body extends z.ZodMiniType }
    ? z.input<Body>
    : undefined
  : undefined;

export interface ApiCall<Id extends OperationId> {
  readonly operation: Id;
  /** What stands in the braces of the path. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body: BodyOf<Id>;
  /** What somebody wants to do, once: the same text is the same request, however often it is sent. */
  readonly act: string;
}

/** The API has refused what was asked, and nothing was written. */
export class ApiRefused extends Error {
  override readonly name: string;
  readonly status: number;
  /** The whole problem document. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    super(String(problem.detail ?? problem.message ?? status));
    // The last part of the problem's type is its name: same-person.
    this.name =
      String(problem.type ?? `status-${status}`)
        .split('/')
        .at(-1) ?? '';
    this.status = status;
    this.problem = problem;
  }
}

/**
 * One of the local people sends a request to the API, with a token of their own: the way that everybody has. It goes through
 * the gateway in process, at the simulated time. Gives the answer's content; throws ApiRefused for a problem document.
 */
export async function callApi<Id extends OperationId>(
  cloud: LocalCloud,
  who: LocalPerson | LocalOfficial,
  { operation, parameters = {}, body, act }: ApiCall<Id>,
): Promise<unknown> {
  const { method, path } = routes[operation];
  const key = createHash('sha256')
    .update(`${subOf(who)} ${operation} ${act}`)
    .digest('hex');
  const headers: WebHeader[] = [
    ['Host', 'local-officials'],
    ['Accept-Language', 'en'],
    ['Authorization', `Bearer ${await tokenFor(cloud, who)}`],
    ['Content-Type', 'application/json'],
    ['Idempotency-Key', key],
  ];
  const target = path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
  const answer = await cloud.api().answer(
    { method, target, headers, body: Buffer.from(body === undefined ? '' : JSON.stringify(body)) },
    // As the key, so that a call that is made again after a crash leaves the same traces.
    key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
  );
  const content: unknown = JSON.parse(String(answer.body) || 'null');
  if (answer.status >= 300)
    throw new ApiRefused(answer.status, content as Readonly<Record<string, unknown>>);
  return content;
}

const subOf = (who: LocalPerson | LocalOfficial): string =>
  typeof who === 'object' ? who.sub : who;

const mints = new Map<string, Promise<TokenMint>>();
const held = new Map<string, { readonly at: string; readonly token: Promise<string> }>();

/**
 * A token of whoever signs in now. One that was made at the same simulated moment is used again; a later one is made anew, so
 * that the sign-in that a decision stores follows from its time alone and a year with crashes has the same bytes.
 */
export async function tokenFor(
  cloud: LocalCloud,
  who: LocalPerson | LocalOfficial,
): Promise<string> {
  const { issuer } = cloud.endpoints();
  if (issuer === null) throw new Error('The local cloud was opened without an issuer.');
  const at = cloud.now();
  const official = typeof who === 'object' ? who : who === 'skr' ? undefined : officialBehind(who);
  const place = `${issuer} ${official?.sub} ${official?.groups.join(' ')}`;
  const known = held.get(place);
  if (known?.at === at) return known.token;
  const token = mintOf(issuer).then((mint) => {
    const moment = { at, signedInAt: at };
    return official === undefined
      ? mint.machineToken(moment, REQUISITIONS_SCOPE)
      : mint.accessToken(official, moment, CONSOLE_SCOPE);
  });
  held.set(place, { at, token });
  return token;
}

function mintOf(issuer: string): Promise<TokenMint> {
  const known = mints.get(issuer);
  if (known !== undefined) return known;
  const fresh = issuerKeys().then((keys) => new TokenMint(issuer, keys));
  mints.set(issuer, fresh);
  return fresh;
}
