import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * SHA-256 (64 hex digits) over files and folders: every file's path and content, in order of path.
 *
 * Neither git nor modification times have a part in it, so a copy of the tree has the same hash. Files and folders whose
 * names begin with a dot are left out: editors and operating systems leave such files behind. A path that does not exist
 * is refused by `statSync`, which names it.
 *
 * @param root  folder that the paths are relative to
 * @param paths files and folders below it
 */
export function treeHash(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesIn(root, path)).sort()) {
    const content = readFileSync(join(root, path));
    // The length keeps two files apart from one file that holds both.
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The files of a path, with "/" between folders on every operating system. */
function filesIn(root: string, path: string): string[] {
  const folder = join(root, path);
  if (statSync(folder).isFile()) return [path];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
    .filter((names) => !names.some((name) => name.startsWith('.')))
    .map((names) => [path, ...names].join('/'));
}
