import { join } from 'node:path';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
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
 */
export async function holdFiles(
  record: readonly FoundStream[],
  records: string,
): Promise<FilesHeld> {
  const payments = new FolderFiles(records, 'payment-files');
  const reports = new FolderFiles(records, 'bank-reports');
  const documents = new FolderFiles(records, 'documents');
  const folders = [payments, reports, documents];
  const there = { payments: payments.names, reports: reports.names, documents: documents.names };
  const unlike = await unlikeFiles(record, { payments, reports, documents }, there);
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
}
