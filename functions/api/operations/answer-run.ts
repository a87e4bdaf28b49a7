import { type CaseId, caseKind, reconciliationCase } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { AnswerCase } from '../../contract/doors.ts';
import { answerCase } from '../../doors/answer-case.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { runState } from '../views/run-state.ts';
import { speaker } from './speaker.ts';

type Done = AnswerOf<'approveProposal'>;

/** Who speaks of a run, and when: the token's person at the request's time. */
type Asked = Pick<RequestOf<'requestClose'>, 'at' | 'by'>;

/** Distributes over the answers, so that each keeps its own shape. */
type Said<A = AnswerCase> = A extends AnswerCase ? Omit<A, 'case' | 'at' | 'by'> : never;

/** Lets the person say it of the run, and answers with what the run has come to. */
async function say(asked: Asked, id: CaseId, said: Said, ports: WorkflowPorts): Promise<Done> {
  const answer = { ...said, case: id, ...speaker(asked) } as AnswerCase;
  return { run: id, state: runState(caseKind(id), await answerCase(answer, ports)) };
}

/** Attests or orders the payment of the proposal whose hash is given; a reconciliation is signed instead, and refused here. */
export const approveProposal = (request: RequestOf<'approveProposal'>, ports: WorkflowPorts) =>
  say(request, request.parameters.run, { kind: 'approve', ...request.body }, ports);

/** Signs the settlement of a year's reconciliation, for the State or for SKR. */
export const signReconciliation = (
  request: RequestOf<'signReconciliation'>,
  ports: WorkflowPorts,
): Promise<Done> => {
  const id = reconciliationCase(request.parameters.year);
  return say(request, id, { kind: 'approve', ...request.body }, ports);
};

/** Sends a proposal back, with a coded reason and words. */
export const rejectProposal = (request: RequestOf<'rejectProposal'>, ports: WorkflowPorts) =>
  say(request, request.parameters.run, { kind: 'reject', ...request.body }, ports);

/** Takes back one's own approval, as long as nothing was released or decided. */
export const withdrawApproval = (request: RequestOf<'withdrawApproval'>, ports: WorkflowPorts) =>
  say(request, request.parameters.run, { kind: 'withdraw', ...request.body }, ports);

/** Lets the month go without what is missing; the lines that it holds stay due. */
export const goWithout = (request: RequestOf<'goWithout'>, ports: WorkflowPorts) =>
  say(request, request.parameters.run, { kind: 'go-without', ...request.body }, ports);

/** Has a rejected proposal prepared again. */
export const prepareAgain = (request: RequestOf<'prepareAgain'>, ports: WorkflowPorts) =>
  say(request, request.parameters.run, { kind: 'prepare-again', ...request.body }, ports);

/** Asks for a run to be closed without payment. */
export const requestClose = (request: RequestOf<'requestClose'>, ports: WorkflowPorts) =>
  say(request, request.parameters.run, { kind: 'request-close', ...request.body }, ports);
