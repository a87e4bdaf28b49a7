import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FoundStream,
  type NotedHeads,
  type Verification,
  verify,
} from '../core/record/verify.ts';
import { sha256 } from '../functions/adapters/sha256.ts';
import { type AnchorsHeld, holdAnchors } from './record/anchors-in.ts';
import { streamsOfItems } from './record/found-streams.ts';
import { recordAt } from './record/record-at.ts';
import { readRecordFile, recordText } from './record/record-file.ts';
import { writeWhole } from './record/write-whole.ts';
import { readExport } from './restore/read-export.ts';
import { argumentsOnce, CommandRefused, runCommand } from './run-command.ts';

const usage = `Verifies a record offline: every hash, every number, every voucher, every approval.

  npm run verify -- RECORDS [--head HASH | --anchor FILE] [--anchors DIR] [--export FILE]

  RECORDS        a records directory of npm start, a file that --export wrote, or the folder of a table's export to S3
  --head HASH    the head hash that was noted outside (npm start prints it)
  --anchor FILE  the heads that were noted outside; default: anchor.json in RECORDS, written at the end of a run
  --anchors DIR  the anchors that were made while the record grew: each must be what it once was; default: anchors in RECORDS
  --export FILE  writes the record as text, one event a line, to be verified somewhere else

Exit code 0: the record is whole. 1: it is not, and every finding is printed. 2: the command cannot be followed.
`;

async function main(): Promise<number> {
  const { values, positionals } = argumentsOnce({
    allowPositionals: true,
    options: {
      head: { type: 'string' },
      anchor: { type: 'string' },
      anchors: { type: 'string' },
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
  const anchor = anchorFor(records, values.head, values.anchor);
  const found = await recordFrom(records);
  const verification = verify(found, sha256, anchor);
  const anchors = holdAnchors(found, anchorsFor(records, values.anchors));
  if (values.export) writeWhole(values.export, recordText(found));
  print(verification, anchors, anchor);
  return verification.findings.length + anchors.findings.length === 0 ? 0 : 1;
}

async function recordFrom(records: string): Promise<readonly FoundStream[]> {
  if (!statSync(records).isDirectory()) return readRecordFile(records);
  const isExport = existsSync(join(records, 'manifest-summary.json'));
  return isExport ? streamsOfItems(readExport(records)) : recordAt(records);
}

function anchorsFor(records: string, folder: string | undefined): string {
  if (folder === undefined) return join(records, 'anchors');
  if (existsSync(folder)) return folder;
  throw new CommandRefused(`--anchors: there is no ${folder}.`);
}

/** What the record is compared with: what was given, else what the run left beside it. */
function anchorFor(
  records: string,
  head: string | undefined,
  file: string | undefined,
): NotedHeads | undefined {
  if (head !== undefined && file !== undefined)
    throw new CommandRefused('Given --head and --anchor; allowed is one of them.');
  if (head !== undefined) {
    if (/^[0-9a-f]{64}$/.test(head)) return { headHash: head };
    throw new CommandRefused(`--head: given "${head}", allowed: 64 hex digits.`);
  }
  const beside = join(records, 'anchor.json');
  if (file === undefined && !existsSync(beside)) return undefined;
  const path = file ?? beside;
  if (!existsSync(path)) throw new CommandRefused(`--anchor: there is no ${path}.`);
  return JSON.parse(readFileSync(path, 'utf8')) as NotedHeads;
}

function print(
  verification: Verification,
  { anchors, held, findings: unlike }: AnchorsHeld,
  noted: NotedHeads | undefined,
): void {
  const { streams, events, headHash } = verification;
  const findings = [...verification.findings, ...unlike];
  for (const { where, what } of findings) process.stdout.write(`✗ ${where} ${what}\n`);
  const against = noted
    ? `against the anchored head ${noted.headHash}`
    : 'against no head: the tail after the last anchor would not be missed; name --head or --anchor';
  const mark = held === anchors ? '✓' : '✗';
  process.stdout.write(
    `${findings.length === 0 ? '✓ the record is whole' : `✗ ${findings.length} findings`}: ${events} events in ${streams} streams, ${against}\n` +
      `${anchors === 0 ? '· no anchors to hold it against' : `${mark} ${held} of ${anchors} anchors hold`}\nhead hash ${headHash}\n`,
  );
}

await runCommand(main);
