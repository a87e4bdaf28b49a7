import type { HttpResponse } from '@smithy/core/protocols';

/** What AWS's own classification looks at, to tell what may be sent again. */
interface Metadata {
  readonly httpStatusCode: number;
  /** It was refused for its time; the next attempt is signed with the service's time. */
  readonly clockSkewCorrected: boolean;
}

/** A refusal by its name, and what is said of it. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

/**
 * A refusal by a service of AWS. `name` is what the service calls it (`ConditionalCheckFailedException`): callers and state machines
 * route on it.
 */
export class ServiceError extends Error {
  readonly $metadata: Metadata;
  /** The service's own time, when it refused a request for the time that it was signed with. */
  readonly serviceTime?: Date;

  constructor(refusal: Refusal, { statusCode, headers }: HttpResponse) {
    super(refusal.message);
    this.name = refusal.name;
    const time = new Date(headers.date ?? '');
    const corrected = isAboutTime(refusal) && !Number.isNaN(time.getTime());
    if (corrected) this.serviceTime = time;
    this.$metadata = { httpStatusCode: statusCode, clockSkewCorrected: corrected };
  }
}

const wrongTime = new Set(['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture']);

const isAboutTime = ({ name, message }: Refusal): boolean =>
  wrongTime.has(name) || /^Signature (expired|not yet current)/.test(message);

/** The refusal in an answer of a JSON service: its name is the part of `__type` after the namespace. */
export function jsonRefusal(response: HttpResponse, body: string): Refusal {
  const { __type: type, message, Message } = objectIn(body);
  const name = textOf(response.headers['x-amzn-errortype']) || textOf(type);
  return {
    name: name.replace(/^.*#/, '').replace(/:.*$/, '') || unnamed(response),
    message: textOf(message) || textOf(Message),
  };
}

/** The refusal in an answer of an XML service: `<Error><Code>…</Code><Message>…</Message>`, wherever it stands. */
export function xmlRefusal(response: HttpResponse, body: string): Refusal {
  const within = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(body)?.[1];
  return { name: within('Code') || unnamed(response), message: within('Message') ?? '' };
}

/** Something between us and the service answered, a proxy for one: all that it says is the status. */
const unnamed = ({ statusCode }: HttpResponse) => `Status${statusCode}`;

function objectIn(body: string): Readonly<Record<string, unknown>> {
  try {
    return { ...JSON.parse(body) };
  } catch {
    return {}; // Not the service's own words; its status is what is left.
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
