import { repository } from './repository.ts';
import { treeHash } from './tree-hash.ts';

/**
 * Which code makes the proposals: SHA-256 (64 hex digits) over core, functions and the lock file.
 *
 * It stands in every proposal, so that what was known on a given day can be recomputed with the code of that day. Only what
 * decides an amount is part of it: a changed page or test voids nobody's approval.
 */
export function codeVersion(root: string = repository): string {
  return treeHash(root, ['core', 'functions', 'package-lock.json']);
}
