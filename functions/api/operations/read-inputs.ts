import { type InputKind, inputKinds } from '../../../core/inputs/kinds.ts';
import type { Records } from '../../../core/ports.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { Refused } from '../../shared/refused.ts';
import { contentChanges } from '../views/content-changes.ts';
import {
  against,
  type InputYear,
  keyOf,
  readInputStream,
  shownKind,
  shownVersions,
} from '../views/input-view.ts';
import { waitingRuns } from '../views/waiting-runs.ts';

interface ReadsRecords {
  readonly records: Records;
}

const kinds = Object.keys(inputKinds) as readonly InputKind[];

/**
 * Every kind of input of an agreement year with its versions, the appropriation of the budget year of that number, and the payees,
 * which are of no year. `all` names what is of no year only.
 */
export async function listInputs(
  { at, language, parameters: { year } }: RequestOf<'listInputs'>,
  { records }: ReadsRecords,
): Promise<AnswerOf<'listInputs'>> {
  const own = kinds.map((kind) => ({ kind, year: kind === 'payees' ? ('all' as const) : year }));
  const [waiting, ...read] = await Promise.all([
    waitingRuns(records, yearFor(year, at)),
    ...own
      .filter(({ kind }) => year !== 'all' || kind === 'payees')
      .map((each) => readInputStream(records, each.year, each.kind)),
  ]);
  return { year, kinds: read.map((each) => shownKind(each, waiting, language)) };
}

/** All versions of one kind of input. */
export async function readInput(
  { at, language, parameters: { year, kind } }: RequestOf<'readInput'>,
  { records }: ReadsRecords,
): Promise<AnswerOf<'readInput'>> {
  const known = knownKind(year, kind);
  const [waiting, read] = await Promise.all([
    waitingRuns(records, yearFor(year, at)),
    readInputStream(records, year, known),
  ]);
  return shownKind(read, waiting, language);
}

/** One version with its content, and entry by entry what it changes against the confirmed version before it. */
export async function readInputVersion(
  { language, parameters: { year, kind, version } }: RequestOf<'readInputVersion'>,
  { records }: ReadsRecords,
): Promise<AnswerOf<'readInputVersion'>> {
  const read = await readInputStream(records, year, knownKind(year, kind));
  const shown = shownVersions(read, language)[version - 1];
  const found = read.versions[version - 1];
  if (!shown || !found)
    throw new Refused('not-found', { what: `/inputs/${year}/${kind}/versions/${version}` });
  const replaced = read.versions.findLast(
    (each) =>
      each.version < version &&
      each.confirmed &&
      keyOf(read.kind, each.content) === keyOf(read.kind, found.content),
  );
  return {
    ...shown,
    content: found.content,
    ...against(read, replaced),
    ...contentChanges(read.kind, replaced?.content, found.content),
  };
}

/** Refuses a kind that there is none of in that year: payees are of no year, everything else is of one. */
function knownKind(year: InputYear, kind: string): InputKind {
  const known = kinds.find((each) => each === kind);
  if (known && (known === 'payees') === (year === 'all')) return known;
  throw new Refused('not-found', { what: `/inputs/${year}/${kind}` });
}

/** What is of no year is waited for in the year of the request, or the one before. */
const yearFor = (year: InputYear, at: string): number =>
  year === 'all' ? Number(at.slice(0, 4)) - 1 : year;
