import type { AnswerOf } from '../../kit.ts';

export type ReconciliationAnswer = AnswerOf<'readReconciliation'>;
