/** A request as it came in, before anything is made of it. */
export interface WebRequest {
  readonly method: string;
  /** Path and query as sent, still encoded: `/runs/payout-2021-03?x=1`. */
  readonly target: string;
  /** In the order and with the letters in which they were sent; a name may come more than once. */
  readonly headers: readonly WebHeader[];
  readonly body: Buffer;
}

export type WebHeader = readonly [name: string, value: string];

export interface WebAnswer {
  readonly status: number;
  readonly headers: readonly WebHeader[];
  readonly body: string | Buffer;
}

/** The last value of a header, whatever letters it is written in. */
export const headerOf = (
  { headers }: Pick<WebRequest, 'headers'>,
  name: string,
): string | undefined => headers.findLast(([given]) => given.toLowerCase() === name)?.[1];

/** The path without its query, as sent. */
export const pathOf = ({ target }: Pick<WebRequest, 'target'>): string =>
  target.split('?', 1)[0] ?? '';

/** The query of a request. */
export const queryOf = ({ target }: Pick<WebRequest, 'target'>): URLSearchParams =>
  new URLSearchParams(target.includes('?') ? target.slice(target.indexOf('?') + 1) : '');

export const jsonAnswer = (
  status: number,
  content: unknown,
  headers: readonly WebHeader[] = [],
): WebAnswer => ({
  status,
  headers: [['content-type', 'application/json; charset=utf-8'], ...headers],
  body: JSON.stringify(content),
});
