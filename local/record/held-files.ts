import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { matchReport } from '../../core/bank/match-report.ts';
import { canonical } from '../../core/canonical.ts';
import { fold } from '../../core/payment/evolve.ts';
import { partsOf } from '../../core/record/contradictions/parts.ts';
import { lookedAt, nameOf } from '../../core/record/found-stream.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256, sha256Of } from '../../functions/adapters/sha256.ts';
import { readReport } from '../../functions/bank/read-report/read-report.ts';
import { type LookedAtFiles, unlikeFiles } from '../../functions/shared/held-files.ts';
import { bytesIn } from './bytes-in.ts';

/** What became of the files that lie beside a record. */
export interface FilesHeld {
  readonly files: number;
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
  const [payments, reports] = ['payment-files', 'bank-reports'].map(
    (folder) => new FolderFiles(records, folder),
  ) as [FolderFiles, FolderFiles];
  const there = { payments: payments.names, ...(!underWay && { reports: reports.names }) };
  const unlike = await unlikeFiles(record, { payments, reports }, there);
  const unreadable = [...payments.unreadable, ...reports.unreadable];
  return {
    files: payments.names.length + reports.names.length,
    findings: [
      ...unreadable,
      ...unlike.filter(({ where }) => !unreadable.some((each) => each.where === where)),
      ...otherWords(record, reports.byHash()),
    ],
  };
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
  const reports = { list: () => Promise.resolve([]), read: () => Promise.resolve(undefined) };
  const unlike = await unlikeFiles(record, { payments, reports }, { payments: payments.names });
  return [
    ...payments.unreadable,
    ...unlike.filter(({ where }) => where.startsWith('payment-files/')),
  ];
}

/** The files of a folder by their names, each read once; what cannot be read is told. */
class FolderFiles implements LookedAtFiles {
  readonly names: readonly string[];
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
    this.names = told(folder, [], () => filesIn(path));
    for (const name of this.names) {
      const bytes = told(`${folder}/${name}`, undefined, () =>
        bytesIn(join(path, ...name.split('/'))),
      );
      if (bytes) this.#bytes.set(name, bytes);
    }
    this.unreadable = unreadable;
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

/** What a case notes of the bank's words must be what the file says, read again, of the case as it was before them. */
function otherWords(
  record: readonly FoundStream[],
  reports: ReadonlyMap<string, Uint8Array>,
): readonly Finding[] {
  const { cases } = partsOf(record, { sha256 });
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

/** The names of a folder's files as keys of its bucket; halves of what a killed run was writing are none. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // Whatever is no folder is looked at: a link or a pipe among the files is none that was put there.
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((name) => !name.startsWith('.halves/'))
      .sort()
  );
}
