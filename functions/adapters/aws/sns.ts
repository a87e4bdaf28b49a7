import { Service, type ServiceOptions } from './service.ts';
import { xmlRefusal } from './service-error.ts';

export interface Publication {
  readonly topicArn: string;
  readonly subject: string;
  readonly message: string;
  /** Text by name, for the topic's subscribers to filter by. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** SNS, which is asked by a form and answers in XML. Of the answer only that it is one is of use. */
export class Sns {
  readonly #service: Service;

  constructor(options?: ServiceOptions) {
    this.#service = new Service('sns', xmlRefusal, options);
  }

  async publish({ topicArn, subject, message, attributes }: Publication): Promise<void> {
    const entries = Object.entries(attributes).flatMap(([name, value], index) => {
      const entry = `MessageAttributes.entry.${index + 1}`;
      return [
        [`${entry}.Name`, name],
        [`${entry}.Value.DataType`, 'String'],
        [`${entry}.Value.StringValue`, value],
      ] as [string, string][];
    });
    const form = new URLSearchParams([
      ['Action', 'Publish'],
      ['Version', '2010-03-31'],
      ['TopicArn', topicArn],
      ['Subject', subject],
      ['Message', message],
      ...entries,
    ]);
    await this.#service.send({
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
  }

  destroy(): void {
    this.#service.destroy();
  }
}
