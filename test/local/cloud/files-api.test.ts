import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { S3 } from '../../../functions/adapters/aws/s3.ts';
import { S3Files } from '../../../functions/adapters/s3-files.ts';
import { S3ListedFiles } from '../../../functions/adapters/s3-listed-files.ts';
import { FilesApi } from '../../../local/cloud/files-api.ts';
import { refusalOf } from '../../functions/support/world.ts';

const buckets = [
  { use: 'payment files', name: 'Payments1A2B', told: [] },
  { use: 'bank reports', name: 'Reports3C4D', told: ['arn:aws:lambda:r:a:function:take'] },
] as const;

let directory: string;
let api: FilesApi;
let client: S3Client;
let ours: S3;
let files: S3Files;

/** As a function makes it: told of the endpoint by its environment, and of nothing else. */
async function open(): Promise<void> {
  api = await FilesApi.open({ directory, buckets });
  process.env.AWS_ENDPOINT_URL_S3 = api.endpoint;
  client = new S3Client({ maxAttempts: 1 });
  ours = new S3({ maxAttempts: 1 });
  files = new S3Files(ours, 'Payments1A2B');
}
async function close(): Promise<void> {
  client.destroy();
  ours.destroy();
  await api.close();
}
const before = { ...process.env };
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'statsbidrag-files-'));
  Object.assign(process.env, {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  await open();
});
afterEach(async () => {
  await close();
  process.env = { ...before };
  rmSync(directory, { recursive: true, force: true });
});

const put = (name: string, content: string) =>
  files.put(name, Buffer.from(content), 'application/xml');
const textOf = async (name: string) => {
  const bytes = await files.read(name);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
};
const inFolder = (folder: string) =>
  readdirSync(join(directory, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('A payment file', () => {
  it('lies in the folder of payment files under its name, and is read back to the byte', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, at) => at);
    await files.put('2021/03 å+.xml', every, 'application/xml');
    expect(readFileSync(join(directory, 'payment-files/2021/03 å+.xml'))).toEqual(
      Buffer.from(every),
    );
    expect(await files.read('2021/03 å+.xml')).toEqual(every);
  });

  it('that is stored again is the same, and another under its name is refused', async () => {
    await put('a.xml', 'one');
    await put('a.xml', 'one');
    expect((await refusalOf(put('a.xml', 'two')))?.name).toBe('FileDiffers');
    expect(await textOf('a.xml')).toBe('one');
    expect(inFolder('payment-files')).toEqual(['a.xml']);
  });

  it('that two store at once is the one of the first', async () => {
    const outcomes = await Promise.allSettled([put('a.xml', 'one'), put('a.xml', 'two')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await textOf('a.xml')).toBe(outcomes[0]?.status === 'fulfilled' ? 'one' : 'two');
  });

  it('is listed by its name, as many as there are', async () => {
    const listed = new S3ListedFiles(ours, 'Payments1A2B');
    expect(await listed.list()).toEqual([]);
    // More than one page of a thousand; names as they can be.
    const names = Array.from({ length: 1005 }, (_, n) => `2021/${String(n).padStart(4, '0')}.xml`);
    mkdirSync(join(directory, 'payment-files/2021'), { recursive: true });
    for (const name of names) writeFileSync(join(directory, 'payment-files', name), 'one');
    await put('å & <b>.xml', 'one');
    writeFileSync(join(directory, 'payment-files/.halves/half'), 'on');
    expect(await listed.list()).toEqual([...names, 'å & <b>.xml']);
  });

  it('that is not there is nothing', async () => {
    expect(await textOf('b.xml')).toBeUndefined();
    await put('2021/a.xml', 'one');
    expect(await textOf('2021')).toBeUndefined();
  });

  it('is there after a restart, and nothing is of which a kill left half', async () => {
    await put('a.xml', 'one');
    const halves = join(directory, 'payment-files/.halves');
    mkdirSync(halves, { recursive: true });
    writeFileSync(join(halves, 'half'), 'on');
    mkdirSync(join(directory, 'payment-files/2021/of-it'), { recursive: true });
    await close();
    await open();
    expect(readdirSync(halves)).toEqual([]);
    expect(inFolder('payment-files')).toEqual(['a.xml']);
    expect(await textOf('a.xml')).toBe('one');
  });
});

