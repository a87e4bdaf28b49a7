import { parseDay } from '../../core/calendar/day.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import type { InputKind } from '../../core/inputs/kinds.ts';
import type { InputRegistration, Registration } from '../../local/inputs/registration.ts';
import { sha256 } from '../../local/inputs/sha256.ts';

type Arriving = (all: readonly Registration[]) => readonly Registration[];

const inOrder = (all: readonly Registration[]): readonly Registration[] =>
  all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** The year's only input of a kind. Refuses a kind that arrives never or more than once. */
export function theOnly<K extends InputKind>(
  all: readonly Registration[],
  kind: K,
  year?: number,
): Extract<InputRegistration, { kind: K }> {
  const [found, ...more] = all.filter(
    (each) => each.kind === kind && (year === undefined || each.year === year),
  );
  if (!found || more.length > 0)
    throw new RangeError(`${more.length + (found ? 1 : 0)} inputs are ${kind}; one is expected.`);
  return found as Extract<InputRegistration, { kind: K }>;
}

/** An input arrives on another day than the sample's. */
export const late =
  (kind: InputKind, day: string): Arriving =>
  (all) => {
    const moved = theOnly(all, kind);
    return inOrder([
      ...all.filter((each) => each !== moved),
      { ...moved, day: parseDay(day) } as Registration,
    ]);
  };

/** An input never arrives. */
export const never =
  (kind: InputKind): Arriving =>
  (all) => {
    const gone = theOnly(all, kind);
    return all.filter((each) => each !== gone);
  };

/** The version that an input gets later, from another document than the first. */
export function laterVersion<K extends InputKind>(
  first: Extract<InputRegistration, { kind: K }>,
  day: string,
  content: InputContents[K],
): InputRegistration {
  const documentHash = sha256(`${first.documentHash} corrected`);
  return { ...first, day: parseDay(day), content, documentHash } as InputRegistration;
}

/** Besides everything else, a later version arrives. */
export const corrected =
  <K extends InputKind>(
    kind: K,
    day: string,
    content: (before: InputContents[K]) => InputContents[K],
    year?: number,
  ): Arriving =>
  (all) => {
    const first = theOnly(all, kind, year);
    return inOrder([...all, laterVersion(first, day, content(first.content as InputContents[K]))]);
  };
