import { join } from 'node:path';
import { canonical } from '../../core/canonical.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import type { PaymentProposal, Proposal } from '../../core/payment/proposal.ts';
import type { Voucher } from '../../core/payment/voucher.ts';
import {
  type CaseId,
  caseStream,
  parseCaseId,
  proposalStream,
  streamText,
} from '../../core/record/case-id.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import { type FoundStream, verify } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { Database } from '../../local/cloud/database.ts';
import { foundStreams, localClient, theTable } from '../../local/record/found-streams.ts';
import { recordText } from '../../local/record/record-file.ts';

/** The record in a directory that no process uses, read from its database and not from what a run says of it. */
export async function recordIn(records: string): Promise<FoundStream[]> {
  const database = await Database.open(join(records, 'table'), []);
  const client = localClient(database.endpoint);
  try {
    return await foundStreams(client, await theTable(client));
  } finally {
    client.destroy();
    await database.close();
  }
}

/** What must be the same, to the byte, in two runs of one year: everything but the task tokens, which lie apart. */
export const recordBytes = (found: readonly FoundStream[]): string =>
  recordText(found.filter(({ partition }) => belongsToRecord(partition)));

/** What the offline verifier finds wrong: nothing, in every record that a run leaves. */
export const wrongIn = (found: readonly FoundStream[]) =>
  verify(found, sha256, undefined, { fileHash: fileHashOf }).findings;

/** The events of a stream, named `RUN#2021/03`; none when the record does not hold it. */
export const eventsOf = <E>(found: readonly FoundStream[], name: string): readonly E[] =>
  (found.find(({ partition, stream }) => `${partition}/${stream}` === name)?.events ?? []).map(
    ({ event }) => event as E,
  );

const id = (text: string): CaseId => parseCaseId(text);

export const caseEvents = (found: readonly FoundStream[], of: string) =>
  eventsOf<CaseEvent>(found, streamText(caseStream(id(of))));

/** The one event of a type; refuses none, and more than one. */
export function onlyEvent<T extends CaseEvent['type']>(
  found: readonly FoundStream[],
  of: string,
  type: T,
): Extract<CaseEvent, { type: T }> {
  const [event, ...more] = caseEvents(found, of).filter((each) => each.type === type);
  if (!event || more.length > 0)
    throw new Error(`${of} has ${event ? more.length + 1 : 0} events ${type}; one is expected.`);
  return event as Extract<CaseEvent, { type: T }>;
}

export const typesOf = (found: readonly FoundStream[], of: string): readonly string[] =>
  caseEvents(found, of).map(({ type }) => type);

/** Every payment that was put before people in a case, the oldest first. */
export const paymentsProposed = (found: readonly FoundStream[], of: string) =>
  eventsOf<Proposal>(found, streamText(proposalStream(id(of)))) as readonly PaymentProposal[];

/** The proposal that was released. */
export function paymentReleased(found: readonly FoundStream[], of: string): PaymentProposal {
  const { proposal } = onlyEvent(found, of, 'release-ordered');
  const paid = paymentsProposed(found, of).find((each) => sha256(canonical(each)) === proposal);
  if (!paid) throw new Error(`The record does not hold the proposal ${proposal} of ${of}.`);
  return paid;
}

export const vouchers = (found: readonly FoundStream[]): readonly Voucher[] =>
  found
    .filter(({ partition }) => partition.startsWith('JOURNAL#'))
    .flatMap(({ events }) => events.map(({ event }) => event as unknown as Voucher));