describe('Every file', () => {
  const name = fc
    .array(fc.stringMatching(/^[A-Za-z0-9åäöÅÄÖ _+=&;,()~!'%-]{1,12}$/), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join('/'));

  it('is read back to the byte under its name, whatever they are', async () => {
    let next = 0;
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array({ maxLength: 3000 }), async (tail, bytes) => {
        const unique = `${next++}-${tail}`;
        await files.put(unique, bytes, 'application/octet-stream');
        expect(Buffer.from((await files.read(unique)) ?? []).equals(bytes)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

/** What a request is answered with. Sent as it is: the SDK, and `fetch`, would tidy the path. */
async function plain(
  path: string,
  { body = '', ...options }: RequestOptions & { readonly body?: string } = {},
): Promise<readonly [number | undefined, string | undefined]> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(api.endpoint);
    request({ hostname, port, path, ...options }, resolve)
      .on('error', reject)
      .end(body);
  });
  return [answer.statusCode, /<Code>(.*)<\/Code>/.exec(await text(answer))?.[1]];
}

describe('Refused as S3 does', () => {
  const command = { Bucket: 'Payments1A2B', Key: 'a.xml' };
  const checked = { Body: 'one', IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' } as const;
  const send = (input: Parameters<S3Client['send']>[0]) => refusalOf(client.send(input));

  it.each([
    [
      'a bucket that is not there',
      new PutObjectCommand({ ...command, ...checked, Bucket: 'Other' }),
      'NoSuchBucket',
    ],
    [
      'reading where no bucket is',
      new GetObjectCommand({ ...command, Bucket: 'Other' }),
      'NoSuchBucket',
    ],
    ['reading what is not there', new GetObjectCommand(command), 'NoSuchKey'],
    [
      'a put that does not ask that the name is free',
      new PutObjectCommand({ ...command, Body: 'one', ChecksumAlgorithm: 'SHA256' }),
      'AccessDenied',
    ],
    [
      'a put that promises no SHA-256',
      new PutObjectCommand({ ...command, Body: 'one', IfNoneMatch: '*' }),
      'InvalidRequest',
    ],
    [
      'a put of other bytes than were promised',
      new PutObjectCommand({ ...command, ...checked, ChecksumSHA256: `${'A'.repeat(43)}=` }),
      'BadDigest',
    ],
    [
      'a put into the bucket of reports',
      new PutObjectCommand({ ...command, ...checked, Bucket: 'Reports3C4D' }),
      'AccessDenied',
    ],
    ['removing', new DeleteObjectCommand(command), 'NotImplemented'],
    [
      'copying',
      new CopyObjectCommand({ ...command, CopySource: 'Payments1A2B/b.xml', IfNoneMatch: '*' }),
      'NotImplemented',
    ],
    [
      'listing a part',
      new ListObjectsV2Command({ Bucket: 'Payments1A2B', Prefix: '2021/' }),
      'NotImplemented',
    ],
    [
      'listing a few',
      new ListObjectsV2Command({ Bucket: 'Payments1A2B', MaxKeys: 2 }),
      'NotImplemented',
    ],
    [
      'listing what is not there',
      new ListObjectsV2Command({ Bucket: 'Nothing', EncodingType: 'url' }),
      'NoSuchBucket',
    ],
    [
      'reading an old version',
      new GetObjectCommand({ ...command, VersionId: '1' }),
      'NotImplemented',
    ],
  ])('is %s, and nothing is stored', async (_, input, name) => {
    expect((await send(input as never))?.name).toBe(name);
    expect(inFolder('payment-files')).toEqual([]);
    expect(inFolder('bank-reports')).toEqual([]);
  });

  it('is asking only for what an object is like', async () => {
    await expect(client.send(new HeadObjectCommand(command))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
    });
  });

  it.each([
    ['/Payments1A2B/%2e%2e/secret', 'InvalidArgument'],
    ['/Payments1A2B/a/%2e%2e%2f%2e%2e/secret', 'InvalidArgument'],
    ['/Payments1A2B/%2Fetc/passwd', 'InvalidArgument'],
    ['/Payments1A2B/a%5C..%5Csecret', 'InvalidArgument'],
    ['/Payments1A2B/a%00b', 'InvalidArgument'],
    ['/Payments1A2B/.halves/half', 'InvalidArgument'],
    ['/Payments1A2B/a//b', 'InvalidArgument'],
    [`/Payments1A2B/${'x'.repeat(256)}`, 'InvalidArgument'],
    [`/Payments1A2B/${'x/'.repeat(513)}x`, 'InvalidArgument'],
    ['/Payments1A2B/%E5', 'InvalidURI'],
    ['/%2e%2e/secret', 'NoSuchBucket'],
  ])('is the path %s', async (path, code) => {
    expect(await plain(path)).toEqual([code === 'NoSuchBucket' ? 404 : 400, code]);
  });

  it('is a body in chunks, of which nobody here would take the signatures out', async () => {
    const headers = { 'if-none-match': '*', 'content-encoding': 'aws-chunked' };
    const init = { method: 'PUT', body: '3\r\none\r\n0\r\n', headers };
    expect(await plain('/Payments1A2B/a.xml', init)).toEqual([501, 'NotImplemented']);
  });
});
