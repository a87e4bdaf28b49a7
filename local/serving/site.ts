import { routes } from '../../functions/contract/api/routes.ts';
import { CONSOLE_CLIENT, consoleScopes } from '../issuer/clients.ts';
import { ISSUER_PATH, type LocalIssuer } from '../issuer/local-issuer.ts';
import { type ConsoleFiles, securityHeaders } from './console-files.ts';
import { problemAnswer } from './problem-answer.ts';
import {
  headerOf,
  jsonAnswer,
  pathOf,
  type WebAnswer,
  type WebHeader,
  type WebRequest,
} from './web.ts';

/** Where the API lies for the console, here as behind CloudFront. */
export const API_PATH = '/api';

export interface SiteParts {
  readonly origin: string;
  readonly issuer: LocalIssuer;
  /** Null when there is no console to show; it may still be being built. */
  readonly console: Promise<ConsoleFiles> | null;
  readonly api: {
    /** Answers a request to the API, in its turn. */
    answer(request: WebRequest): Promise<WebAnswer>;
  };
}

/**
 * Everything on one origin: the issuer at `/issuer`, the API at `/api`, the console everywhere else. The API's own paths are
 * there without `/api` too: `curl …/openapi.json`, or a browser, which asks for a page and is answered as anybody. What nobody
 * has a path for is a page of the console for whoever asks for one, and the API's to refuse for others.
 */
export const site =
  (parts: SiteParts) =>
  async (request: WebRequest): Promise<WebAnswer> => {
    const path = pathOf(request);
    if (isUnder(path, ISSUER_PATH)) return await parts.issuer.answer(request);
    if (isUnder(path, API_PATH))
      return await apiAnswer(parts, request, request.target.slice(API_PATH.length));
    if (path === '/console-config.json') return configuration(parts, request);
    const wantsPage = headerOf(request, 'accept')?.includes('text/html') === true;
    const console = await parts.console;
    if (console?.has(path)) return pageAnswer(parts, console, request);
    if ((!wantsPage || isOfApi(path)) && path !== '/')
      return await apiAnswer(parts, request, request.target);
    if (console === null)
      return problemAnswer(404, `There is no console here; the API is at ${API_PATH}.`);
    return pageAnswer(parts, console, request);
  };

async function apiAnswer(
  { api }: SiteParts,
  request: WebRequest,
  target: string,
): Promise<WebAnswer> {
  const { status, headers, body } = await api.answer({ ...request, target: target || '/' });
  const named = headers.some(([name]) => name.toLowerCase() === 'x-content-type-options');
  return { status, headers: named ? headers : [...noSniff, ...headers], body };
}

/** What is no page is not taken for one, whoever opens it. */
const noSniff: readonly WebHeader[] = [['x-content-type-options', 'nosniff']];

function pageAnswer({ origin }: SiteParts, console: ConsoleFiles, request: WebRequest): WebAnswer {
  if (!['GET', 'HEAD'].includes(request.method))
    return problemAnswer(405, 'The console is only read.', [['allow', 'GET, HEAD']]);
  // One origin and not two: whoever comes by another name of this machine goes on at the one that the issuer knows.
  const host = headerOf(request, 'host');
  if (host !== undefined && `http://${host}` !== origin)
    return {
      status: 307,
      headers: [['location', `${origin}${request.target}`], ...securityHeaders],
      body: '',
    };
  return console.answer(request);
}

function configuration({ issuer }: SiteParts, request: WebRequest): WebAnswer {
  if (!['GET', 'HEAD'].includes(request.method))
    return problemAnswer(405, 'The configuration is only read.', [['allow', 'GET, HEAD']]);
  return jsonAnswer(
    200,
    {
      issuer: issuer.url,
      clientId: CONSOLE_CLIENT,
      apiBase: API_PATH,
      scopes: consoleScopes.join(' '),
    },
    [['cache-control', 'no-cache'], ...securityHeaders],
  );
}

/** The first part of every address of the API. No page of the console begins so: theirs are Swedish. */
const apiParts: ReadonlySet<string> = new Set(
  Object.values(routes).map(({ path }) => partOf(path)),
);

const isOfApi = (path: string): boolean => apiParts.has(partOf(path));

function partOf(path: string): string {
  return path.split('/', 2)[1] ?? '';
}

const isUnder = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}/`);
