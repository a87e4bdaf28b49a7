import { leadDays, yearsDueIn } from '../../agenda/agenda.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import type { Month } from '../../calendar/month.ts';
import { dayInStockholm } from '../../calendar/stockholm.ts';
import type { InputContents } from '../../inputs/contents.ts';
import { dueUpTo, type InterimMonth, interimMonths } from '../../payment/due.ts';
import type { CaseEvent } from '../../payment/events.ts';
import { type CaseState, evolve, unopened } from '../../payment/evolve.ts';
import { payoutDay } from '../../payment/payout-day.ts';
import { caseYear, payoutMonth, reissued } from '../case-id.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { attempt, caseNamed, type FoundCase, type Parts, partitionKind } from './parts.ts';

/**
 * Cases that the system opens for no reason that the record holds: of a year without an agreement, of a month in which nothing is due,
 * before their day, of a payment that nobody decided to send again. And documents of a case that was never opened. Whether the reason
 * is missing is asked where everything was read.
 */
export const wrongBeginnings = (parts: Parts): readonly Finding[] => {
  const begun = [...parts.cases.values()].flatMap((each) => wrongBeginning(parts, each));
  if (!parts.whole) return begun;
  const { interims, rulebooks } = calendarOf(parts);
  const cases = [...parts.cases.values()]
    .filter(({ found }) => parts.isNew(found, 1))
    .flatMap((each) =>
      lookedAt(nameOf(each.found), () =>
        forNoReason({ ...parts, interims, books: rulebooks }, each),
      ),
    );
  const documents = parts.streams
    .filter((found) => parts.isNew(found, 1) && ofCase.has(partitionKind(found)))
    .filter((found) => !caseNamed(parts, found.stream))
    .map((found: FoundStream) => ({
      where: nameOf(found),
      what: `is of ${found.stream}, which was never opened`,
    }));
  return [...begun, ...cases, ...documents];
};

/** What is said in a case before it is opened: that it is submitted, or that a payout is about to deduct what it settles. */
const beforeOpening: ReadonlySet<string> = new Set(['submitted', 'deduction-begun']);

/** A requisition begins when it is submitted, and every case is opened before anything else happens in it. */
function wrongBeginning(parts: Parts, { kind, found, events }: FoundCase): readonly Finding[] {
  const [first] = events;
  const second = events.find(({ event }) => !beforeOpening.has(event?.type));
  const look = (each: FoundCase['events'][number] | undefined, type: CaseEvent['type']) =>
    // What is nothing that happens to a case is said elsewhere.
    each &&
    each.event?.type !== type &&
    attempt(() => evolve(unopened, each.event) as CaseState | undefined) &&
    parts.isNew(found, each.number)
      ? [
          {
            where: `${nameOf(found)} event ${each.number}`,
            what: `${each.event?.type} stands where ${type} should`,
          },
        ]
      : [];
  return [...(kind === 'requisition' ? look(first, 'submitted') : []), ...look(second, 'opened')];
}

const ofCase: ReadonlySet<string> = new Set(['PROPOSAL', 'WORKING', 'ORDER']);

type Books = readonly ReturnType<Parts['rulebooks']['of']>[];

interface Calendar extends Parts {
  readonly interims: readonly InterimMonth[];
  readonly books: Books;
}

/** What agreements and interim decisions put on the agenda, with every version that ever came to count. */
function calendarOf({ inputs, rulebooks }: Parts): {
  interims: readonly InterimMonth[];
  rulebooks: Books;
} {
  const interims = [...inputs]
    .flatMap(([stream, versions]) => (stream.endsWith('/authorisation') ? versions : []))
    .filter(({ confirmed }) => confirmed)
    .flatMap(({ content }) => interimMonths([content as InputContents['authorisation']]));
  return { interims, rulebooks: rulebooks.years.map(rulebooks.of) };
}

function forNoReason(calendar: Calendar, about: FoundCase): readonly string[] {
  const { id, kind, state } = about;
  // A payout that deducts the forecast says so in the reconciliation before that is opened.
  if (!state.opened) return [];
  const day = dayInStockholm(state.opened.at);
  if (kind === 'reissue') return resolvedBefore(calendar, about);
  if (kind === 'payout') return notDueToBeOpened(calendar, about, day);
  const year = caseYear(id);
  const { years } = calendar.rulebooks;
  if (!years.includes(year)) return [`is of ${year}, a year without an agreement`];
  const { signed, reconciliation } = calendar.rulebooks.of(year).agreement;
  if (kind === 'requisition') return state.submitted ? [] : ['was opened, and nobody submitted it'];
  return tooSoon(day, kind === 'opening' ? signed.value : reconciliation.opens.value);
}

const tooSoon = (day: Day, opens: Day): readonly string[] =>
  day < opens ? [`was opened on ${day}, before ${opens}`] : [];

/** A payout is opened the week before its pay day, if something falls due in its month, or something was left due before. */
function notDueToBeOpened(
  { books, interims, cases }: Calendar,
  { id }: FoundCase,
  day: Day,
): readonly string[] {
  const month = payoutMonth(id);
  const years = yearsDueIn(books, interims).get(month);
  const paidOn = [years ?? [], []]
    .map((each) => payoutDay(month, each, books))
    .filter((each) => each !== undefined)
    .sort();
  const early = paidOn.slice(0, 1).flatMap((first) => tooSoon(day, addDays(first, -leadDays)));
  const others = [...cases.values()].filter((each) => each.id !== id);
  return years || leftBefore(others, dueKeys(month, books, interims), day)
    ? early
    : [`was opened on ${day}, and nothing was due`];
}

const dueKeys = (month: Month, books: Books, interims: readonly InterimMonth[]) =>
  dueUpTo(month, books, interims).map(({ key }) => key);

/** Whether cases before a day had left something due, or kronor to be taken up. */
function leftBefore(others: readonly FoundCase[], due: readonly string[], day: Day): boolean {
  const before = others
    .flatMap(({ events }) => events.map(({ event }) => event))
    .filter(({ at }) => dayInStockholm(at) <= day);
  const paid = new Set(before.flatMap((event) => (isRelease(event) ? event.paid : [])));
  const isCarried = before.some(
    (event) =>
      (isRelease(event) && event.carried.length > 0) ||
      (event.type === 'return-resolved' && event.choice === 'next-month'),
  );
  return isCarried || due.some((key) => !paid.has(key));
}

const isRelease = (event: CaseEvent) => event.type === 'release-ordered';

/** A payment is sent again when somebody has decided so, whatever was said of it since. */
function resolvedBefore({ cases }: Parts, { id }: FoundCase): readonly string[] {
  const { from, payee } = reissued(id);
  const isResolved = cases
    .get(from)
    ?.events.some(
      ({ event }) =>
        event.type === 'return-resolved' && event.payee === payee && event.choice === 'reissue',
    );
  return isResolved ? [] : [`sends again what nobody decided to send again: ${payee} of ${from}`];
}
