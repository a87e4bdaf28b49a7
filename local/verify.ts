import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseInstant } from '../core/calendar/stockholm.ts';
import { unlikeAnchored } from '../core/record/anchor.ts';
import { type StoredStreams, streamsOfItems } from '../core/record/stored-item.ts';
import {
  type Finding,
  type FoundStream,
  type NotedHeads,
  type Verification,
  verify,
} from '../core/record/verify.ts';
import { sha256 } from '../functions/adapters/sha256.ts';
import { fileHashOf } from '../functions/bank/payment-file.ts';
import { contentFaults } from '../functions/contract/inputs.ts';
import { type AnchorsHeld, anchorsIn, holdAnchors } from './record/anchors-in.ts';
import { holdFiles, reportsIn } from './record/held-files.ts';
import { refuseOdd } from './record/odd-entries.ts';
import { readingOf } from './record/reading-of.ts';
import { NoRecord, storedAt, TableUnreadable } from './record/record-at.ts';
import { readRecordFile, recordText } from './record/record-file.ts';
import {
  grownSince,
  type NoteRead,
  noteIn,
  type RunNote,
  readNote,
  unlikeNotedAnchors,
} from './record/run-note.ts';
import { verifiedBefore } from './record/verified-before.ts';
import { writeWhole } from './record/write-whole.ts';
import { readExport } from './restore/read-export.ts';
import { argumentsOnce, CommandRefused, runCommand } from './run-command.ts';

const usage = `Verifies a record offline: every byte as it lies, every hash and number, and that everything in it follows from the rest.

  npm run verify -- RECORDS [--head HASH | --anchor FILE] [--anchors DIR] [--since FILE] [--export FILE]

  RECORDS        a records directory of npm start, a file that --export wrote, or the folder of a table's export to S3
  --head HASH    the head hash that was noted outside (npm start prints it)
  --anchor FILE  the heads that were noted outside; default: anchor.json in RECORDS, written when a run begins and when it ends
  --anchors DIR  the anchors that were made while the record grew: each must be what it once was; default: anchors in RECORDS
  --since FILE   heads under which the record was verified before, an anchor or an anchor.json: what stood there is held to its bytes
                 and hashes, and only what came after it is worked out again. A record that does not hold them is refused
  --export FILE  writes the record as text, one event a line, to be verified somewhere else

Of a records directory the payment files, the bank's reports and the documents of inputs are held to the record, too. Nothing in it is written to.

Exit code 0: the record is whole. 1: it is not, and every finding is printed. 2: the command cannot be followed.
`;

