import { canonical, type Json } from '../../core/canonical.ts';
import { type InputKind, inputKinds } from '../../core/inputs/kinds.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { inputContents } from '../contract/inputs.ts';
import { type EntryProblem, parsedEntries, refusedEntries } from '../shared/entry-errors.ts';
import type { PaysBy } from '../shared/ports.ts';
import { Refused } from '../shared/refused.ts';
import { impossible } from './impossible-inputs.ts';

/** No item of the record is above 100 kB; an input leaves room for who registered it and when. */
const MOST_BYTES = 90_000;

/** In which language errors are said, and what their places begin with. */
export interface ErrorsOf {
  readonly language: Language;
  readonly root: string;
}

/**
 * The content as it may be recorded. Refused, entry by entry: another shape than the kind's, another year than it was given for,
 * and what cannot be, in itself or beside what the record holds. Refused as a whole: more than an event can hold.
 */
export async function acceptedContent(
  ports: PaysBy,
  kind: InputKind,
  year: number,
  given: unknown,
  { language, root }: ErrorsOf,
): Promise<Json> {
  const parsed = parsedEntries(inputContents[kind], given, root, language);
  const wrong = [...ofAnotherYear(year, parsed), ...(await impossible(ports, kind, year, parsed))];
  refuse(wrong, { language, root });
  const text = canonical(parsed as Json);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    throw new Refused('content-too-large', {
      allowed: `${MOST_BYTES} bytes`,
      given: `${bytes} bytes`,
    });
  return JSON.parse(text) as Json;
}

/**
 * Refuses, entry by entry, content that was taken once and cannot be any more, beside what the record holds by now: what counts from its
 * confirmation on must hold then.
 */
export async function assertStillPossible(
  ports: PaysBy,
  kind: InputKind,
  year: number,
  content: unknown,
  errors: ErrorsOf,
): Promise<void> {
  refuse(await impossible(ports, kind, year, content), errors);
}

function refuse(problems: readonly EntryProblem[], { language, root }: ErrorsOf): void {
  const wrong = problems.map(({ pointer, detail }) => ({ pointer: `${root}${pointer}`, detail }));
  if (wrong.length > 0) throw refusedEntries(wrong, language);
}

/** Some contents say their year themselves. */
function ofAnotherYear(year: number, content: unknown) {
  const named = content as Partial<Record<string, unknown>>;
  return (['budgetYear', 'agreementYear'] as const)
    .filter((name) => named[name] !== undefined && named[name] !== year)
    .map((name) => ({
      pointer: `/${name}`,
      detail: {
        sv: `avser ${named[name]}, men anges som underlag för ${year}; de ska vara lika`,
        en: `its content is for ${named[name]}, and it was given as one of ${year}; the two must be the same`,
      },
    }));
}

/** The kinds that count only when a second person has confirmed them. */
export type ConfirmedKind = {
  [K in InputKind]: (typeof inputKinds)[K]['confirmed'] extends true ? K : never;
}[InputKind];

export const needsConfirmation = (kind: InputKind): kind is ConfirmedKind =>
  inputKinds[kind].confirmed;
