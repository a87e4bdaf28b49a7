import type { Records } from '../../../core/ports.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { runStates } from '../../contract/api/shapes/run-words.ts';
import { Refused } from '../../shared/refused.ts';
import { everyKind, type ReadCase, readCases, summaryOf, yearsUntil } from '../views/cases.ts';

const mostOnAPage = 100;
const onAPage = 50;

/**
 * The runs that the record holds, the newest first: by when they were opened, then by name. The cursor is the last run of the page
 * before; what is opened meanwhile stands before it and moves nothing.
 */
export async function listRuns(
  { at, query }: RequestOf<'listRuns'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'listRuns'>> {
  const { year, kind, state, limit = onAPage, cursor } = query;
  if (state !== undefined && !runStates.some((each) => each === state))
    throw wrong('state', runStates.join(', '));
  const years = year === undefined ? yearsUntil(at) : [year];
  const cases = await readCases(records, years, kind ? [kind] : everyKind);
  const found = cases
    .filter((each) => state === undefined || each.runState === state)
    .map((each) => ({ each, place: placeOf(each) }))
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const after = cursor === undefined ? undefined : decoded(cursor);
  const rest = after === undefined ? found : found.filter(({ place }) => place < after);
  const page = rest.slice(0, Math.min(limit, mostOnAPage));
  const last = page.at(-1);
  return {
    runs: page.map(({ each }) => summaryOf(each)),
    ...(last && rest.length > page.length && { next: encoded(last.place) }),
  };
}

/** When a run began, and its name: text that sorts. */
const placeOf = ({ id, events }: ReadCase): string => `${events[0]?.at ?? ''} ${id}`;

const encoded = (place: string): string => Buffer.from(place).toString('base64url');

function decoded(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!/^\S*Z [a-z0-9-]+$/.test(place)) throw wrong('cursor', 'next of the page before');
  return place;
}

const wrong = (entry: string, allowed: string) =>
  new Refused(
    'invalid-request',
    { count: '1' },
    { errors: [{ pointer: `?/${entry}`, detail: allowed }] },
  );
