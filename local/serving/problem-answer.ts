import { STATUS_CODES } from 'node:http';
import type { WebAnswer, WebHeader } from './web.ts';

/** A problem document (RFC 9457) of the server in front of everything, for what reaches neither gateway nor issuer. */
export const problemAnswer = (
  status: number,
  detail: string,
  headers: readonly WebHeader[] = [],
): WebAnswer & { readonly body: string } => ({
  status,
  headers: [
    ['content-type', 'application/problem+json'],
    ['cache-control', 'no-store'],
    ...headers,
  ],
  body: JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail }),
});
