import type { AnswerOf } from '../../kit.ts';

export type Run = AnswerOf<'readRun'>;
export type Proposal = AnswerOf<'readProposal'>;
export type Changes = AnswerOf<'readProposalChanges'>;
export type Payment = Proposal['payments'][number];
/** A payment that was sent to the bank, and how far it is. */
export type Sent = Run['sent'][number];
