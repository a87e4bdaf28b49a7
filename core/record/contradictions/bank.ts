import { paymentOf } from '../../bank/bank-ids.ts';
import {
  type BankReportEvent,
  choicesOf,
  type ItemOutcome,
  outcomesForPeople,
  type ReportItem,
} from '../../bank/report-events.ts';
import { canonical, type Json } from '../../canonical.ts';
import { Fraction } from '../../money/fraction.ts';
import { Sek } from '../../money/sek.ts';
import type { PayeeCode } from '../../payment/events.ts';
import { isUndone } from '../../payment/lines.ts';
import { caseKind, reissued } from '../case-id.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { caseNamed, eventsIn, type Found, type FoundCase, type Parts, streamsOf } from './parts.ts';

/**
 * What is wrong with what the bank said: a file taken twice, an item that led to a payment which it does not name, or whose word the
 * case does not hold, a person's word about an item that needs nobody; and a payment that was sent again although nobody decided so,
 * or with another amount than came back.
 */
export const wrongInBank = (parts: Parts, judged: readonly FoundCase[]): readonly Finding[] => [
  ...streamsOf(parts, 'BANK').flatMap((found) => wrongReports(parts, found)),
  ...judged.flatMap((each) => lookedAt(nameOf(each.found), () => sentAgainForNothing(parts, each))),
];

function wrongReports(parts: Parts, found: FoundStream): readonly Finding[] {
  const events = eventsIn<BankReportEvent>(found);
  return events
    .filter(({ number }) => parts.isNew(found, number))
    .flatMap((each) => {
      const where = `${nameOf(found)} event ${each.number}`;
      const before = events.slice(0, events.indexOf(each));
      return lookedAt(where, () => wrongReport(parts, before, each));
    });
}

/** What each event says, and what is there only of some. */
const members: {
  readonly [T in BankReportEvent['type']]: readonly [readonly string[], readonly string[]];
} = {
  'report-taken': [
    ['at', 'bytes', 'createdAt', 'file', 'format', 'hash', 'items', 'messageId', 'type'],
    ['by', 'pieces'],
  ],
  'report-items': [['content', 'from', 'items', 'type'], []],
  'report-refused': [['at', 'bytes', 'code', 'facts', 'file', 'hash', 'type', 'why'], ['by']],
  'item-resolved': [['at', 'by', 'item', 'reason', 'report', 'type'], ['choice']],
};

const outcomes: readonly ItemOutcome[] = [
  ...outcomesForPeople,
  ...(['taken', 'known', 'overtaken', 'noted'] as const),
];

function wrongReport(
  parts: Parts,
  before: readonly Found<BankReportEvent>[],
  { event }: Found<BankReportEvent>,
): readonly string[] {
  const { type } = event;
  if (!Object.hasOwn(members, type)) return ['is nothing that happens to a report of the bank'];
  const [due, ofSome] = members[type];
  const names = Object.keys(event).filter((name) => !ofSome.includes(name));
  if (names.sort().join() !== due.join())
    return [`${type} says ${names.join(', ')}; allowed are ${due.join(', ')}`];
  switch (event.type) {
    case 'report-taken':
      return [...takenBefore(before, event.hash), ...wrongItems(parts, event)];
    case 'report-items':
      return wrongPiece(before, event);
    case 'report-refused':
      return [
        ...takenBefore(before, event.hash),
        ...(Object.values(event.facts).every(isText) ? [] : ['has facts that are none']),
      ];
    case 'item-resolved':
      return wrongWord(parts, before, event);
  }
}

type Taken = Extract<BankReportEvent, { type: 'report-taken' }>;

function wrongItems(parts: Parts, event: Taken): readonly string[] {
  const all = parts.reports.get(event.hash)?.items;
  if (!all) return ['has items that are no list'];
  return [
    ...wrongPieces(parts, event, all),
    ...all.flatMap((item, index) =>
      wrongItem(parts, event.hash, item).map((what) => `has item ${index + 1}, ${what}`),
    ),
  ];
}

/** Items that lie in pieces are all there, and are those that their hash was made of. */
function wrongPieces(
  { sha256, whole }: Parts,
  { items, pieces }: Taken,
  all: readonly ReportItem[],
): readonly string[] {
  if (!pieces) return [];
  const same =
    canonical(pieces) === canonical({ content: pieces.content, items: all.length }) &&
    sha256(canonical(all as Json)) === pieces.content;
  return items.length === 0 && (same || !whole) ? [] : ['has other items than its pieces hold'];
}

/** A piece follows those before it, or is one of them again. */
function wrongPiece(
  before: readonly Found<BankReportEvent>[],
  piece: Extract<BankReportEvent, { type: 'report-items' }>,
): readonly string[] {
  const others = before.flatMap(({ event }) =>
    event.type === 'report-items' && event.content === piece.content ? [event] : [],
  );
  const twin = others.find(({ from }) => from === piece.from);
  const next = others.reduce((most, { from, items }) => Math.max(most, from + items.length), 1);
  const follows = twin ? canonical(twin.items) === canonical(piece.items) : piece.from === next;
  return follows ? [] : [`begins with item ${piece.from}, which does not follow`];
}

const takenBefore = (before: readonly Found<BankReportEvent>[], hash: string) =>
  before.some(({ event }) => 'hash' in event && event.hash === hash)
    ? [`is of a file that was taken before: ${hash}`]
    : [];

const results: readonly string[] = ['accepted', 'booked', 'rejected', 'returned', 'other'];
const isText = (said: unknown): boolean => typeof said === 'string' && said !== '';

