import { canonical, type Json } from '../../core/canonical.ts';
import type { Proposal } from '../../core/payment/proposal.ts';
import type { Records, StreamId } from '../../core/ports.ts';
import { type CaseId, proposalStream, workingStream } from '../../core/record/case-id.ts';
import type { StoredNode, WorkingNodes } from '../../core/record/working-nodes.ts';
import { sha256 } from '../adapters/sha256.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import { namedError } from './errors.ts';

/** Working is written in pieces of this many bytes, well below the largest item. */
const pieceOfWorking = 80_000;

type WorkingEvent = { readonly type: 'working'; readonly nodes: readonly StoredNode[] };

/** The hash of a document: of its canonical text. */
export const hashOf = (document: Json): string => sha256(canonical(document));

/** Appends the document to the stream unless it is there: found by its hash, so a retry writes nothing. */
export async function storeOnce(
  records: Records,
  stream: StreamId,
  document: Json,
): Promise<string> {
  const hash = hashOf(document);
  const before = await records.read(stream);
  if (!before.some(({ event }) => hashOf(event) === hash))
    await records.append(stream, before.at(-1), document);
  return hash;
}

/** Appends the nodes of the working that the case does not hold yet. */
export async function storeWorking(
  records: Records,
  id: CaseId,
  working: WorkingNodes,
): Promise<void> {
  const stream = workingStream(id);
  const before = await records.read<WorkingEvent>(stream);
  const known = new Set(before.flatMap(({ event }) => event.nodes.map(hashOf)));
  let last = before.at(-1);
  for (const nodes of working.chunks(pieceOfWorking, known))
    last = await records.append<WorkingEvent>(stream, last, { type: 'working', nodes });
}

/** The stored bytes of a proposal, by the hash that was approved. */
export async function readProposal<K extends Proposal['kind']>(
  records: Records,
  id: CaseId,
  kind: K,
  hash: string,
): Promise<Extract<Proposal, { kind: K }>> {
  const documents = await records.read<Proposal>(proposalStream(id));
  const found = documents.find(({ event }) => hashOf(event) === hash)?.event;
  if (found?.kind !== kind)
    throw namedError(RECORD_CONTRADICTS, `${id}: the record holds no ${kind} proposal ${hash}.`);
  return found as Extract<Proposal, { kind: K }>;
}
