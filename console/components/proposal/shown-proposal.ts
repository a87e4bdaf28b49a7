import type { AnswerOf } from '../../api/operation-types.ts';

/** A proposal as the API shows it, and one payee's part of it. */
export type Proposal = AnswerOf<'readProposal'>;
export type Payment = Proposal['payments'][number];
