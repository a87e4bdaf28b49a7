import { choicesOf, outcomesForPeople, type ReportItem } from '../../core/bank/report-events.ts';
import { type Instant, notBefore } from '../../core/calendar/stockholm.ts';
import type { MovementChoice } from '../../core/payment/bank-words.ts';
import { againstMovement } from '../../core/payment/decide-release.ts';
import type { PayeeCode, Person } from '../../core/payment/events.ts';
import { isUndone } from '../../core/payment/lines.ts';
import type { Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseStream,
  caseYear,
  reissueOf,
  streamText,
} from '../../core/record/case-id.ts';
import {
  appendReport,
  type RecordedReport,
  readReports,
  reportYear,
} from '../shared/bank-reports.ts';
import { carryingPayouts } from '../shared/carrying-payouts.ts';
import { command, readCase } from '../shared/cases.ts';
import {
  carriedRefusal,
  carriedVoucher,
  reissueRefuses,
  reissueUnderWay,
} from '../shared/movement-choices.ts';
import { Refused } from '../shared/refused.ts';
import { bookAnew, takeBackReturns } from '../shared/returns.ts';
import { wakeCase, wakeWatchers } from '../shared/waits.ts';
import type { WorkflowPorts } from '../shared/workflow-ports.ts';

/** Somebody has looked into an item, and says what it was. */
export interface ItemWord {
  /** The hash of the file. */
  readonly report: string;
  /** From 1 in the order of the file; a file that could not be read is its own item 1. */
  readonly item: number;
  readonly at: Instant;
  readonly by: Person;
  /** What the money was that moved without an order; of an item that moved none there is no choice. */
  readonly choice?: MovementChoice;
  readonly reason: string;
}

/** For so many years back an item can be looked into. */
const yearsBack = 10;

/**
 * Notes that an item which led to nothing by itself has been looked into, once. Gives the report as it then is.
 *
 * Of money that moved without an order it is said what becomes of it. `booked-anew`: the payment that had come back was carried out
 * with it; the case notes so, and a voucher takes what came back out of the journal again, dated the day of the decision. If it was to
 * be sent again on its own, and that has not been released, the case that was to do so is ended first, and closes without payment.
 * `bank-to-correct`: the bank is to move it back; it stays in the tally until the bank has. Anything else moves no money.
 *
 * The decision is noted in the case first, then the voucher, then the item: whoever says the same again after a crash finds what was
 * done.
 *
 * Refused: an item that is not there (`not-found`), one that needs nobody (`item-needs-nobody`), one of which somebody has said so
 * before (`item-already-resolved`), a choice that it does not have (`item-choice`), and what the case refuses; the same words of the
 * same person again change nothing.
 */
export async function resolveBankItem(
  word: ItemWord,
  ports: WorkflowPorts,
): Promise<RecordedReport> {
  const { records } = ports;
  const found = await reportOf(word, records);
  const item = await openItem(found, word, records);
  if (!isAgain(found, word)) await decideIn(item, word, ports);
  await appendReport(records, found.year, (reports) => {
    const current = reports.find(({ event }) => event.hash === word.report) ?? found;
    const said = reports.flatMap(({ event, resolved }) => [event, ...resolved.values()]);
    const at = notBefore(word.at, ...said.map((each) => each.at));
    return isAgain(current, word) ? [] : [{ type: 'item-resolved', ...word, at }];
  });
  return reportOf(word, records);
}

/** The item, undefined of a file that could not be read; refused when nothing can be said of it, or not this. */
async function openItem(
  { event }: RecordedReport,
  word: ItemWord,
  records: Records,
): Promise<ReportItem | undefined> {
  const { report, item: number, choice } = word;
  const item = event.type === 'report-taken' ? event.items[number - 1] : undefined;
  const isThere = event.type === 'report-taken' ? item !== undefined : number === 1;
  if (!isThere) throw notFound(report, number);
  if (item && !outcomesForPeople.includes(item.outcome))
    throw new Refused('item-needs-nobody', {
      given: item.outcome,
      allowed: outcomesForPeople.join(', '),
    });
  const choices = item ? choicesOf(item) : [];
  const isAllowed =
    choice === undefined
      ? choices.length === 0 || (await isUndoneNow(records, item))
      : choices.includes(choice);
  if (!isAllowed)
    throw new Refused('item-choice', { given: choice ?? '–', allowed: choices.join(', ') || '–' });
  return item;
}

const isUndoneNow = async (records: Records, item: ReportItem | undefined): Promise<boolean> =>
  item?.case !== undefined && isUndone(item, (await readCase(records, item.case)).state.lines);

