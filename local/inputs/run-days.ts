import { type Day, parseDay } from '../../core/calendar/day.ts';
import { type Month, parseMonth } from '../../core/calendar/month.ts';

/** The day on which the year is opened and its first inputs are registered. The simulated clock starts here. */
export const FIRST_DAY: Day = parseDay('2021-02-01');
export const FIRST_MONTH: Month = parseMonth('2021-02');

/**
 * The last day that anything of the agreement year may fall on. Everything on time is settled in May 2022; what comes
 * late has until the end of the year after.
 */
export const LAST_DAY: Day = parseDay('2023-12-31');
export const LAST_MONTH: Month = parseMonth('2023-12');
