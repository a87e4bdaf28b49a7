import { hash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3 } from '../../../functions/adapters/aws/s3.ts';
import { S3Files } from '../../../functions/adapters/s3-files.ts';
import { listenOnLoopback } from '../../helpers/loopback.ts';
import { refusalOf } from '../support/world.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ok: Answer = { status: 200, body: '' };
const stored = (body: string): Answer => ({ status: 200, body });
const error = (status: number, code: string): Answer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>no</Message></Error>`,
});

const answers: Answer[] = [];
const asked: {
  readonly what: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    const [path, query = ''] = (request.url ?? '').split('?');
    asked.push({ what: `${request.method} ${path}`, query, headers: request.headers, body });
    const answer = answers.shift() ?? error(500, 'NobodyExpectedThis');
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});
let client: S3;
let files: S3Files;

beforeAll(async () => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = await listenOnLoopback(server);
  client = new S3({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  files = new S3Files(client, 'payment-files');
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

/** What S3 answers, one after the other, while something is done. */
function answering(...next: readonly Answer[]): void {
  answers.splice(0, Number.POSITIVE_INFINITY, ...next);
  asked.length = 0;
}
const whatWasAsked = () => asked.map(({ what }) => what);

const name = '2021/payout-2021-03.xml';
const bytes = Buffer.from('<Document>1 krona till Östergötland</Document>');
const put = () => files.put(name, bytes, 'application/xml');
const taken = error(412, 'PreconditionFailed');
const beingWritten = error(409, 'ConditionalRequestConflict');

describe('Storing a file', () => {
  it('asks that the name is free, and says what arrived must hash to', async () => {
    answering(ok);
    await put();
    expect(whatWasAsked()).toEqual([`PUT /payment-files/${name}`]);
    expect(asked[0]?.body).toBe(bytes.toString());
    expect(asked[0]?.headers).toMatchObject({
      'if-none-match': '*',
      'content-type': 'application/xml',
      'x-amz-checksum-sha256': hash('sha256', bytes, 'base64'),
      'x-amz-sdk-checksum-algorithm': 'SHA256',
    });
  });

  it.each([
    ['the name is taken', taken],
    ['somebody else is just writing it', beingWritten],
  ])('that is there already, the same to the byte, is success: %s', async (_, refused) => {
    answering(refused, stored(bytes.toString()));
    await put();
    expect(whatWasAsked()).toEqual([`PUT /payment-files/${name}`, `GET /payment-files/${name}`]);
  });

  it.each([
    ['one krona more', '<Document>2 kronor till Östergötland</Document>'],
    ['a blank at the end', `${bytes} `],
    ['nothing in it', ''],
  ])('under a name that holds another is refused by name: %s', async (_, other) => {
    answering(taken, stored(other));
    const refusal = await refusalOf(put());
    expect([refusal?.name, refusal?.message]).toEqual([
      'FileDiffers',
      'The file 2021/payout-2021-03.xml is already stored, with other bytes.',
    ]);
  });

  it('that somebody else has not finished fails as S3 says it, so that it is tried again', async () => {
    answering(beingWritten, error(404, 'NoSuchKey'));
    expect((await refusalOf(put()))?.name).toBe('ConditionalRequestConflict');
  });

  it.each(['AccessDenied', 'SlowDown', 'BadDigest'])('fails with %s', async (code) => {
    answering(error(code === 'SlowDown' ? 503 : 400, code));
    expect((await refusalOf(put()))?.name).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

describe('Reading a file', () => {
  it('gives its bytes, and asks for the checksum that they were stored with', async () => {
    const every = Buffer.from(Uint8Array.from({ length: 128 }, (_, at) => at)).toString('latin1');
    answering(stored(every));
    expect(Buffer.from((await files.read(name)) ?? []).toString('latin1')).toBe(every);
    expect(asked[0]?.headers['x-amz-checksum-mode']).toBe('ENABLED');
  });

  it('whose bytes are not those that were stored is refused', async () => {
    const checksum = hash('sha256', bytes, 'base64');
    answering({ ...stored('changed'), headers: { 'x-amz-checksum-sha256': checksum } });
    expect((await refusalOf(files.read(name)))?.message).toMatch(/Checksum mismatch/);
  });

  it('of a version gives that one, and the newest when none is named', async () => {
    answering(stored('older'), stored('newer'));
    expect(Buffer.from((await files.read(name, 'v1')) ?? []).toString()).toBe('older');
    expect(Buffer.from((await files.read(name)) ?? []).toString()).toBe('newer');
    const versions = asked.map(({ query }) => new URLSearchParams(query).get('versionId'));
    expect(versions).toEqual(['v1', null]);
  });

  it('that is not there gives nothing', async () => {
    answering(error(404, 'NoSuchKey'));
    expect(await files.read(name)).toBeUndefined();
  });

  it.each(['NoSuchBucket', 'AccessDenied'])('fails with %s', async (code) => {
    answering(error(code === 'NoSuchBucket' ? 404 : 403, code));
    expect((await refusalOf(files.read(name)))?.name).toBe(code);
  });
});
