import type { Notice, Notifier } from '../shared/notice.ts';
import { noticeText } from '../shared/notice-text.ts';
import type { Sns } from './aws/sns.ts';

/**
 * Notices leave through one SNS topic. The group and the kind are message attributes, so that whoever subscribes filters by
 * `group` and hears what concerns them.
 */
export class SnsNotices implements Notifier {
  readonly #client: Sns;
  readonly #topicArn: string;

  constructor(client: Sns, topicArn: string) {
    this.#client = client;
    this.#topicArn = topicArn;
  }

  async publish(notice: Notice): Promise<void> {
    const { subject, sv, en } = noticeText(notice);
    await this.#client.publish({
      topicArn: this.#topicArn,
      subject,
      message: `${sv}\n\n${en}\n`,
      attributes: { group: notice.to, kind: notice.kind },
    });
  }
}
