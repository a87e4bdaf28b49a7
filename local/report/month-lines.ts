import type { Month } from '../../core/calendar/month.ts';
import type { YearInRecord } from '../record/year-in-record.ts';
import {
  type Progress,
  paidLine,
  quietLine,
  requisitionPaidLine,
  waitingLine,
} from './progress.ts';
import { troubleLines } from './troubles.ts';
import type { Waiting } from './year-result.ts';

/** The lines of a month that is over: what was paid in it, what did not go smoothly, and what still waits at its end. */
export function showMonth(
  progress: Progress,
  month: Month,
  year: YearInRecord,
  waiting: readonly Waiting[],
): void {
  const paid = year
    .payouts()
    .filter((id) => year.case(id).released?.paidOn.startsWith(month))
    .map((id) => paidLine(year.payment(id)));
  const requisitions = year.requisitionsPaidIn(month).map(requisitionPaidLine);
  const troubles = troubleLines(month, year.troublesOf(month));
  const waits = waiting.map((each) => waitingLine(month, each));
  const lines = [...paid, ...requisitions, ...troubles, ...waits];
  for (const line of lines.length > 0 ? lines : [quietLine(month)]) progress.print(line);
}
