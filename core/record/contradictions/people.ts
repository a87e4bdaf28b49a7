import { canonical } from '../../canonical.ts';
import type { Person } from '../../payment/events.ts';
import { clocksDifferBySeconds, groupsSaying } from '../../payment/rights.ts';
import { type Finding, lookedAt, nameOf } from '../found-stream.ts';
import { eventsIn, type Found, isDocument, type Parts } from './parts.ts';

/** What an event says of a person who said it: events that nobody said have none of it. */
interface Said {
  readonly type: string;
  readonly at?: string;
  readonly by?: Person;
  readonly source?: { readonly by?: Person };
  readonly version?: number;
  readonly report?: string;
  readonly hash?: string;
}

/**
 * What people cannot have said: without a group that may, before they had signed in, or of what was not there yet; and two people who
 * are one by their sign-in. Who they were beyond that, and what they said in their own words, follows from nothing.
 */
export function wrongPeople(parts: Parts): readonly Finding[] {
  const signIns = new Map<string, string>();
  return parts.streams
    .filter((found) => !isDocument(found))
    .flatMap((found) => {
      const events = eventsIn<Said | null>(found);
      return events.flatMap(({ number, event }, index) =>
        lookedAt(`${nameOf(found)} event ${number}`, () => {
          const by = event?.by ?? event?.source?.by;
          if (!event || !by) return [];
          const other = anotherPerson(signIns, by);
          if (!parts.isNew(found, number)) return [];
          return [...other, ...cannotSay(event, by), ...tooEarly(events.slice(0, index), event)];
        }),
      );
    });
}

/** A sign-in is of one person, by one name and with the same groups each time. */
function anotherPerson(signIns: Map<string, string>, by: Person): readonly string[] {
  const key = canonical([by.sub, by.signedInAt]);
  const known = signIns.get(key) ?? canonical(by);
  signIns.set(key, known);
  return known === canonical(by) ? [] : [`is by ${by.name}, who is another by the same sign-in`];
}

function cannotSay({ type, at = '' }: Said, by: Person): readonly string[] {
  const allowed = Object.hasOwn(groupsSaying, type) ? groupsSaying[type] : undefined;
  const may = allowed === undefined || by.groups.some((group) => allowed.includes(group));
  const late = Date.parse(by.signedInAt) > Date.parse(at) + clocksDifferBySeconds * 1000;
  return [
    ...(may ? [] : [`is by one of ${by.groups.join(', ') || 'no group'}; ${allowed} may`]),
    ...(late ? [`is by somebody who signed in later, at ${by.signedInAt}`] : []),
  ];
}

/** What each word is about: the last event before it of one of these types, and of the same thing where it names one. */
const about: Readonly<Record<string, readonly string[]>> = {
  approved: ['proposed'],
  rejected: ['proposed'],
  withdrawn: ['approved'],
  'going-without': ['waiting'],
  'return-resolved': ['returned'],
  'movement-decided': ['bank-reported'],
  reopened: ['rejected'],
  'close-requested': ['opened'],
  'lift-approved': ['stopped'],
  lifted: ['lift-approved'],
  'item-resolved': ['report-taken', 'report-refused'],
  'input-confirmed': ['input-registered'],
  'input-refused': ['input-registered'],
};

/** Nobody speaks of what is not there yet. */
function tooEarly(before: readonly Found<Said | null>[], said: Said): readonly string[] {
  const types = about[said.type] ?? [];
  const same = before.flatMap(({ event }) => (event && types.includes(event.type) ? [event] : []));
  const named = said.version === undefined ? same : same.slice(0, said.version);
  const of = named.findLast(({ hash }) => said.report === undefined || hash === said.report);
  const early = of?.at !== undefined && said.at !== undefined && said.at < of.at;
  return early ? [`${said.type} at ${said.at}, before ${of.type} at ${of.at}`] : [];
}
