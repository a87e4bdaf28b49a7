import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Anchor,
  anchorName,
  anchorOf,
  anchorText,
  parseAnchor,
  unlikeAnchored,
} from '../../core/record/anchor.ts';
import type { Finding, FoundStream, Verification } from '../../core/record/verify.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { anchorsIn, holdAnchors, lastAnchorGone } from './anchors-in.ts';
import { instantsIn } from './instants-in.ts';
import { ofFile } from './of-file.ts';
import { writeWhole } from './write-whole.ts';

/** So many findings are told; `npm run verify` tells all. */
const MOST_TOLD = 10;

/** A record of more than this is anchored: it is verified and anchored every day. */
const ANCHORED_WITHIN_MS = 2 * 24 * 60 * 60 * 1000;

/** The record is not what was anchored of it. Nothing has been recorded, and what was anchored is as it was. */
export class NotAsAnchored extends Error {
  override readonly name = 'NotAsAnchored';
  readonly exitCode = 1;

  constructor(records: string, findings: readonly Finding[]) {
    const told = findings.slice(0, MOST_TOLD).map(({ where, what }) => `  ${where} ${what}`);
    const rest = findings.length - told.length;
    super(
      [
        `The record in ${records} is not what was anchored of it. Nothing was recorded, and its anchors were left as they are.`,
        ...told,
        ...(rest > 0 ? [`  and ${rest} more: npm run verify -- ${records}`] : []),
        'Keep the directory as it is: it is evidence. Bring the record and its anchors back from a copy (docs/runbook.md, "Restore the record"), or begin anew with --records and another directory.',
      ].join('\n'),
    );
  }
}

/**
 * Refuses to go on with a record that is not what was anchored while it grew: in `anchors`, and in `anchor.json` at the end of a run.
 * Anchors that are gone are told by those who knew of them: the engine's journal, and a record of more than two days. A record that has
 * grown since, as that of a run that was killed, is as it should be.
 */
export function refuseUnlikeAnchored(records: string, found: readonly FoundStream[]): void {
  const folder = join(records, 'anchors');
  const findings = [
    ...unlikeNoted(records, found),
    ...holdAnchors(found, folder).findings,
    ...missingAnchors(records, folder, found),
  ];
  if (findings.length > 0) throw new NotAsAnchored(records, findings);
}

/**
 * Notes the record's heads beside it, and the newest anchor of them, for `npm run verify`: what an object lock outside does where the record is in AWS. What is there
 * stays where the record contradicts it or itself: it is a witness then. Gives what it contradicts.
 */
export function noteHeads(
  records: string,
  found: readonly FoundStream[],
  { headHash, heads, findings }: Verification,
): readonly Finding[] {
  const unlike = unlikeNoted(records, found);
  const lastAnchor = anchorsIn(join(records, 'anchors')).at(-1);
  if (findings.length + unlike.length === 0)
    writeWhole(noted(records), `${JSON.stringify({ headHash, heads, lastAnchor }, null, 2)}\n`);
  return unlike;
}

const noted = (records: string): string => join(records, 'anchor.json');

/** What of the heads in `anchor.json` the record does not hold; nothing where no run has come to its end. */
function unlikeNoted(records: string, found: readonly FoundStream[]): readonly Finding[] {
  if (!existsSync(noted(records))) return [];
  const text = ofFile(noted(records), () => readFileSync(noted(records), 'utf8'));
  const anchor = anchorIn(text);
  if (anchor === undefined)
    return [
      { where: 'anchor.json', what: 'is not what a run wrote: no heads that make its head hash' },
    ];
  const unlike = unlikeAnchored(found, anchor.heads).map(({ where, what }) => ({
    where,
    what: `${what} (anchor.json)`,
  }));
  const { lastAnchor } = JSON.parse(text) as { readonly lastAnchor?: string };
  return [...unlike, ...lastAnchorGone(lastAnchor, anchorsIn(join(records, 'anchors')))];
}

/** The heads in the text of an `anchor.json`; undefined of one that no run wrote. */
export function anchorIn(text: string): Anchor | undefined {
  try {
    const { headHash, heads } = JSON.parse(text) as Anchor;
    const anchor = anchorOf(heads, sha256);
    return parseAnchor(anchorName(anchor), anchorText({ ...anchor, headHash }), sha256);
  } catch {
    return undefined; // Whatever is wrong with it, it is none.
  }
}

const NAME = /"anchor":"(\d{9}-[0-9a-f]{64}\.json)"/g;

function missingAnchors(
  records: string,
  folder: string,
  found: readonly FoundStream[],
): readonly Finding[] {
  const there = new Set(anchorsIn(folder));
  const journal = join(records, 'engine.jsonl');
  const text = existsSync(journal) ? readFileSync(journal, 'utf8') : '';
  const made = new Set([...text.matchAll(NAME)].flatMap(([, name]) => name ?? []));
  const missing = [...made].filter((name) => !there.has(name));
  if (missing.length > 0)
    return [
      {
        where: 'anchors',
        what: `lacks ${missing.length} of the ${made.size} anchors that the engine's journal knows of, ${missing[0]} first`,
      },
    ];
  const instants = instantsIn(found);
  const [first = '', last = ''] = [instants.at(0), instants.at(-1)];
  const isOlder = Date.parse(last) - Date.parse(first) > ANCHORED_WITHIN_MS;
  return there.size === 0 && isOlder
    ? [
        {
          where: 'anchors',
          what: `is gone or empty; the record of ${first} to ${last} was anchored every day`,
        },
      ]
    : [];
}
