import { join } from 'node:path';
import { partsOf } from '../../core/record/contradictions/parts.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256, sha256Of } from '../../functions/adapters/sha256.ts';
import { unlikeReport } from '../../functions/bank/held-report.ts';
import { type LookedAtFiles, unlikeFiles } from '../../functions/shared/held-files.ts';
import { bytesIn } from './bytes-in.ts';
import { type InFolder, lookIn } from './look-in.ts';

/** What became of the files that lie beside a record. */
export interface FilesHeld {
  readonly files: number;
  /** What a killed run left. */
  readonly notes: readonly string[];
  readonly documents: number;
  readonly findings: readonly Finding[];
}

/**
 * Holds the files in a records directory to the record, as the weekly verification holds those in the buckets; and what cases note of
 * the bank's words to the reports, read again. What cannot be read is a finding.
 *
 * @param underWay whether a report may lie there that has come and has not been taken in yet
 */
export async function holdFiles(
  record: readonly FoundStream[],
  records: string,
  underWay: boolean,
): Promise<FilesHeld> {
  const payments = new FolderFiles(records, 'payment-files');
  const reports = new FolderFiles(records, 'bank-reports');
  const documents = new FolderFiles(records, 'documents');
  const folders = [payments, reports, documents];
  const there = {
    payments: payments.names,
    documents: documents.names,
    ...(!underWay && { reports: reports.names }),
  };
  const unlike = [
    ...(await unlikeFiles(record, { payments, reports, documents }, there)),
    ...(underWay ? wordsNotNotedYet(record, reports) : []),
  ];
  const unreadable = folders.flatMap((folder) => folder.unreadable);
  return {
    files: payments.names.length + reports.names.length,
    notes: folders.flatMap(({ found }) => found.notes),
    documents: documents.names.length,
    findings: [
      ...folders.flatMap(({ found }) => found.strays),
      ...unreadable,
      ...unlike.filter(({ where }) => !unreadable.some((each) => each.where === where)),
    ],
  };
}

/** What cases note of a report that lies there and that the record has not taken in yet: its taker died between the two. */
function wordsNotNotedYet(
  record: readonly FoundStream[],
  reports: FolderFiles,
): readonly Finding[] {
  const parts = partsOf(record, { sha256 });
  return [...reports.byHash()].flatMap(([hash, bytes]) =>
    parts.reports.has(hash) ? [] : unlikeReport(parts, { bytes, hash }),
  );
}

/** The hashes of the bank's reports that lie in a records directory. */
export const reportsIn = (records: string): ReadonlySet<string> =>
  new Set(new FolderFiles(records, 'bank-reports').byHash().keys());

/**
 * Payment files that the record does not know of, or has other hashes of, for whoever goes on with it: what has left must not leave
 * again.
 */
export async function unlikePaymentFiles(
  record: readonly FoundStream[],
  records: string,
): Promise<readonly Finding[]> {
  const payments = new FolderFiles(records, 'payment-files');
  const none = { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) };
  const files = { payments, reports: none, documents: none };
  const unlike = await unlikeFiles(record, files, { payments: payments.names, documents: [] });
  return [
    ...payments.unreadable,
    ...unlike.filter(({ where }) => where.startsWith('payment-files/')),
  ];
}

/** The files of a folder by their names, each read once; what cannot be read is told. */
class FolderFiles implements LookedAtFiles {
  readonly found: InFolder;
  readonly unreadable: readonly Finding[];
  readonly #bytes = new Map<string, Uint8Array>();

  constructor(records: string, folder: string) {
    const path = join(records, folder);
    const unreadable: Finding[] = [];
    const told = <T>(where: string, otherwise: T, read: () => T): T => {
      try {
        return read();
      } catch (error) {
        unreadable.push({ where, what: `cannot be read: ${(error as Error).message}` });
        return otherwise;
      }
    };
    this.found = told(folder, { names: [], notes: [], strays: [] }, () => lookIn(path, folder));
    for (const name of this.names) {
      const bytes = told(`${folder}/${name}`, undefined, () =>
        bytesIn(join(path, ...name.split('/'))),
      );
      if (bytes) this.#bytes.set(name, bytes);
    }
    this.unreadable = unreadable;
  }

  get names(): readonly string[] {
    return this.found.names;
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve(this.names);
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#bytes.get(name));
  }

  byHash(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#bytes.values()].map((bytes) => [sha256Of(bytes), bytes]));
  }
}