/** Where the bank lists an entry: in what, by its id, on which page, as which entry. */
const isPlace = (said: unknown): boolean => {
  if (typeof said !== 'object' || said === null) return false;
  const { of, id, page, entry, ...more } = said as Record<string, unknown>;
  return (
    (of === 'statement' || of === 'notification') &&
    isText(id) &&
    (page === undefined || isText(page)) &&
    (isText(entry) || Number.isInteger(entry)) &&
    Object.keys(more).length === 0
  );
};

/** What an item says, each in its form: the words of the bank are texts, whatever they say. */
const itemForms: { readonly [K in keyof Required<ReportItem>]: (said: unknown) => boolean } = {
  outcome: isText,
  result: (said) => results.includes(String(said)),
  status: isText,
  code: isText,
  words: isText,
  endToEndId: isText,
  messageId: isText,
  case: isText,
  payee: isText,
  amount: (said) => typeof said === 'string' && /^\d+(\.\d+)?$/.test(said),
  currency: isText,
  bankReference: isText,
  entryReference: isText,
  day: isText,
  place: isPlace,
  within: (said) => said === true,
  movement: (said) => Number.isInteger(said),
  standing: isText,
};

const isOfItem = (name: string, said: unknown): boolean =>
  Object.hasOwn(itemForms, name) && itemForms[name as keyof ReportItem](said);

/** An item must lead where its ids lead, say the amount that was sent, and, where it was taken, stand in the case. */
function wrongItem(parts: Parts, hash: string, item: ReportItem): readonly string[] {
  const { outcome, case: id, payee, endToEndId, amount, result, movement } = item;
  if (!outcomes.includes(outcome)) return [`of which nothing became that there is: ${outcome}`];
  const odd = Object.keys(item).filter((name) => !isOfItem(name, (item as never)[name]));
  if (odd.length > 0) return [`which says as ${odd.join(', ')} what is none`];
  if (id === undefined || payee === undefined || outcome === 'not-sent') return [];
  const about = caseNamed(parts, id);
  if (!about) return parts.whole ? [`about ${id}, which is not there`] : [];
  const named = endToEndId === undefined ? undefined : paymentOf(endToEndId);
  const line = about.state.lines.get(payee);
  if (!line || named?.case !== id || named.payee !== payee)
    return [`about no payment of ${id} to ${payee}`];
  const word = about.events.some(
    ({ event }) =>
      event.type === 'bank-reported' &&
      'report' in event.source &&
      event.source.report === hash &&
      event.words.some((each) => each.payee === payee && each.result === result),
  );
  const noted = outcome === 'taken' || movement !== undefined;
  const moved = movement === undefined ? undefined : line.movements[movement - 1];
  const same = amount === undefined || Fraction.parse(amount).equals(Sek.of(line.sek).fraction);
  return [
    ...(word || !noted ? [] : [`${outcome}, of which ${id} does not know`]),
    ...(movement === undefined || moved?.result === result
      ? []
      : [`of movement ${movement}, which ${id} does not have`]),
    ...(same || outcome === 'amount-differs' || outcome === 'unknown'
      ? []
      : [`of ${amount}; ${line.sek} was sent`]),
  ];
}

/** Somebody looks into an item that is there, needs somebody, and has been looked into by nobody. */
function wrongWord(
  parts: Parts,
  before: readonly Found<BankReportEvent>[],
  { report, item, choice }: Extract<BankReportEvent, { type: 'item-resolved' }>,
): readonly string[] {
  const refused = streamsOf(parts, 'BANK').some((found) =>
    eventsIn<BankReportEvent>(found).some(
      ({ event }) => event.type === 'report-refused' && event.hash === report,
    ),
  );
  const about = parts.reports.get(report);
  if (!about && !refused)
    return parts.whole ? [`is about a report that is not there: ${report}`] : [];
  if (parts.whole && !before.some(({ event }) => 'hash' in event && event.hash === report))
    return [`is about a report of another year: ${report}`];
  if (!Number.isInteger(item)) return ['is about an item that has no number'];
  const found = about?.items[item - 1];
  const needsSomebody = found ? outcomesForPeople.includes(found.outcome) : refused && item === 1;
  const allowed = found ? choicesOf(found) : [];
  const chosen =
    choice === undefined
      ? allowed.length === 0 ||
        (!!found && isUndone(found, caseNamed(parts, found.case)?.state.lines))
      : allowed.includes(choice);
  const moved = found?.payee && caseNamed(parts, found.case)?.state.lines.get(found.payee);
  const decided = moved?.movements[(found?.movement ?? 0) - 1]?.decided?.choice;
  const again = before.some(
    ({ event }) => event.type === 'item-resolved' && event.report === report && event.item === item,
  );
  return [
    ...(needsSomebody ? [] : [`is about item ${item} of ${report}, which needs nobody`]),
    ...(chosen ? [] : [`chooses ${choice}; allowed is ${allowed.join(', ') || 'nothing'}`]),
    ...(choice === undefined || !moved || decided === choice
      ? []
      : [`chooses ${choice}, which ${found?.case} does not say`]),
    ...(again ? [`is about item ${item} of ${report} again`] : []),
  ];
}

/** A payment is sent again when one came back, somebody has decided so, and with its amount. */
function sentAgainForNothing({ cases, whole }: Parts, { id, state }: FoundCase): readonly string[] {
  if (caseKind(id) !== 'reissue') return [];
  const { from, payee } = reissued(id);
  const first = cases.get(from);
  if (!first && !whole) return [];
  const cameBack = first?.state.lines.get(payee as PayeeCode);
  return (state.released?.sent ?? [])
    .filter(
      (sent) =>
        sent.payee !== payee ||
        cameBack?.resolved?.choice !== 'reissue' ||
        cameBack.sek !== sent.sek,
    )
    .map(
      (sent) =>
        `sends ${sent.sek} to ${sent.payee}, which did not come back of ${from} to be sent again`,
    );
}
