import { outcomesForPeople, type ReportItem } from '../../../core/bank/report-events.ts';
import type { Instant } from '../../../core/calendar/stockholm.ts';
import { Sek } from '../../../core/money/sek.ts';
import { hasComeBack, heldLines } from '../../../core/payment/lines.ts';
import type { Records } from '../../../core/ports.ts';
import { bankCodeText } from '../../contract/api/bank-code-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { unreadableTexts } from '../../contract/api/unreadable-texts.ts';
import type { ItemResolved, RecordedReport } from '../../shared/bank-reports.ts';
import { filled } from '../../shared/filled.ts';
import { type SayableNow, sayableNow } from '../../shared/movement-choices.ts';
import { bankItemText } from './bank-item-text.ts';
import type { ReadCase } from './cases.ts';

type Bank = AnswerOf<'readBank'>;
type ShownReport = Bank['reports'][number];
type ShownItem = ShownReport['items'][number];

/**
 * A file of the bank's as it is shown, in the reader's language, with what people have said of its items; of what is open, what may be
 * said now.
 */
export async function reportView(
  records: Records,
  report: RecordedReport,
  language: Language,
  now: Instant,
): Promise<ShownReport> {
  const { event } = report;
  const items = await itemsOf(records, report, language, now);
  return {
    report: event.hash,
    ...{ file: event.file, at: event.at },
    ...(event.type === 'report-taken'
      ? { format: event.format, messageId: event.messageId, state: 'taken' as const }
      : { state: 'refused' as const, why: whyOf(event, language) }),
    open: items.some(({ open }) => open),
    items,
  };
}

/** A code that is not given any more has its words in the record. */
const whyOf = (
  { code, facts, why }: Extract<RecordedReport['event'], { type: 'report-refused' }>,
  language: Language,
): string => (code in unreadableTexts ? filled(unreadableTexts[code][language], facts) : why);

const nothing: SayableNow = { choices: [], undone: false };

const undoneText: Texts = {
  sv: 'Banken har fört tillbaka det sedan: inget är kvar att bestämma.',
  en: 'The bank has moved it back since: nothing is left to decide.',
};

/** A file that could not be read is its own item 1. */
async function itemsOf(
  records: Records,
  { event, resolved }: RecordedReport,
  language: Language,
  at: Instant,
): Promise<ShownItem[]> {
  if (event.type === 'report-taken')
    return Promise.all(
      event.items.map(async (item, index) => {
        const by = resolved.get(index + 1);
        const now = by ? nothing : await sayableNow(records, item, at);
        return itemView(item, index + 1, by, now, language);
      }),
    );
  const by = resolved.get(1);
  const text = whyOf(event, language);
  return [{ item: 1, outcome: 'unknown', text, open: !by, ...resolvedView(by) }];
}

/** Whether an item needs a person, whatever they have said of it since. */
export const needsPerson = ({ event }: RecordedReport, item: number): boolean =>
  event.type === 'report-refused'
    ? item === 1
    : outcomesForPeople.some((each) => each === event.items[item - 1]?.outcome);

export const openItemsOf = (report: RecordedReport): number =>
  Array.from(
    { length: report.event.type === 'report-refused' ? 1 : report.event.items.length },
    (_, index) => index + 1,
  ).filter((item) => needsPerson(report, item) && !report.resolved.has(item)).length;

/** What of these reports nobody has looked into. */
export const openItemsIn = (reports: readonly RecordedReport[]): number =>
  reports.reduce((sum, report) => sum + openItemsOf(report), 0);

function itemView(
  item: ReportItem,
  number: number,
  resolved: ItemResolved | undefined,
  { choices, undone }: SayableNow,
  language: Language,
): ShownItem {
  const { outcome, result, code, endToEndId, payee, amount, currency, bankReference, day } = item;
  return {
    item: number,
    outcome,
    text: [bankItemText(item, language), ...(undone ? [undoneText[language]] : [])].join(' '),
    open: outcomesForPeople.includes(outcome) && !resolved,
    ...(result !== 'other' && { result }),
    ...(code !== undefined && { code, codeText: bankCodeText(code, language) }),
    ...(endToEndId !== undefined && { endToEndId }),
    ...(item.case && { run: item.case }),
    ...(payee && { payee }),
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
    ...(bankReference !== undefined && { bankReference }),
    ...(day !== undefined && { day }),
    ...(choices.length > 0 && { choices: [...choices] }),
    ...resolvedView(resolved),
  };
}

const resolvedView = (resolved: ItemResolved | undefined): Pick<ShownItem, 'resolved'> =>
  resolved
    ? {
        resolved: {
          at: resolved.at,
          by: { sub: resolved.by.sub, name: resolved.by.name },
          ...(resolved.choice && { choice: resolved.choice }),
          reason: resolved.reason,
        },
      }
    : {};

/** A payment file that has left, and how far its payments are; nothing for a case that has sent none. */
export function sentFileView({ id, kind, state }: ReadCase): Bank['files'] {
  const { released, lines } = state;
  if (!released || lines.size === 0) return [];
  const all = [...lines.values()];
  const { proposal, messageId, fileHash, at, paidOn } = released;
  return [
    {
      run: id,
      kind,
      ...{ proposal, messageId, fileHash, orderedAt: at, executionDay: paidOn },
      payments: all.length,
      totalSek: Sek.sum(all.map(({ sek }) => Sek.of(sek))).toString(),
      accepted: all.filter(({ status }) => status === 'accepted').length,
      booked: all.filter(({ status }) => status === 'booked').length,
      cameBack: all.filter(hasComeBack).length,
      held: heldLines(lines).length,
    },
  ];
}
