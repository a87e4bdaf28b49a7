import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Anchor, parseAnchor, unlikeAnchored } from '../../core/record/anchor.ts';
import type { Head } from '../../core/record/chain.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { CommandRefused } from '../run-command.ts';
import { ofFile } from './of-file.ts';
import { anchorIn } from './run-note.ts';

/** Heads that were verified before, and whether the record still holds them. */
export interface VerifiedBefore {
  /** What need not be judged again; empty where the record holds not all of it. */
  readonly known: readonly Head[];
  /** Events under those heads. */
  readonly events: number;
  readonly findings: readonly Finding[];
}

/**
 * The heads in a file: an anchor, or the `anchor.json` that a run leaves beside its record. A record that does not hold every one of
 * them is not the one that was verified: then each that it lacks is a finding, and nothing of it is taken as verified.
 *
 * Refuses, with the name of the file and what is wrong, one that is not there, that is no such file, whose heads do not make its head
 * hash, and that has an anchor's name and is another.
 */
export function verifiedBefore(path: string, record: readonly FoundStream[]): VerifiedBefore {
  const { heads } = anchorAt(path);
  const unlike = unlikeAnchored(record, heads);
  if (unlike.length === 0)
    return {
      known: heads,
      events: heads.reduce((sum, { length }) => sum + length, 0),
      findings: [],
    };
  const refused = {
    where: '--since',
    what: `HeadsNotHeld: ${unlike.length} of the ${heads.length} heads in ${basename(path)} are not in this record, so nothing of it is taken as verified before`,
  };
  const each = unlike.map(({ where, what }) => ({ where, what: `${what} (${basename(path)})` }));
  return { known: [], events: 0, findings: [refused, ...each] };
}

const anchorsName = /^\d{9}-[0-9a-f]{64}\.json$/;

function anchorAt(path: string): Anchor {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new CommandRefused(`--since: there is no file ${path}.`);
  const text = ofFile(path, () => readFileSync(path, 'utf8'));
  const name = basename(path);
  if (anchorsName.test(name)) {
    try {
      return parseAnchor(name, text, sha256);
    } catch (error) {
      throw new CommandRefused(`--since: ${(error as Error).message}`);
    }
  }
  const anchor = anchorIn(parsed(text));
  if (anchor) return anchor;
  throw new CommandRefused(
    `--since: ${path} holds no heads that make its head hash. Allowed: an anchor of the record (anchors/NAME.json), or the anchor.json that a run left beside it.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
