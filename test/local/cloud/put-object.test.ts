import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ObjectCreated } from '../../../functions/contract/steps.ts';
import {
  type LocalCloud,
  type LocalCloudOptions,
  openLocalCloud,
} from '../../../local/cloud/local-cloud.ts';
import { importAsked } from './asked.ts';
import { bucket, createdIn, rule } from './bucket-mini.ts';
import { writeAssembly } from './mini-assembly.ts';

/** Notes what it is told, and fails as long as there is no file `ready`. */
const take = `
  import { appendFileSync, existsSync } from 'node:fs';
  export const handler = async (event) => {
    appendFileSync(process.env.CALLS, JSON.stringify(event) + '\\n');
    if (!existsSync(process.env.CALLS + '.ready')) throw new Error('not ready');
  };`;

/** Fetches a report with the bare protocol, as a function that may read the bucket. */
const fetchReport = `${importAsked}
export const handler = async ({ key }) =>
  (await asked(process.env.AWS_ENDPOINT_URL_S3 + '/' + process.env.BANK_REPORTS_BUCKET + '/' + key)).text;`;

const environment = { BANK_REPORTS_BUCKET: { Ref: 'Reports' } };
const mini = {
  functions: { Take: { code: take, environment }, Fetch: { code: fetchReport, environment } },
  more: { Reports: bucket(), Rule: rule('Take', createdIn('Reports')) },
};

const clouds = new Set<LocalCloud>();
afterEach(async () => {
  for (const cloud of clouds) await cloud.close();
  clouds.clear();
});

class Place {
  readonly directory = mkdtempSync(join(tmpdir(), 'statsbidrag-put-'));
  readonly #calls = join(this.directory, 'calls');

  async open(more: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
    const cloud = await openLocalCloud({
      assembly: writeAssembly(join(this.directory, 'cdk.out'), mini),
      records: join(this.directory, 'records'),
      startAt: '2021-03-01T08:00:00.500Z',
      compileCache: join(this.directory, 'compile'),
      env: { CALLS: this.#calls },
      ...more,
    });
    clouds.add(cloud);
    return cloud;
  }

  /** From now on the function does not fail. */
  ready(): void {
    appendFileSync(`${this.#calls}.ready`, '');
  }

  // biome-ignore lint/suspicious/noExplicitAny: an event is asserted on, not programmed against.
  get told(): any[] {
    if (!existsSync(this.#calls)) return [];
    const lines = readFileSync(this.#calls, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line));
  }
}

const report = Buffer.from('<Document>åäö</Document>');
const put = (cloud: LocalCloud) => cloud.putObject('bank reports', 'camt054 1.xml', report);

describe('A report that is put', () => {
  it('lies in the folder of bank reports, and can be read by the bank and by functions', async () => {
    const place = new Place();
    place.ready();
    const cloud = await place.open();
    await put(cloud);
    const file = join(place.directory, 'records/bank-reports/camt054 1.xml');
    expect(readFileSync(file)).toEqual(report);
    expect(await cloud.readObject('bank reports', 'camt054 1.xml')).toEqual(report);
    expect(await cloud.readObject('bank reports', 'camt054 2.xml')).toBeUndefined();
    expect(await cloud.invoke('Fetch', { key: 'camt054%201.xml' })).toBe(report.toString());
  });

  it('is told to the function of the rule as EventBridge does, at the simulated time', async () => {
    const place = new Place();
    place.ready();
    await put(await place.open());
    expect(place.told).toEqual([
      {
        version: '0',
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        'detail-type': 'Object Created',
        source: 'aws.s3',
        account: '000000000000',
        time: '2021-03-01T08:00:00Z',
        region: 'eu-north-1',
        resources: ['arn:aws:s3:::Reports'],
        detail: {
          version: '0',
          bucket: { name: 'Reports' },
          object: {
            key: 'camt054 1.xml',
            size: report.length,
            etag: expect.stringMatching(/^[0-9a-f]{32}$/),
            sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
          },
          'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
          requester: '000000000000',
          'source-ip-address': '127.0.0.1',
          reason: 'PutObject',
        },
      },
    ]);
    expect(ObjectCreated.parse(place.told[0])).toEqual({
      time: '2021-03-01T08:00:00.000Z',
      detail: { bucket: { name: 'Reports' }, object: { key: 'camt054 1.xml' } },
    });
  });

  it('and could not be taken in is told again by whoever puts it again, with the same words', async () => {
    const place = new Place();
    const once = (cloud: LocalCloud) => cloud.once('report 1', () => put(cloud));
    const first = await place.open();
    await expect(once(first)).rejects.toThrow('not ready');
    await first.close();
    place.ready();
    const second = await place.open();
    await once(second);
    await once(second);
    expect(place.told).toHaveLength(2);
    expect(place.told[1]).toEqual(place.told[0]);
  });

  it('is told twice where every function is called twice', async () => {
    const place = new Place();
    place.ready();
    await put(await place.open({ invokeTwice: true }));
    expect(place.told).toHaveLength(2);
    expect(place.told[1]).toEqual(place.told[0]);
  });

  it('under the name of another is refused, and nobody is told', async () => {
    const place = new Place();
    place.ready();
    const cloud = await place.open();
    await put(cloud);
    const another = cloud.putObject('bank reports', 'camt054 1.xml', Buffer.from('other'));
    await expect(another).rejects.toThrow(
      'camt054 1.xml lies among the bank reports already, with other bytes.',
    );
    expect(place.told).toHaveLength(1);
    expect(await cloud.readObject('bank reports', 'camt054 1.xml')).toEqual(report);
  });

  it('into a bucket that the template does not have is refused by name', async () => {
    const cloud = await new Place().open();
    const act = cloud.putObject('payment files', 'a.xml', report);
    await expect(act).rejects.toThrow('The template has 0 buckets of payment files');
  });
});
