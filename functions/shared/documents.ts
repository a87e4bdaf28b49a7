import { canonical, type Json } from '../../core/canonical.ts';
import type { Proposal } from '../../core/payment/proposal.ts';
import { NumberTaken, type Recorded, type Records, type StreamId } from '../../core/ports.ts';
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

/**
 * Appends the document to the stream unless it is there: found by its hash, so a retry writes nothing. A stream that is
 * expected to be empty is not read first: when it is not, the append says so.
 */
export async function storeOnce(
  records: Records,
  stream: StreamId,
  document: Json,
  expectEmpty: boolean,
): Promise<string> {
  const hash = hashOf(document);
  if (expectEmpty && (await appendedFirst(() => records.append(stream, undefined, document))))
    return hash;
  const before = await records.read(stream);
  if (!before.some(({ event }) => hashOf(event) === hash))
    await records.append(stream, before.at(-1), document);
  return hash;
}

/** False when a place was taken, be it the first one or, by another's words after the same beginning, a later one. */
async function appendedFirst(append: () => Promise<unknown>): Promise<boolean> {
  try {
    await append();
    return true;
  } catch (error) {
    if (error instanceof NumberTaken) return false;
    throw error;
  }
}

async function appendAll(
  records: Records,
  stream: StreamId,
  after: Recorded<WorkingEvent> | undefined,
  pieces: readonly (readonly StoredNode[])[],
): Promise<void> {
  let last = after;
  for (const nodes of pieces)
    last = await records.append<WorkingEvent>(stream, last, { type: 'working', nodes });
}

/** Appends the nodes of the working that the case does not hold yet. */
export async function storeWorking(
  records: Records,
  id: CaseId,
  working: WorkingNodes,
  expectEmpty: boolean,
): Promise<void> {
  const stream = workingStream(id);
  const pieces = working.chunks(pieceOfWorking, new Set());
  if (expectEmpty && (await appendedFirst(() => appendAll(records, stream, undefined, pieces))))
    return;
  const before = await records.read<WorkingEvent>(stream);
  const known = new Set(before.flatMap(({ event }) => event.nodes.map(hashOf)));
  await appendAll(records, stream, before.at(-1), working.chunks(pieceOfWorking, known));
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
    throw namedError(RECORD_CONTRADICTS, `${id}: the record holds no ${kind} proposal ${hash}.`, {
      case: id,
      proposal: hash,
    });
  return found as Extract<Proposal, { kind: K }>;
}
