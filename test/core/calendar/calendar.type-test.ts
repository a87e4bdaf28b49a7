import { addDays, type Day, parseDay } from '../../../core/calendar/day.ts';
import { addMonths, type Month, parseMonth } from '../../../core/calendar/month.ts';
import type { Instant } from '../../../core/calendar/stockholm.ts';

export const month: Month = addMonths(parseMonth('2021-03'), 1);
export const day: Day = addDays(parseDay('2021-03-01'), 1);
export const instant: Instant = '2021-03-01T05:00:00.000Z';

// @ts-expect-error A text is no month until it is parsed.
export const unchecked: Month = '2021-13';

// @ts-expect-error A month is no day.
addDays(month, 1);

// @ts-expect-error A day is no month.
addMonths(day, 1);

// @ts-expect-error A day is no moment.
export const midnight: Instant = day;
