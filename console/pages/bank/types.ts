import type { AnswerOf } from '../../kit.ts';

export type Bank = AnswerOf<'readBank'>;
export type SentFile = Bank['files'][number];
/** A file of the bank's, and what became of everything in it. */
export type Report = Bank['reports'][number];
export type Item = Report['items'][number];
export type Tally = AnswerOf<'readTally'>;
export type TallyRow = Tally['total'];
