import { parseInstant } from '../../calendar/stockholm.ts';
import type { Json } from '../../canonical.ts';
import { type Finding, nameOf } from '../found-stream.ts';
import { attempt, isDocument, type Parts } from './parts.ts';

const isText = (value: Json): boolean => typeof value === 'string' && value.trim() !== '';
const isInstant = (value: Json): boolean =>
  typeof value === 'string' && attempt(() => parseInstant(value)) !== undefined;

const isHash = (value: Json): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const people = ['groups', 'name', 'signedInAt', 'sub'];

/** What can be said of words that follow from nothing: that they are there, and of what form they are. */
const forms: Readonly<Record<string, (value: Json) => boolean>> = {
  at: isInstant,
  signedInAt: isInstant,
  reason: isText,
  because: isText,
  code: isText,
  name: isText,
  sub: isText,
  documentHash: isHash,
  hash: isHash,
  report: isHash,
  file: isText,
  format: isText,
  messageId: isText,
  registration: isText,
  why: isText,
  groups: (value) =>
    Array.isArray(value) && value.every(isText) && new Set(value).size === value.length,
  bytes: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  createdAt: isText,
  by: (value) =>
    typeof value === 'object' &&
    Object.keys(value ?? {})
      .sort()
      .join() === people.join(),
};

/** What an input holds is its supplier's. */
const suppliers: ReadonlySet<string> = new Set(['content', 'requisition', 'items', 'facts']);

/** Words in events that are not of their form: no moment, no person, no reason. */
export const wrongTerms = (parts: Parts): readonly Finding[] =>
  parts.streams
    .filter((found) => !isDocument(found))
    .flatMap((found) =>
      found.events
        .filter(({ number }) => parts.isNew(found, number))
        .flatMap(({ number, event }) => {
          const where = `${nameOf(found)} event ${number}`;
          return typeof event === 'object' && event !== null && !Array.isArray(event)
            ? wrongWords(event as Members).map((name) => ({
                where,
                what: `says as ${name} what is none`,
              }))
            : [{ where, what: 'is no event' }];
        }),
    );

type Members = Readonly<Record<string, Json | undefined>>;

function wrongWords(said: Members): readonly string[] {
  return Object.entries(said).flatMap(([name, value]) => {
    if (value === undefined || suppliers.has(name)) return [];
    const wrong = Object.hasOwn(forms, name) && !forms[name]?.(value) ? [name] : [];
    if (typeof value !== 'object' || value === null) return wrong;
    const within = Array.isArray(value) ? value : [value];
    return [
      ...wrong,
      ...within.flatMap((each) =>
        typeof each === 'object' && each !== null && !Array.isArray(each)
          ? wrongWords(each as Members).map((own) => `${name}.${own}`)
          : [],
      ),
    ];
  });
}
