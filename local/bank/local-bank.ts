import { join } from 'node:path';
import { paymentFileName } from '../../core/bank/payment-file-name.ts';
import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import type { Actor, LocalCloud, OpenWait } from '../cloud/local-cloud.ts';
import { askedIn } from '../officials/asked.ts';
import type { Conduct } from './conduct.ts';
import { type Delivery, deliveriesAbout, refused } from './deliveries.ts';
import { Inbox, type ReceivedFile } from './inbox.ts';
import { type FileRefused, type PaymentFile, readPaymentFile } from './payment-file.ts';
import { treatFile } from './treat-file.ts';

/** Where the bank remembers what it has received, in the directory of the records. */
export const BANK_DIRECTORY = 'local-bank';

/**
 * A bank that is none: it fetches the payment files, reads them with a reader of its own, and answers by putting files of ISO 20022
 * among its reports, some minutes or some days later. No money moves. Everything it says follows from what it was sent and how it
 * was told to behave; it knows nothing of the record.
 */
export class LocalBank implements Actor {
  readonly #cloud: LocalCloud;
  readonly #conduct: Conduct;
  readonly #inbox: Inbox;
  readonly #deliveries: Delivery[] = [];
  /** By message id, the name of the file in which it came first. */
  readonly #firstFiles = new Map<string, string>();

  constructor(cloud: LocalCloud, records: string, conduct: Conduct) {
    this.#cloud = cloud;
    this.#conduct = conduct;
    this.#inbox = new Inbox(join(records, BANK_DIRECTORY));
    for (const received of this.#inbox.all()) this.#read(received);
  }

  /** Everything that it has said or will say, in the order of time. */
  deliveries(): readonly Delivery[] {
    return this.#deliveries;
  }

  nextAt(waits: readonly OpenWait[]): Instant | undefined {
    const [next] = this.#due();
    const files = this.#waiting(waits).map(({ since }) => parseInstant(since));
    return [...files, ...(next ? [next.at] : [])].sort()[0];
  }

  async act(now: string, cloud: LocalCloud): Promise<void> {
    for (const { name, since } of this.#waiting(cloud.waits()))
      await this.#receive(name, parseInstant(since), cloud);
    for (const { name, text } of this.#due().filter(({ at }) => at <= now))
      await cloud.once(actId(name), () => cloud.putObject('bank reports', name, bytes(text)));
  }

  /** Files that lie there for the bank: a workflow that waits for its report has sent one. */
  #waiting(
    waits: readonly OpenWait[],
  ): readonly { readonly name: string; readonly since: string }[] {
    return waits.flatMap(({ payload, since }) => {
      const { case: id, purpose } = askedIn(payload);
      const name = purpose === 'bank' ? paymentFileName(id) : undefined;
      return name === undefined || this.#inbox.has(name) ? [] : [{ name, since }];
    });
  }

  async #receive(name: string, receivedAt: Instant, cloud: LocalCloud): Promise<void> {
    const file = await cloud.readObject('payment files', name);
    if (file === undefined) throw new RangeError(`There is no payment file ${name}.`);
    const received = { name, receivedAt, text: new TextDecoder().decode(file) };
    this.#read(received);
    this.#inbox.keep(received);
  }

  #read({ receivedAt, text, name }: ReceivedFile): void {
    const file = readPaymentFile(text);
    const first = this.#firstFiles.get(file.messageId) ?? name;
    this.#firstFiles.set(file.messageId, first);
    this.#deliveries.push(...this.#toldOf(file, receivedAt, first !== name));
    this.#deliveries.sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
  }

  #toldOf(
    file: PaymentFile | FileRefused,
    receivedAt: Instant,
    isKnown: boolean,
  ): readonly Delivery[] {
    if ('code' in file) return refused(file, receivedAt);
    if (isKnown)
      return refused({ ...file, code: 'DUPL', words: 'Filen har redan tagits emot.' }, receivedAt);
    return deliveriesAbout(file, receivedAt, treatFile(file, this.#conduct));
  }

  #due(): readonly Delivery[] {
    return this.#deliveries.filter((each) => !this.#cloud.done(actId(each.name)));
  }
}

const actId = (name: string): string => `bank ${name}`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
