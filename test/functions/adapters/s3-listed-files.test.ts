import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3 } from '../../../functions/adapters/aws/s3.ts';
import { S3ListedFiles } from '../../../functions/adapters/s3-listed-files.ts';
import { listOf } from '../../../local/cloud/list-objects.ts';
import { listenOnLoopback } from '../../helpers/loopback.ts';

const keys = Array.from({ length: 2500 }, (_, at) => `${at}/å & <ö> +%.json`).sort();
let answer: (query: URLSearchParams) => string;
const asked: string[] = [];
const server = createServer((request, response) => {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  asked.push(`${request.method} ${query.get('continuation-token') ?? 'from the first'}`);
  response.end(answer(query));
});
let files: S3ListedFiles;

beforeAll(async () => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = await listenOnLoopback(server);
  const client = new S3({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  files = new S3ListedFiles(client, 'anchors');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('The names of files', () => {
  it('are all of the bucket, a thousand with each request, as they were given', async () => {
    answer = (query) => listOf('anchors', keys, query);
    expect(await files.list()).toEqual(keys);
    expect(asked).toHaveLength(3);
    expect(asked[0]).toBe('GET from the first');
  });

  it('are none of an empty bucket', async () => {
    answer = (query) => listOf('anchors', [], query);
    expect(await files.list()).toEqual([]);
  });

  it('are not taken to be none when something else is answered', async () => {
    answer = () => '<html>sign in</html>';
    await expect(files.list()).rejects.toThrow('was asked for a list and gave something else');
  });
});
