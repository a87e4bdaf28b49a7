import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { Sns } from '../../../functions/adapters/aws/sns.ts';
import { SnsNotices } from '../../../functions/adapters/sns-notices.ts';
import type { Notice } from '../../../functions/shared/notice.ts';
import { NoticesApi, type PublishedNotice } from '../../../local/cloud/notices-api.ts';
import { asked } from './asked.ts';

const topic = 'arn:aws:sns:eu-north-1:000000000000:notices';
const now = '2021-02-26T07:00:00.000Z';
const notice: Notice = {
  at: parseInstant(now),
  to: 'handläggare',
  kind: 'asked',
  case: payoutCase(parseMonth('2021-03')),
  payDay: parseDay('2021-03-01'),
};

let directory: string;
let file: string;
let api: NoticesApi;
let client: SNSClient;
let sns: Sns;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'statsbidrag-notices-'));
  file = join(directory, 'notices.jsonl');
  api = await NoticesApi.open({ file, topicArns: [topic], now: () => now });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const options = { endpoint: api.endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 };
  client = new SNSClient(options);
  sns = new Sns(options);
});
afterEach(async () => {
  client.destroy();
  sns.destroy();
  await api.close();
  rmSync(directory, { recursive: true, force: true });
});

const kept = (): readonly PublishedNotice[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PublishedNotice);

describe('A notice that is published', () => {
  it('is kept with its text in both languages, and the group as an attribute to filter by', async () => {
    await new SnsNotices(sns, topic).publish(notice);
    expect(kept()).toEqual([
      {
        at: now,
        topicArn: topic,
        subject: 'Statsbidrag: payout-2021-03',
        message:
          'payout-2021-03 väntar på godkännande av handläggare. Utbetalningsdag: 1 mars 2021.\n\n' +
          'payout-2021-03 waits for approval by handläggare. Pay day: 1 March 2021.\n',
        attributes: { group: 'handläggare', kind: 'asked' },
      },
    ]);
  });

  it('stands after those before it', async () => {
    const notices = new SnsNotices(sns, topic);
    await notices.publish(notice);
    await notices.publish({ at: notice.at, to: 'attestant', kind: 'stopped' });
    expect(kept().map(({ attributes }) => attributes.kind)).toEqual(['asked', 'stopped']);
  });
});

describe('What SNS would refuse', () => {
  const publish = (more: object) =>
    client.send(new PublishCommand({ TopicArn: topic, Message: 'm', ...more })).then(
      () => 'taken',
      ({ name, message }: Error) => `${name}: ${message}`,
    );

  it.each([
    [
      'a topic that is not there',
      { TopicArn: `${topic}2` },
      /^NotFound.*: Topic ".*notices2" does/,
    ],
    ['an empty message', { Message: '' }, /^InvalidParameter.*: Message is empty/],
    ['a subject that is not ASCII', { Subject: 'Påminnelse' }, /^InvalidParameter.*: Subject "P/],
    ['a subject that is long', { Subject: 'x'.repeat(100) }, /^InvalidParameter.*: Subject/],
    [
      'an attribute that is no text',
      { MessageAttributes: { group: { DataType: 'Binary', BinaryValue: new Uint8Array([1]) } } },
      /^InvalidParameterValue.*: Attribute "group"/,
    ],
  ])('is refused here too: %s', async (_, more, words) => {
    expect(await publish(more)).toMatch(words);
    expect(() => kept()).toThrow('ENOENT');
  });

  it('serves nothing but Publish', async () => {
    const answer = await asked(api.endpoint, { method: 'POST', body: 'Action=CreateTopic' });
    expect([answer.status, answer.text]).toEqual([
      400,
      expect.stringContaining('<Code>InvalidAction</Code>'),
    ]);
  });
});
