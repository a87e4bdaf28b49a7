import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf, headOf, unlikeAnchored } from '../../core/record/anchor.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import {
  type Finding,
  type FoundStream,
  type Verification,
  verify,
} from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { fileHashOf } from '../../functions/bank/payment-file.ts';
import { contentFaults } from '../../functions/contract/inputs.ts';
import { anchorsIn, holdAnchors } from './anchors-in.ts';
import { reportsIn, unlikePaymentFiles } from './held-files.ts';
import { instantsIn } from './instants-in.ts';
import { grownSince, noteIn, type RunNote, unlikeNotedAnchors, writeNote } from './run-note.ts';

/** So many findings are told; `npm run verify` tells all. */
const MOST_TOLD = 10;

/** A record of more than this is anchored: it is verified and anchored every day. */
const ANCHORED_WITHIN_MS = 2 * 24 * 60 * 60 * 1000;

/** The record is not what was anchored of it. Nothing has been recorded, and what was anchored is as it was. */
export class NotAsAnchored extends Error {
  override readonly name = 'NotAsAnchored';
  readonly exitCode = 1;

  constructor(records: string, findings: readonly Finding[]) {
    const told = findings.slice(0, MOST_TOLD).map(({ where, what }) => `  ${where} ${what}`);
    const rest = findings.length - told.length;
    super(
      [
        `The record in ${records} is not what was anchored of it. Nothing was recorded, and its anchors were left as they are.`,
        ...told,
        ...(rest > 0 ? [`  and ${rest} more: npm run verify -- ${records}`] : []),
        'Keep the directory as it is: it is evidence. Bring the record and its anchors back from a copy (docs/runbook.md, "Restore the record"), or begin anew with --records and another directory.',
      ].join('\n'),
    );
  }
}

/** What the last run left: it has ended, it has not, or there was none that recorded anything. */
export type LastRun = RunNote['run'] | 'none';

/**
 * Refuses to go on with a record that contradicts itself, and with one that is not what was anchored while it grew: in `anchors`, and in `anchor.json`, which every run writes
 * before it records anything and when it ends; and with one that does not know of a payment file that lies there, or of other bytes.
 * Anchors that are gone are told by those who knew of them: the note, the engine's journal, and a record of more than two days. A record
 * that has grown since a run began, and was killed, is as it should be; so it says that it did not end.
 *
 * Then notes where this run begins. Gives what the last one left.
 */
export async function beginRun(records: string, found: readonly FoundStream[]): Promise<LastRun> {
  const folder = join(records, 'anchors');
  const { note, findings: wrong } = noteIn(records, found);
  const findings = [
    ...wrong,
    ...(note ? unlikeNote(note, found, anchorsIn(folder)) : []),
    ...holdAnchors(found, folder).findings,
    ...missingAnchors(records, folder, found),
    ...(await unlikePaymentFiles(found, records)),
    ...verify(found, sha256, undefined, {
      ...{ fileHash: fileHashOf, contentFaults, whole: true },
      came: reportsIn(records),
    }).findings,
  ];
  if (findings.length > 0) throw new NotAsAnchored(records, findings);
  const heads = found.filter(({ partition }) => belongsToRecord(partition)).map(headOf);
  writeNote(records, anchorOf(heads, sha256), 'under way');
  return note?.run ?? 'none';
}

/**
 * Notes the record's heads beside it, and the newest anchor of them, for `npm run verify`: what an object lock outside does where the
 * record is in AWS. What is there stays where the record contradicts it or itself: it is a witness then. Gives what it contradicts.
 */
export function noteHeads(
  records: string,
  found: readonly FoundStream[],
  { headHash, heads, findings }: Verification,
  run: RunNote['run'],
): readonly Finding[] {
  const { note, findings: wrong } = noteIn(records, found);
  const names = anchorsIn(join(records, 'anchors'));
  const unlike = [...wrong, ...(note ? unlikeNote(note, found, names) : [])];
  if (findings.length + unlike.length === 0) writeNote(records, { headHash, heads }, run);
  return unlike;
}

/** What of a note the record and its anchors do not hold; of a run that has ended, also what has come since. */
function unlikeNote(
  note: RunNote,
  found: readonly FoundStream[],
  names: readonly string[],
): readonly Finding[] {
  const unlike = unlikeAnchored(found, note.heads).map(({ where, what }) => ({
    where,
    what: `${what} (anchor.json)`,
  }));
  const more = note.run === 'ended' ? grownSince(note, found) : 0;
  const grown = {
    where: 'the record',
    what: `holds ${more} events more than anchor.json knows of, and the run that wrote it had ended`,
  };
  return [
    ...unlike,
    ...(unlike.length === 0 && more > 0 ? [grown] : []),
    ...unlikeNotedAnchors(note, names),
  ];
}

const NAME = /"anchor":"(\d{9}-[0-9a-f]{64}\.json)"/g;

function missingAnchors(
  records: string,
  folder: string,
  found: readonly FoundStream[],
): readonly Finding[] {
  const there = new Set(anchorsIn(folder));
  const journal = join(records, 'engine.jsonl');
  const text = existsSync(journal) ? readFileSync(journal, 'utf8') : '';
  const made = new Set([...text.matchAll(NAME)].flatMap(([, name]) => name ?? []));
  const missing = [...made].filter((name) => !there.has(name));
  if (missing.length > 0)
    return [
      {
        where: 'anchors',
        what: `lacks ${missing.length} of the ${made.size} anchors that the engine's journal knows of, ${missing[0]} first`,
      },
    ];
  const instants = instantsIn(found);
  const [first = '', last = ''] = [instants.at(0), instants.at(-1)];
  const isOlder = Date.parse(last) - Date.parse(first) > ANCHORED_WITHIN_MS;
  return there.size === 0 && isOlder
    ? [
        {
          where: 'anchors',
          what: `is gone or empty; the record of ${first} to ${last} was anchored every day`,
        },
      ]
    : [];
}
