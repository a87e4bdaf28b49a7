import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Anchor,
  missingAnchors,
  parseAnchor,
  unlikeAnchored,
} from '../../core/record/anchor.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { HALVES } from '../cloud/bucket-folder.ts';
import { bytesIn } from './bytes-in.ts';
import { lookIn } from './look-in.ts';

/** The names of the anchors in a folder, the oldest first; none where there is no folder. */
export const anchorsIn = (folder: string): readonly string[] =>
  filesOf(folder).filter((name) => name.endsWith('.json'));

/** What became of the anchors of a folder. */
export interface AnchorsHeld {
  readonly anchors: number;
  /** The oldest first. */
  readonly names: readonly string[];
  /** So many of them are what the record once was. */
  readonly held: number;
  /** What a killed run left. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Holds a record against every anchor of a folder: each must be what the record once was. A file that is no anchor is a finding. What
 * many anchors say of one stream is said once, by the newest of them, which knows most of the stream; a folder that is not there has
 * none.
 */
export function holdAnchors(record: readonly FoundStream[], folder: string): AnchorsHeld {
  const broken: Finding[] = [];
  const { names, notes } = namesOrFinding(folder, broken);
  const wrong = new Map<string, { readonly finding: Finding; anchors: number }>();
  const read: (Anchor & { readonly name: string })[] = [];
  let held = 0;
  for (const name of names.toReversed()) {
    const anchor = anchorOrFinding(folder, name);
    if ('what' in anchor) {
      broken.push(anchor);
      continue;
    }
    read.push({ name, ...anchor });
    const findings = unlikeAnchored(record, anchor.heads);
    if (findings.length === 0) held++;
    for (const finding of findings) {
      const known = wrong.get(finding.where) ?? { finding, anchors: 0 };
      known.anchors++;
      wrong.set(finding.where, known);
    }
  }
  const findings = [...wrong.values()].map(({ finding: { where, what }, anchors }) => ({
    where,
    what: `${what} (${anchors} anchor${anchors === 1 ? '' : 's'} say${anchors === 1 ? 's' : ''} so)`,
  }));
  return {
    anchors: names.length,
    names,
    held,
    notes,
    findings: [...broken, ...missingAnchors(new Set(names), read), ...findings],
  };
}

/** What lies in a folder of anchors, the oldest first; where a run writes what is not whole yet is none. */
const filesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.name !== HALVES || !entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

function namesOrFinding(folder: string, broken: Finding[]): Pick<AnchorsHeld, 'names' | 'notes'> {
  try {
    const { notes, strays } = lookIn(folder, 'anchors');
    // Whatever else lies there and is no file is no anchor, and said to be none.
    broken.push(...strays.filter(({ where }) => where.startsWith(`anchors/${HALVES}/`)));
    return { names: filesOf(folder), notes };
  } catch (error) {
    broken.push({ where: 'anchors', what: `cannot be read: ${(error as Error).message}` });
    return { names: [], notes: [] };
  }
}

function anchorOrFinding(folder: string, name: string): Anchor | Finding {
  try {
    return parseAnchor(name, bytesIn(join(folder, name)).toString(), sha256);
  } catch (error) {
    // Whatever lies there is no reason to stop looking: a name that is a folder, bytes that are no text.
    const why = error instanceof Error ? error.message : String(error);
    const what = error instanceof RangeError ? why : `holds ${name}, which cannot be read: ${why}`;
    return { where: 'anchors', what };
  }
}
