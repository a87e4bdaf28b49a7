import type { AnswerOf } from '../../kit.ts';

/** The grant year as the API answers it: what every part of the page shows. */
export type CalendarAnswer = AnswerOf<'readCalendar'>;
