import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';

/**
 * Asks a service with the bare protocol, as it is told. By Node's own HTTP, like the clients of AWS: `fetch` reaches no socket that is
 * in the file system.
 */
export async function asked(
  url: string,
  { body = '', ...options }: RequestOptions & { readonly body?: string | undefined } = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const [answer] = (await once(request(url, options).end(body), 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, text: (await answer.toArray()).join('') };
}

/** For the code of a function of a test. */
export const importAsked = `import { asked } from '${import.meta.url}';`;
