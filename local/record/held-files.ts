import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { matchReport } from '../../core/bank/match-report.ts';
import { paymentFileName } from '../../core/bank/payment-file-name.ts';
import type { BankReportEvent } from '../../core/bank/report-events.ts';
import { canonical } from '../../core/canonical.ts';
import { fold } from '../../core/payment/evolve.ts';
import {
  eventsIn,
  type FoundCase,
  type Parts,
  partsOf,
  streamsOf,
} from '../../core/record/contradictions/parts.ts';
import { lookedAt, nameOf } from '../../core/record/found-stream.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256, sha256Of } from '../../functions/adapters/sha256.ts';
import { readReport } from '../../functions/bank/read-report/read-report.ts';

/** What became of the files that lie beside a record. */
export interface FilesHeld {
  readonly files: number;
  readonly findings: readonly Finding[];
}

/** What must lie in a folder, by name: the hashes that a file of that name can have, and whether there must be one. */
type Expected = ReadonlyMap<
  string,
  { readonly hashes: ReadonlySet<string>; readonly due: boolean }
>;

/**
 * Holds the files that left and came to the hashes that the record has of them: each must be there, to the byte, and no others.
 *
 * A release that nothing has followed yet may have died before its file was written. A report that a person sent in lies nowhere.
 */
export function holdFiles(record: readonly FoundStream[], records: string): FilesHeld {
  const parts = partsOf(record, { sha256 });
  const held = [
    heldIn(
      records,
      'payment-files',
      new Map([...parts.cases.values()].flatMap(paymentFileOf)),
      'was not released',
    ),
    heldIn(records, 'bank-reports', reportFiles(streamsOf(parts, 'BANK')), 'was not taken in'),
  ];
  return {
    files: held.reduce((sum, { files }) => sum + files, 0),
    findings: [...held.flatMap(({ findings }) => findings), ...otherWords(parts, records)],
  };
}

/** What a case notes of the bank's words must be what the file says, read again, of the case as it was before them. */
function otherWords({ cases }: Parts, records: string): readonly Finding[] {
  const reports = reportsIn(records);
  return [...cases.values()].flatMap(({ id, found, events }) =>
    events.flatMap(({ number, event }, index) => {
      if (event.type !== 'bank-reported' || !('report' in event.source)) return [];
      const { report: hash, part } = event.source;
      const bytes = reports.get(hash);
      // Of a report whose words stand in several events they are all held to it at the first; that it is not there is said of the file.
      if (!bytes || part !== undefined) return [];
      return lookedAt(`${nameOf(found)} event ${number}`, () => {
        const read = readReport(bytes);
        if (!read.ok) return [`has words of a report that cannot be read: ${read.refusal.code}`];
        const before = fold(events.slice(0, index).map((each) => each.event));
        const said = matchReport(read.value, new Map([[id, before]])).words.get(id) ?? [];
        const noted = events.flatMap(({ event: each }) =>
          each.type === 'bank-reported' && 'report' in each.source && each.source.report === hash
            ? each.words
            : [],
        );
        return canonical(said) === canonical(noted)
          ? []
          : ['has other words of the bank than the file says'];
      });
    }),
  );
}

/** The bank's reports by the hashes of their bytes. */
function reportsIn(records: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(records, 'bank-reports');
  return new Map(
    filesIn(folder).map((name) => {
      const bytes = readFileSync(join(folder, ...name.split('/')));
      return [sha256Of(bytes), bytes] as const;
    }),
  );
}

function paymentFileOf({ id, state, events }: FoundCase) {
  const { released } = state;
  if (!released || state.lines.size === 0) return [];
  const due = events.at(-1)?.event.type !== 'release-ordered';
  return [[paymentFileName(id), { hashes: new Set([released.fileHash]), due }] as const];
}

function reportFiles(streams: readonly FoundStream[]): Expected {
  const files = new Map<string, { hashes: Set<string>; due: boolean }>();
  for (const { event } of streams.flatMap((found) => eventsIn<BankReportEvent>(found))) {
    if (!('file' in event)) continue;
    const known = files.get(event.file) ?? { hashes: new Set(), due: false };
    known.hashes.add(event.hash);
    files.set(event.file, { hashes: known.hashes, due: known.due || event.by === undefined });
  }
  return files;
}

function heldIn(records: string, folder: string, expected: Expected, stranger: string): FilesHeld {
  const names = filesIn(join(records, folder));
  const there = new Set(names);
  const wrong = names.flatMap((name) => {
    const known = expected.get(name);
    if (!known) return [{ name, what: `is a file that ${stranger}` }];
    const hash = sha256Of(readFileSync(join(records, folder, ...name.split('/'))));
    return known.hashes.has(hash)
      ? []
      : [{ name, what: `has the hash ${hash}; the record says ${[...known.hashes].join(', ')}` }];
  });
  const missing = [...expected].flatMap(([name, { due }]) =>
    due && !there.has(name) ? [{ name, what: 'is missing' }] : [],
  );
  const findings = [...wrong, ...missing].map(({ name, what }) => ({
    where: `${folder}/${name}`,
    what,
  }));
  return { files: names.length, findings };
}

/** The names of a folder's files as keys of its bucket; halves of what a killed run was writing are none. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.startsWith('.halves/'))
    .sort();
}
