import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type Meter, tellOf } from './meter.ts';
import { listenPrivately } from './private-socket.ts';
import { type Guard, noGuard } from './rights/guard.ts';

export interface NoticesApiOptions {
  /** What was published, a JSON object a line, in the order in which it came. */
  readonly file: string;
  /** The topics that there are. */
  readonly topicArns: readonly string[];
  /** The simulated instant. */
  readonly now: () => string;
  /** Asked of each request first. */
  readonly guard?: Guard;
  readonly meter?: Meter | undefined;
}

/** A line of the file. */
export interface PublishedNotice {
  readonly at: string;
  readonly topicArn: string;
  readonly subject: string | null;
  readonly message: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Serves SNS's Publish to this process, for `AWS_ENDPOINT_URL_SNS`, and keeps what was published; there is nobody to deliver it to.
 * Speaks the query protocol as the SDK does: a form in, XML out. Refused, as SNS does: another operation, a topic that is not
 * there, an empty message, a subject with anything but ASCII or of 100 characters and more, an attribute that is no text.
 */
export class NoticesApi {
  readonly endpoint: string;
  readonly #server: Server;

  private constructor(server: Server, endpoint: string) {
    this.#server = server;
    this.endpoint = endpoint;
  }

  static async open(options: NoticesApiOptions): Promise<NoticesApi> {
    let published = 0;
    const server = createServer((request, response) => {
      void answer(request, options, () => `local-${++published}`).then(({ status, xml }) => {
        response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
      });
    });
    return new NoticesApi(server, await listenPrivately(server, tellOf(options.meter, 'sns')));
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

/** What SNS answers with a code instead. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.name = code;
  }
}

async function answer(
  request: IncomingMessage,
  options: NoticesApiOptions,
  nextId: () => string,
): Promise<{ status: number; xml: string }> {
  const namespace = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const notice = noticeIn(form, options);
    const { guard = noGuard } = options;
    const refused = guard(request.headers, () => ({
      action: 'sns:Publish',
      resource: notice.topicArn,
    }));
    if (refused !== undefined) throw new Refusal(403, 'AuthorizationError', refused);
    // One write a line, so that a kill leaves whole lines.
    appendFileSync(options.file, `${JSON.stringify(notice)}\n`);
    const result = `<PublishResult><MessageId>${nextId()}</MessageId></PublishResult>`;
    return { status: 200, xml: `<PublishResponse ${namespace}>${result}</PublishResponse>` };
  } catch (error) {
    const known = error instanceof Refusal;
    const status = known ? error.status : 500;
    const code = known ? error.name : 'InternalError';
    const type = known ? 'Sender' : 'Receiver';
    const message = escaped((error as Error).message);
    const inner = `<Type>${type}</Type><Code>${code}</Code><Message>${message}</Message>`;
    return {
      status,
      xml: `<ErrorResponse ${namespace}><Error>${inner}</Error></ErrorResponse>`,
    };
  }
}

function noticeIn(form: URLSearchParams, { topicArns, now }: NoticesApiOptions): PublishedNotice {
  const action = form.get('Action');
  if (action !== 'Publish')
    throw new Refusal(400, 'InvalidAction', `"${action}" is not served; there is: Publish.`);
  const topicArn = form.get('TopicArn') ?? '';
  if (!topicArns.includes(topicArn))
    throw new Refusal(404, 'NotFound', `Topic "${topicArn}" does not exist.`);
  const message = form.get('Message') ?? '';
  if (message === '') throw new Refusal(400, 'InvalidParameter', 'Message is empty.');
  const subject = form.get('Subject');
  if (subject !== null && !/^[!-~][ -~]{0,98}$/.test(subject))
    throw new Refusal(400, 'InvalidParameter', `Subject "${subject}" is not short ASCII.`);
  return { at: now(), topicArn, subject, message, attributes: attributesIn(form) };
}

function attributesIn(form: URLSearchParams): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (let entry = 1; form.has(`MessageAttributes.entry.${entry}.Name`); entry++) {
    const field = (name: string) => form.get(`MessageAttributes.entry.${entry}.${name}`);
    const [name, type, value] = ['Name', 'Value.DataType', 'Value.StringValue'].map(field);
    if (!name || type !== 'String' || !value)
      throw new Refusal(400, 'InvalidParameterValue', `Attribute "${name}" is no text.`);
    attributes[name] = value;
  }
  return attributes;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
