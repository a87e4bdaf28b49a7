import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Anchor,
  anchorName,
  anchorOf,
  anchorText,
  parseAnchor,
} from '../../core/record/anchor.ts';
import { belongsToRecord } from '../../core/record/chain.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { anchorsIn } from './anchors-in.ts';
import { bytesIn } from './bytes-in.ts';
import { writeWhole } from './write-whole.ts';

/**
 * What a run notes beside its record, in `anchor.json`: the record's heads and the newest anchor of them. It is written before a run
 * records anything, and when it ends, so a record with events and without it has lost it; one that has outgrown it is that of a run
 * that has not ended, and says so.
 */
export interface RunNote extends Pick<Anchor, 'headHash' | 'heads'> {
  /** The newest anchor's name; null where there was none yet. */
  readonly lastAnchor: string | null;
  /** Whether the record may have grown since. A note that does not say it was left by a run that ended. */
  readonly run: 'under way' | 'ended';
}

const fileOf = (records: string): string => join(records, 'anchor.json');

/** Writes it, and lets the system put it on the disk: what is recorded from now on must not outlive it. */
export function writeNote(
  records: string,
  { headHash, heads }: Pick<Anchor, 'headHash' | 'heads'>,
  run: RunNote['run'],
): void {
  const lastAnchor = anchorsIn(join(records, 'anchors')).at(-1) ?? null;
  const note: RunNote = { headHash, heads, lastAnchor, run };
  writeWhole(fileOf(records), `${JSON.stringify(note, null, 2)}\n`);
  const file = openSync(fileOf(records), 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** The note as far as it can be read, and what is wrong with it. */
export interface NoteRead {
  readonly note?: RunNote;
  readonly findings: readonly Finding[];
}

const members: readonly string[] = ['headHash', 'heads', 'lastAnchor', 'run'];
/** What an anchor says besides; whoever verifies may name one in a note's place. */
const ofAnchors: readonly string[] = ['previous', 'unnamed'];

/** Reads a note, or an anchor that is named in its place. Whatever is wrong with it is a finding. */
export function readNote(path: string): NoteRead {
  const where = basename(path);
  const wrong = (what: string): Finding => ({ where, what });
  try {
    const said = Object(JSON.parse(bytesIn(path).toString())) as Partial<RunNote>;
    const more = Object.keys(said).filter((name) => ![...members, ...ofAnchors].includes(name));
    const findings = more.map((name) => wrong(`says ${name}, which no run notes`));
    if (!Array.isArray(said.heads))
      return { findings: [...findings, wrong('names no heads of a record')] };
    const { run = 'ended', lastAnchor = null, headHash = '' } = said;
    if (run !== 'ended' && run !== 'under way')
      findings.push(wrong('says neither that the run ended nor that it is under way'));
    const isNote = !ofAnchors.some((name) => Object.hasOwn(said, name)) && where === 'anchor.json';
    if (isNote && said.lastAnchor === undefined)
      findings.push(wrong('does not say which anchor was the last'));
    if (anchorIn(said) === undefined)
      findings.push(wrong('names heads that do not make its head hash'));
    return { note: { headHash, heads: said.heads, lastAnchor, run }, findings };
  } catch (error) {
    return { findings: [wrong(`cannot be read: ${String(error)}`)] };
  }
}

/** The heads that something says; undefined where they are none, or do not make its head hash. */
export function anchorIn(said: unknown): Anchor | undefined {
  try {
    const { headHash, heads } = Object(said) as Anchor;
    const anchor = anchorOf(heads, sha256);
    return parseAnchor(anchorName(anchor), anchorText({ ...anchor, headHash }), sha256);
  } catch {
    return undefined; // Whatever is wrong with it, it is none.
  }
}

/** The note in a records directory. That there is none is a finding where anything was recorded or anchored. */
export function noteIn(records: string, found: readonly FoundStream[]): NoteRead {
  if (existsSync(fileOf(records))) return readNote(fileOf(records));
  const isNew =
    !found.some(({ partition }) => belongsToRecord(partition)) &&
    anchorsIn(join(records, 'anchors')).length === 0;
  const what =
    'is missing: every run writes it before it records anything, and nothing else says how far the record went';
  return { findings: isNew ? [] : [{ where: 'anchor.json', what }] };
}

const eventsIn = (lengths: readonly { readonly length: number }[]): number =>
  lengths.reduce((sum, { length }) => sum + length, 0);

/** How many events an anchor knows of, as its name says. */
const eventsNamed = (anchor: string): number => Number(anchor.slice(0, 9));

/**
 * What anchors cannot be, given what a run noted of them: the last one must be there; where there was none, none can be older than
 * the note; and none was made after a run that ended.
 */
export function unlikeNotedAnchors(
  { heads, lastAnchor, run }: RunNote,
  names: readonly string[],
): readonly Finding[] {
  const where = 'anchors';
  if (lastAnchor !== null && !names.includes(lastAnchor))
    return [{ where, what: `lack ${lastAnchor}, the last when the run ended` }];
  const known = eventsIn(heads);
  const others = names.filter((name) =>
    run === 'ended'
      ? name !== lastAnchor && (lastAnchor === null || name > lastAnchor)
      : lastAnchor === null && eventsNamed(name) < known,
  );
  return others.map((name) => ({
    where,
    what: `hold ${name}; anchor.json names ${lastAnchor ?? 'none'} as the last`,
  }));
}

/** Events of the record that the note does not know of. */
export const grownSince = ({ heads }: RunNote, found: readonly FoundStream[]): number =>
  eventsIn(
    found.filter(({ partition }) => belongsToRecord(partition)).map(({ events }) => events),
  ) - eventsIn(heads);