/** Whether it has been said already in these words; refused when it has been said in others. */
function isAgain({ resolved }: RecordedReport, { item, by, choice, reason }: ItemWord): boolean {
  const before = resolved.get(item);
  if (!before) return false;
  if (before.by.sub === by.sub && before.reason === reason && before.choice === choice) return true;
  throw new Refused('item-already-resolved', { name: before.by.name, given: String(item) });
}

/** Notes in the case, and in the journal, what becomes of money that moved without an order. */
async function decideIn(
  item: ReportItem | undefined,
  { at, by, choice, reason }: ItemWord,
  ports: WorkflowPorts,
): Promise<void> {
  const { case: id, payee, movement } = item ?? {};
  if (!choice || !id || !payee || movement === undefined) return;
  const { records } = ports;
  const said = { at, by, payee, movement, choice, reason };
  const before = await takeBackReturns(ports, id, at);
  const against = againstMovement(before, said);
  if (against && !against.ok) throw Refused.of(against.refusal);
  const reissue = reissueUnderWay(id, before, payee);
  if (reissue) await decideReissue(ports, reissue, said);
  const carried = choice === 'booked-anew' ? carriedVoucher(before, payee) : undefined;
  if (carried !== undefined) await voidCarrying(ports, id, carried, said);
  const { lines } = await command(records, id, { kind: 'decide-movement', ...said });
  await bookAnew(records, id, payee);
  // Whoever comes after a crash finds the reissue ended, and that nobody was told.
  if (lines.get(payee)?.reissueEnded) await wakeCase(ports, reissueOf(id, payee));
  await wakeBoth(ports, id);
}

/**
 * In the case that is to send the payment again, before anything is said in the one whose payment came back: it is ended, so that of its
 * release and of `booked-anew` one alone can be; or, for `bank-to-correct`, it must be there to send. It may have been decided and not
 * yet begun: then it begins now, and ends without payment.
 */
async function decideReissue(
  ports: WorkflowPorts,
  reissue: CaseId,
  { at, by, choice, reason }: Pick<ItemWord, 'at' | 'by' | 'reason'> & { choice: MovementChoice },
): Promise<void> {
  const { records } = ports;
  const { state } = await readCase(records, reissue);
  const refusal = reissueRefuses(choice, state);
  if (refusal) throw Refused.of(refusal);
  if (choice !== 'booked-anew') return;
  if (!state.opened) {
    await command(records, reissue, { kind: 'open', at, case: reissue });
    await ports.workflows.start('reissue', reissue, reissue);
  }
  await command(records, reissue, { kind: 'end-reissue', at, by, reason });
}

/**
 * Before it is said that a payment was carried out which was to be paid with the next month: voids every payout's proposal that carries
 * it. Of a release and this one alone can be, since both are events of the payout's stream; a payout that is proposed afterwards does not
 * carry it, and one that was being prepared meanwhile is refused at its release, which looks at what is carried. Refused with
 * `movement-carried` once one has been released.
 */
async function voidCarrying(
  ports: WorkflowPorts,
  id: CaseId,
  voucher: string,
  { at, payee }: Pick<ItemWord, 'at'> & { payee: PayeeCode },
): Promise<void> {
  const { records } = ports;
  const payouts = await carryingPayouts(records, id, voucher, at);
  const ordered = payouts.find(({ released }) => released);
  if (ordered) throw Refused.of(carriedRefusal(payee, ordered.id));
  for (const payout of payouts) {
    const because = `the payment of ${id} to ${payee} has been carried out`;
    const { released } = await command(records, payout.id, { kind: 'void', at, because });
    if (released) throw Refused.of(carriedRefusal(payee, payout.id));
    await wakeCase(ports, payout.id);
  }
}

/** What the case waits for may have come; and whatever is to send its payment again waited for this. */
async function wakeBoth(ports: WorkflowPorts, id: CaseId): Promise<void> {
  await wakeCase(ports, id);
  await wakeWatchers(ports, streamText(caseStream(id)), caseYear(id));
}

async function reportOf({ report, item, at }: ItemWord, records: Records): Promise<RecordedReport> {
  const last = reportYear(at);
  for (let year = last; year > last - yearsBack; year--) {
    const found = (await readReports(records, year)).find(({ event }) => event.hash === report);
    if (found) return found;
  }
  throw notFound(report, item);
}

const notFound = (report: string, item: number): Refused =>
  new Refused('not-found', { what: `${report} ${item}` });
