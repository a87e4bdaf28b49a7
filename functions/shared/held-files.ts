import { paymentFileName } from '../../core/bank/payment-file-name.ts';
import type { BankReportEvent } from '../../core/bank/report-events.ts';
import type { ListedFiles } from '../../core/ports.ts';
import {
  eventsIn,
  type FoundCase,
  type Parts,
  partsOf,
  streamsOf,
} from '../../core/record/contradictions/parts.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256, sha256Of } from '../adapters/sha256.ts';
import { unlikeReport } from '../bank/held-report.ts';
import { namedDocuments } from './named-documents.ts';

/** Files of one bucket or folder, as they are looked at. */
export type LookedAtFiles = Pick<ListedFiles, 'list' | 'read'>;

/** Where the files lie that left for the bank, those that came from it, and the documents that inputs were read from. */
export interface HeldFiles {
  readonly payments: LookedAtFiles;
  readonly reports: LookedAtFiles;
  readonly documents: LookedAtFiles;
}

/**
 * The names of files that must be known to the record. They are asked for before the record is read: a file that is put meanwhile is
 * for the next time, and no stranger.
 */
export interface NamesThere {
  readonly payments: readonly string[];
  readonly documents: readonly string[];
  /** Left out where a report may lie that has come and has not been taken in yet. */
  readonly reports?: readonly string[];
}

/** By name: the hashes that a file of that name can have, and whether there must be one. */
type Expected = ReadonlyMap<
  string,
  { readonly hashes: ReadonlySet<string>; readonly due: boolean }
>;

/** So many files are asked for at once. */
const atOnce = 20;

/**
 * Holds the files that left and came, and the documents, to the hashes that the record has of them: each must be there, to the byte,
 * and no others; and what the record says of the bank's to what is read in them.
 *
 * A release that nothing has followed yet may have died before its file was written. A report that a person sent in lies nowhere.
 */
export async function unlikeFiles(
  record: readonly FoundStream[],
  { payments, reports, documents }: HeldFiles,
  there: NamesThere,
): Promise<readonly Finding[]> {
  const parts = partsOf(record, { sha256 });
  const [sent, came, named] = [paymentFiles(parts), reportFiles(parts), namedDocuments(parts)];
  return [
    ...strangers('payment-files', there.payments, sent, 'was not released'),
    ...(await strangeReports(there.reports ?? [], reports, came)),
    ...(await unlike('payment-files', payments, sent)),
    ...(await unlike('bank-reports', reports, came, (bytes, hash) =>
      unlikeReport(parts, { bytes, hash }),
    )),
    ...strangers('documents', there.documents, named, 'no input names'),
    ...(await unlike('documents', documents, named)),
  ];
}

const paymentFiles = ({ cases }: Parts): Expected =>
  new Map([...cases.values()].flatMap(paymentFileOf));

function paymentFileOf({ id, state, events }: FoundCase) {
  const { released } = state;
  if (!released || state.lines.size === 0) return [];
  const due = events.at(-1)?.event.type !== 'release-ordered';
  return [[paymentFileName(id), { hashes: new Set([released.fileHash]), due }] as const];
}

function reportFiles(parts: Parts): Expected {
  const files = new Map<string, { hashes: Set<string>; due: boolean }>();
  const events = streamsOf(parts, 'BANK').flatMap((found) => eventsIn<BankReportEvent>(found));
  for (const { event } of events) {
    const { file, hash, by } = Object(event) as Partial<Extract<BankReportEvent, { file: string }>>;
    if (typeof file !== 'string' || typeof hash !== 'string') continue; // That is a finding elsewhere.
    const known = files.get(file) ?? { hashes: new Set(), due: false };
    known.hashes.add(hash);
    files.set(file, { hashes: known.hashes, due: known.due || by === undefined });
  }
  return files;
}

const strangers = (
  folder: string,
  there: readonly string[],
  expected: Expected,
  what: string,
): readonly Finding[] =>
  there
    .filter((name) => !expected.has(name))
    .map((name) => ({ where: `${folder}/${name}`, what: `is a file that ${what}` }));

/**
 * Files of the bank's that the record has not taken in, by whatever name: a file that was delivered again has the bytes of one that it
 * has, and is nothing new.
 */
async function strangeReports(
  there: readonly string[],
  files: LookedAtFiles,
  came: Expected,
): Promise<readonly Finding[]> {
  const taken = new Set([...came.values()].flatMap(({ hashes }) => [...hashes]));
  const found: Finding[] = [];
  for (const stranger of strangers('bank-reports', there, came, 'was not taken in')) {
    const bytes = await files.read(stranger.where.slice('bank-reports/'.length));
    if (!bytes || !taken.has(sha256Of(bytes))) found.push(stranger);
  }
  return found;
}

async function unlike(
  folder: string,
  files: LookedAtFiles,
  expected: Expected,
  more: (bytes: Uint8Array, hash: string) => readonly Finding[] = () => [],
): Promise<readonly Finding[]> {
  const all = [...expected];
  const found: Finding[] = [];
  for (let from = 0; from < all.length; from += atOnce)
    for (const each of await Promise.all(
      all.slice(from, from + atOnce).map(async ([name, { hashes, due }]) => {
        const where = `${folder}/${name}`;
        const bytes = await files.read(name);
        if (!bytes) return due ? [{ where, what: 'is missing' }] : [];
        const hash = sha256Of(bytes);
        if (hashes.has(hash)) return more(bytes, hash);
        const known = [...hashes].join(', ');
        return [{ where, what: `has the hash ${hash}; the record says ${known}` }];
      }),
    ))
      found.push(...each);
  return found;
}
