import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Notice, Notifier } from '../shared/notice.ts';
import { noticeText } from '../shared/notice-text.ts';

/**
 * Notices leave through one SNS topic. The group and the kind are message attributes, so that whoever subscribes filters by
 * `group` and hears what concerns them.
 */
export class SnsNotices implements Notifier {
  readonly #client: SNSClient;
  readonly #topicArn: string;

  constructor(client: SNSClient, topicArn: string) {
    this.#client = client;
    this.#topicArn = topicArn;
  }

  async publish(notice: Notice): Promise<void> {
    const { subject, sv, en } = noticeText(notice);
    const text = (value: string) => ({ DataType: 'String', StringValue: value });
    await this.#client.send(
      new PublishCommand({
        TopicArn: this.#topicArn,
        Subject: subject,
        Message: `${sv}\n\n${en}\n`,
        MessageAttributes: { group: text(notice.to), kind: text(notice.kind) },
      }),
    );
  }
}
