import { type CaseId, type CaseKind, caseKind } from '../../core/record/case-id.ts';
import type { StateMachineName } from './functions.ts';

const machines: Readonly<Record<CaseKind, StateMachineName>> = {
  payout: 'monthly-payout',
  requisition: 'requisition',
  reconciliation: 'reconciliation',
  opening: 'year-opening',
  reissue: 'reissue',
};

/** Which state machine runs a case. */
export const machineOf = (id: CaseId): StateMachineName => machines[caseKind(id)];

/** So many executions of one case there can be; each but the first took over from one that could not go on. */
export const mostExecutions = 20;

/**
 * The names of a case's executions, in order: the case itself, and those that went on for it, `payout-2022-02.2`, `.3` … A name is
 * never used twice, so whoever starts the first free one starts what nobody has started.
 */
export const executionNames = (id: CaseId): readonly string[] =>
  Array.from({ length: mostExecutions }, (_, before) =>
    before === 0 ? id : `${id}.${before + 1}`,
  );
