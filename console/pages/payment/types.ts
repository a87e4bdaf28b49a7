import type { AnswerOf } from '../../kit.ts';

export type Run = AnswerOf<'readRun'>;
export type Proposal = AnswerOf<'readProposal'>;
export type Payment = Proposal['payments'][number];
