import { recordKinds } from '../../core/record/partitions.ts';
import type { FunctionName } from './functions.ts';

/**
 * A kind of partition: of the record, or of what lies apart from it (core/record/chain.ts): tokens of waits, notices to people,
 * requests that were answered.
 */
export type RecordKind = keyof typeof recordKinds | 'NOTICE' | 'REQUEST' | 'TOKEN';

/** What a function may read and append, by kinds of partition. Whoever appends to a kind also reads it. */
export interface RecordRights {
  readonly reads: readonly RecordKind[];
  readonly appends: readonly RecordKind[];
}

const none: RecordRights = { reads: [], appends: [] };

/** The streams of cases: what happened to each. */
const cases = ['GRANT', 'RECONCILIATION', 'REISSUE', 'REQUISITION', 'RUN'] as const;
/** The cases that pay somebody. */
const payments = ['REISSUE', 'REQUISITION', 'RUN'] as const;
/** What a budget year's room is judged by: what is ordered, and what was booked. */
const room = ['JOURNAL', 'ROOM'] as const;
/** A payment's proposal, its working, the room that it gives back for the one before it, and whoever waits for that. */
const proposing = ['PROPOSAL', 'ROOM', 'TOKEN', 'WORKING'] as const;
const wholeRecord = Object.keys(recordKinds) as (keyof typeof recordKinds)[];

/** Gives what is appended to what is read besides. */
const rights = (appends: readonly RecordKind[], besides: readonly RecordKind[]): RecordRights => ({
  reads: [...new Set([...appends, ...besides])].sort(),
  appends: [...appends].sort(),
});

/**
 * What each function does with the record, as its role allows it (infra/constructs/data/record-rights.ts) and as docs/records.md tells
 * it. Locally the database refuses what is not here, as the cloud would.
 *
 * Only the doors take what people say: approvals come to a case by `api-runs` and by nothing that a state machine calls.
 */
export const recordRights: Readonly<Record<FunctionName, RecordRights>> = {
  // Completes a giving back of room that a crash left undone, and wakes whoever waits for it.
  // Works out whether the next month's payout would have anything to pay, as the payout does.
  'open-due': rights(['ROOM', 'TOKEN'], [...cases, 'AGENDA', 'INPUT', 'PROPOSAL']),
  'send-reminders': rights(['NOTICE'], ['REQUISITION', 'RUN']),
  'redeliver-answers': rights(['TOKEN'], [...cases, ...room, 'INPUT', 'SWITCH']),
  'verify-events': rights([], wholeRecord),
  'verify-record': rights([], wholeRecord),

  'open-case': rights(cases, []),
  ask: rights(['NOTICE', 'TOKEN'], [...cases, ...room, 'INPUT', 'SWITCH']),
  'read-decision': rights(cases, ['INPUT']),
  // In the year's reconciliation it says that it is about to deduct the forecast.
  'release-payment': rights(
    [...payments, ...room, 'ORDER', 'RECONCILIATION'],
    ['INPUT', 'PROPOSAL', 'SWITCH'],
  ),
  'anchor-record': rights([], wholeRecord),
  'settle-payment': rights([...payments, 'JOURNAL', 'TOKEN'], ['PROPOSAL']),
  'conclude-case': rights(['GRANT', 'RECONCILIATION', 'TOKEN'], ['INPUT']),
  'close-case': rights([...cases, 'AGENDA', 'ROOM', 'TOKEN'], []),

  'compute-allocation': rights(['GRANT', 'PROPOSAL', 'WORKING'], ['INPUT']),
  'prepare-payment': rights(['RUN', ...proposing], [...cases, 'INPUT', 'JOURNAL']),
  'validate-requisition': rights(['REQUISITION'], []),
  'prepare-requisition': rights(['REQUISITION', ...proposing], ['INPUT', 'JOURNAL']),
  'record-requisition': rights(['REQUISITION'], ['INPUT', 'PROPOSAL']),
  'prepare-reissue': rights(['REISSUE', ...proposing], [...payments, 'INPUT', 'JOURNAL']),
  // What was deducted stands in the payouts.
  'collect-finals': rights(['RECONCILIATION'], ['GRANT', 'INPUT', 'PROPOSAL', 'RUN']),
  'compute-settlement': rights(
    ['RECONCILIATION', 'PROPOSAL', 'WORKING'],
    ['GRANT', 'INPUT', 'RUN'],
  ),

  'take-bank-report': rights([...payments, 'BANK', 'JOURNAL', 'TOKEN'], ['PROPOSAL', 'SWITCH']),

  'api-description': none,
  'api-read': rights(
    [],
    [...cases, ...room, 'BANK', 'INPUT', 'NOTICE', 'PROPOSAL', 'SWITCH', 'WORKING'],
  ),
  'api-audit': rights([], wholeRecord),
  // Whoever may wake a payment asks whether only the switch holds it: SWITCH. What is approved must rest on what is in force: INPUT.
  'api-runs': rights([...cases, 'REQUEST', 'TOKEN'], ['INPUT', 'SWITCH']),
  // What the bank did can be said of any run; of one that pays nobody it is read, and refused by name.
  'api-bank': rights(
    [...payments, 'BANK', 'JOURNAL', 'REQUEST', 'TOKEN'],
    [...cases, 'PROPOSAL', 'SWITCH'],
  ),
  'api-documents': rights([], ['JOURNAL', 'PROPOSAL', 'RUN']),
  'api-prints': rights([], [...cases, 'INPUT', 'JOURNAL', 'PROPOSAL', 'WORKING']),
  // A dry run prepares every kind of case, with its appends left out.
  'api-inputs': rights(
    [...payments, 'INPUT', 'REQUEST', 'TOKEN'],
    [...cases, ...room, 'PROPOSAL', 'WORKING'],
  ),
  'api-requisitions': rights(['REQUISITION', 'REQUEST'], ['REISSUE']),
  'api-switch': rights(['SWITCH', 'NOTICE', 'REQUEST', 'TOKEN'], payments),

  'name-in-token': none,
};
