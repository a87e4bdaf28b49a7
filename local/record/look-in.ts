import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../../core/record/verify.ts';
import { HALF, HALVES } from '../cloud/bucket-folder.ts';

/** What lies in the folder of a bucket. */
export interface InFolder {
  /** The keys of its files, in order. */
  readonly names: readonly string[];
  /** What a killed run leaves and the next start clears: no reason to doubt the record. */
  readonly notes: readonly string[];
  /** What no run leaves. */
  readonly strays: readonly Finding[];
}

/**
 * Looks at everything in the folder of a bucket, at any depth: files, half of the one that a run was writing when it was killed, and what
 * is neither. A folder that is not there has nothing in it.
 *
 * @param called what the folder is called in what is told of it
 */
export function lookIn(folder: string, called: string): InFolder {
  const entries = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
        name: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
        isFolder: entry.isDirectory(),
        isFile: entry.isFile(),
      }))
    : [];
  const isHalf = ({ name, isFile }: (typeof entries)[number]) =>
    isFile && name === `${HALVES}/${HALF}`;
  const inHalves = entries.filter(({ name }) => name.startsWith(`${HALVES}/`));
  const halves = inHalves.filter(isHalf);
  // Whatever is no folder is looked at: a link or a pipe among the files is none that was put there.
  const names = entries
    .filter((each) => !each.isFolder && !inHalves.includes(each))
    .map(({ name }) => name);
  // The folder of the first file in it is made just before that: a run that is killed between leaves half of the file, too.
  const empty = entries.filter(
    ({ name, isFolder }) =>
      isFolder &&
      halves.length === 0 &&
      name.split('/')[0] !== HALVES &&
      !names.some((each) => each.startsWith(`${name}/`)),
  );
  const told = (what: string) => (each: { readonly name: string }) => ({
    where: `${called}/${each.name}`,
    what,
  });
  return {
    names: names.sort(),
    notes: halves.map(
      ({ name }) =>
        `${called}/${name} is half of a file: a run was killed while it wrote it, and the next start clears it`,
    ),
    strays: [
      ...inHalves.filter((each) => !isHalf(each)).map(told('is nothing that a run leaves')),
      ...empty.map(told('is a folder without a file')),
    ],
  };
}
