/** One error of a request: which part of it (a JSON pointer), and what is wrong and allowed. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * Why something was not done, as the API says it (RFC 9457), or as the console says it when no answer arrived. Title and detail
 * are in the user's language when they come from the API; the console's own two problems have none, and are named by `name`.
 */
export class Problem extends Error {
  override readonly name: string;
  readonly status: number;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(given: {
    name: string;
    status: number;
    title?: string | undefined;
    detail?: string | undefined;
    errors?: readonly FieldError[];
  }) {
    super(given.detail ?? given.name);
    this.name = given.name;
    this.status = given.status;
    this.title = given.title;
    this.detail = given.detail;
    this.errors = given.errors ?? [];
  }

  /** Whether it is uncertain that the server has decided: the same request may be sent again with the same key. */
  get undecided(): boolean {
    return this.status === 0 || this.status === 401 || this.status === 429 || this.status >= 500;
  }
}

/** No answer arrived: the network or the server is away. */
export const unreachable = () => new Problem({ name: 'unreachable', status: 0 });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && typeof value.pointer === 'string' && typeof value.detail === 'string';

/** A pointer may be written as the fragment of an address (`#/reason`, RFC 6901, 6); fields are named without the mark. */
const withoutFragment = ({ pointer, detail }: FieldError): FieldError => ({
  pointer: pointer.replace(/^#/, ''),
  detail,
});

/** Reads a problem document. What is none, such as a proxy's error page, becomes the problem `unreadable`. */
export function problemFrom(status: number, body: unknown): Problem {
  if (!isRecord(body) || typeof body.type !== 'string' || typeof body.detail !== 'string') {
    return new Problem({ name: 'unreadable', status });
  }
  const { type, title, detail, errors } = body;
  return new Problem({
    name: type.split('/').at(-1) ?? type,
    status,
    title: typeof title === 'string' ? title : undefined,
    detail: typeof detail === 'string' ? detail : undefined,
    errors: Array.isArray(errors) ? errors.filter(isFieldError).map(withoutFragment) : [],
  });
}
