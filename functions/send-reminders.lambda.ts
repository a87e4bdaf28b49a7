import { addDays, type Day, firstDayOf } from '../core/calendar/day.ts';
import { addMonths, type Month, monthOf, yearOf } from '../core/calendar/month.ts';
import { dayInStockholm } from '../core/calendar/stockholm.ts';
import type { CaseEvent } from '../core/payment/events.ts';
import { foldRecorded, standing } from '../core/payment/evolve.ts';
import { reminderDays } from '../core/payment/reminder-days.ts';
import { stoppers } from '../core/payment/stop-switch.ts';
import type { Recorded, StreamId } from '../core/ports.ts';
import {
  type CaseId,
  caseStream,
  noticeStream,
  payoutCase,
  requisitionCase,
} from '../core/record/case-id.ts';
import { SendReminders } from './contract/steps.ts';
import { approvalNotices } from './shared/approval-notices.ts';
import { KeptStreams } from './shared/kept-streams.ts';
import { type NoticeEvent, NotSent, notify, send, unsent } from './shared/notices.ts';
import { step } from './shared/step.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * Every weekday: reminds those whose approval is missing on the two bank days before a payment's pay day, once on each.
 *
 * It looks in the record for what waits, and sends what was written down and never noted as sent. When something still does not
 * leave it throws, so that it is tried again and seen.
 */
export async function run({ scheduledTime }: SendReminders, ports: WorkflowPorts) {
  const today = dayInStockholm(scheduledTime);
  const ids = payableAround(today, ports.rulebooks.years);
  const streams = noticeStreams(today);
  const read = await kept.read(ports.workflows, ports.records, [
    ...ids.map(caseStream),
    ...streams,
  ]);
  const reminders = ids.flatMap((id, index) => {
    const state = foldRecorded((read[index] ?? []) as readonly Recorded<CaseEvent>[]);
    const payDay = standing(state)?.proposed.payment?.payDay;
    if (!payDay || !reminderDays(payDay).includes(today)) return [];
    return approvalNotices(id, state, { kind: 'reminder', at: scheduledTime, day: today });
  });
  await notify(ports, reminders);
  await sendAgain(ports, read.slice(ids.length) as (readonly Recorded<NoticeEvent>[])[]);
  return { reminded: reminders.map(({ case: id, to }) => `${id} ${to}`) };
}

const kept = new KeptStreams();

/**
 * The payments whose pay day can be two bank days away: a payout is paid in the first week of its month, a requisition on any day
 * of its grant year or the next.
 */
function payableAround(today: Day, agreementYears: readonly number[]): readonly CaseId[] {
  const month = monthOf(today);
  const years = agreementYears.filter((year) => Math.abs(year - yearOf(month)) <= 1);
  const months = [month, addMonths(month, 1)].filter((each) =>
    firstWeek(each).some((payDay) => reminderDays(payDay).includes(today)),
  );
  return [
    ...months.map(payoutCase),
    ...years.flatMap((year) => [requisitionCase(year, 'sol'), requisitionCase(year, 'ihsi')]),
  ];
}

const firstWeek = (month: Month): readonly Day[] =>
  Array.from({ length: 7 }, (_, days) => addDays(firstDayOf(month), days));

/** Everybody who is told anything. */
const groups = [...stoppers, 'skr-firmatecknare'];

/** How long a notice that was not sent is looked for. */
const catchUpDays = 31;

function noticeStreams(today: Day): readonly StreamId[] {
  const years = new Set([addDays(today, -catchUpDays), today].map((day) => yearOf(monthOf(day))));
  return [...years].flatMap((year) => groups.map((group) => noticeStream(year, group)));
}

/** Sends what somebody wrote down and could not send, or died before they had noted it. */
async function sendAgain(
  ports: WorkflowPorts,
  streams: readonly (readonly Recorded<NoticeEvent>[])[],
): Promise<void> {
  const left: NotSent[] = [];
  for (const written of streams.flatMap(unsent))
    await send(ports, written).catch((error: unknown) => {
      if (!(error instanceof NotSent)) throw error;
      left.push(error);
    });
  if (left.length > 0) throw new AggregateError(left, left.map(({ message }) => message).join(' '));
}

export const handler = step(SendReminders, run, workflowPorts);
