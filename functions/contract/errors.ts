/**
 * The names of the errors that leave a handler. State machines route on them, so each is one constant used on both sides.
 * None of them is retried: the same call would fail in the same way again.
 */

/** The proposal has no two valid approvals any more: changed, withdrawn, or overtaken. Asked again, never paid. */
export const APPROVALS_DO_NOT_HOLD = 'ApprovalsDoNotHold';

/** Somebody has stopped all releases. The payment waits until two people have lifted the stop; its approvals are kept. */
export const RELEASES_STOPPED = 'ReleasesStopped';

/** What was given cannot be accepted: wrong shape, or refused by a rule. Nothing was written. */
export const INPUT_REJECTED = 'InputRejected';

/** Sums that must be equal are not: nothing is paid until an engineer has looked. */
export const SUMS_DO_NOT_HOLD = 'SumsDoNotHold';

/**
 * What the record holds contradicts itself, e.g. a stored order to the bank with other bytes, or it does not hold what was anchored
 * of it. Nothing is paid.
 */
export const RECORD_CONTRADICTS = 'RecordContradicts';

/**
 * The payment file breaks a rule of the bank, its message or the giros: it was neither ordered nor stored. The state machine does not
 * retry it and the execution fails, with an alarm: an engineer finds out how such a proposal came to be approved.
 */
export const PAYMENT_FILE_IMPOSSIBLE = 'PaymentFileImpossible';