async function main(): Promise<number> {
  const { values, positionals } = argumentsOnce({
    allowPositionals: true,
    options: {
      head: { type: 'string' },
      anchor: { type: 'string' },
      anchors: { type: 'string' },
      since: { type: 'string' },
      export: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [records] = positionals;
  if (values.help || positionals.length !== 1 || !records) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  if (!existsSync(records)) throw new CommandRefused(`There is no ${records}.`);
  refuseOdd(records);
  if (values.export !== undefined) refuseExport(values.export, records);
  // Also one whose table is gone: what lies beside it tells that there was a record.
  const isDirectory = ['table', 'anchor.json'].some((name) => existsSync(join(records, name)));
  const { streams, findings } = await recordFrom(records);
  const own = isDirectory ? noteIn(records, streams) : undefined;
  const anchor = noteFor(streams, own, values.head, values.anchor);
  const before = values.since === undefined ? undefined : verifiedBefore(values.since, streams);
  const underWay = own?.note?.run === 'under way';
  const reading = isDirectory
    ? readingOf(records, parseInstant(new Date().toISOString()))
    : undefined;
  const verification = verify(streams, sha256, anchor.noted, {
    ...{ fileHash: fileHashOf, contentFaults, whole: true },
    ...(underWay && { came: reportsIn(records) }),
    ...(before && { known: before.known }),
    ...(reading && { reading }),
  });
  const anchors = holdAnchors(streams, anchorsFor(records, values.anchors));
  const files = isDirectory ? await holdFiles(streams, records, underWay) : undefined;
  const all = [
    ...anchor.findings,
    ...findings,
    ...(before?.findings ?? []),
    ...verification.findings,
    ...anchors.findings,
    ...(anchor.note && (isDirectory || values.anchors)
      ? unlikeNotedAnchors(anchor.note, anchors.names)
      : []),
    ...(files?.findings ?? []),
  ];
  if (verification.events === 0 && all.length === 0) throw noRecord(records);
  if (values.export) exportTo(values.export, streams, findings);
  print(verification, all, anchors, anchor);
  for (const note of [...anchors.notes, ...(files?.notes ?? [])])
    process.stdout.write(`· ${note}\n`);
  if (anchor.note?.run === 'under way')
    process.stdout.write(
      `· the last run has not ended; ${grownSince(anchor.note, streams)} events have come since it began\n`,
    );
  if (before) process.stdout.write(`· ${before.events} events were verified before\n`);
  if (files) process.stdout.write(`· ${files.files} files of and for the bank lie beside it\n`);
  if (files && files.documents > 0)
    process.stdout.write(`· ${files.documents} documents of inputs lie beside it\n`);
  process.stdout.write(`head hash ${verification.headHash}\n`);
  return all.length === 0 ? 0 : 1;
}

/** What is empty, or something else, is no record: nobody may take it for a whole one. */
const noRecord = (records: string): CommandRefused =>
  new CommandRefused(
    `${records} holds no event of a record. Allowed: a records directory of npm start in which something has been recorded, a file that --export wrote, or the folder of a table's export to S3.`,
  );

async function recordFrom(records: string): Promise<StoredStreams> {
  if (!statSync(records).isDirectory()) {
    const read = readRecordFile(records);
    if (read.streams.length === 0) throw noRecord(records);
    return read;
  }
  if (!existsSync(join(records, 'manifest-summary.json'))) return tableIn(records);
  const wrong: Finding[] = [];
  const items = readExport(records, undefined, (where, what) => wrong.push({ where, what }));
  const { streams, findings } = streamsOfItems(items);
  return { streams, findings: [...wrong, ...findings] };
}

/**
 * What of the table's files can be read; that they cannot, or are gone, is a finding like any other, unless a run was killed while it made
 * them, or nothing beside them tells of a record.
 */
async function tableIn(records: string): Promise<StoredStreams> {
  try {
    return await storedAt(records);
  } catch (error) {
    if (!(error instanceof TableUnreadable || error instanceof NoRecord)) throw error;
    const { findings, note } = noteIn(records, []);
    const isNew = !note?.heads.length && anchorsIn(join(records, 'anchors')).length === 0;
    if (error instanceof NoRecord && isNew) throw error;
    if (findings.length === 0 && isNew) throw noRecord(records);
    const what =
      error instanceof NoRecord ? 'is missing' : `cannot be opened or read: ${error.why}`;
    return { streams: [], findings: [{ where: 'table', what }] };
  }
}

/** What is verified is evidence: an export goes beside it, and into the place of nothing. */
function refuseExport(file: string, records: string): void {
  if (existsSync(file))
    throw new CommandRefused(`--export: ${file} is there. Allowed: a name that there is not yet.`);
  if (resolve(file).startsWith(`${resolve(records)}${sep}`))
    throw new CommandRefused(
      `--export: ${file} lies in ${records}, which is evidence. Allowed: a name outside of it.`,
    );
}

/** Text says what events say and not how they lay, so a record that lies otherwise than it was written is not made whole by it. */
function exportTo(
  file: string,
  streams: readonly FoundStream[],
  findings: readonly Finding[],
): void {
  if (findings.length === 0) writeWhole(file, recordText(streams));
  else
    process.stderr.write(`${file} was not written: the record does not lie as it was written.\n`);
}

function anchorsFor(records: string, folder: string | undefined): string {
  if (folder === undefined) return join(records, 'anchors');
  if (existsSync(folder)) return folder;
  throw new CommandRefused(`--anchors: there is no ${folder}.`);
}

/** What the record is compared with, and what is wrong with that. */
/** The heads that the record is held to: exactly, where they were noted of it as it is. */
interface Noted {
  readonly noted?: NotedHeads;
  readonly note?: RunNote;
  readonly findings: readonly Finding[];
}

/** What was given, else what the run left beside the record. */
function noteFor(
  found: readonly FoundStream[],
  own: NoteRead | undefined,
  head: string | undefined,
  file: string | undefined,
): Noted {
  if (head !== undefined && file !== undefined)
    throw new CommandRefused('Given --head and --anchor; allowed is one of them.');
  if (head !== undefined) {
    if (/^[0-9a-f]{64}$/.test(head)) return { noted: { headHash: head }, findings: [] };
    throw new CommandRefused(`--head: given "${head}", allowed: 64 hex digits.`);
  }
  if (file !== undefined && !existsSync(file))
    throw new CommandRefused(`--anchor: there is no ${file}.`);
  const { note, findings = [] } = (file === undefined ? own : readNote(file)) ?? {};
  if (!note) return { findings };
  if (note.run === 'ended') return { noted: note, note, findings };
  // A record has outgrown what its run noted when it began.
  return { note, findings: [...findings, ...unlikeAnchored(found, note.heads)] };
}

function print(
  { streams, events }: Verification,
  findings: readonly Finding[],
  { anchors, held }: AnchorsHeld,
  { noted, note }: Noted,
): void {
  for (const { where, what } of findings) process.stdout.write(`✗ ${where} ${what}\n`);
  const head = noted ?? note;
  const against = head
    ? `against the anchored head ${head.headHash}`
    : 'against no head: the tail after the last anchor would not be missed; name --head or --anchor';
  const mark = held === anchors ? '✓' : '✗';
  process.stdout.write(
    `${findings.length === 0 ? '✓ the record is whole' : `✗ ${findings.length} findings`}: ${events} events in ${streams} streams, ${against}\n` +
      `${anchors === 0 ? '· no anchors to hold it against' : `${mark} ${held} of ${anchors} anchors hold`}\n`,
  );
}

await runCommand(main);
