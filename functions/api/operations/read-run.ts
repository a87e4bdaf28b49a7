import { rightsFor } from '../../../core/payment/rights.ts';
import { isStopped } from '../../../core/payment/stop-switch.ts';
import type { Voucher } from '../../../core/payment/voucher.ts';
import type { Records } from '../../../core/ports.ts';
import { journalStream } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { rejectionTexts } from '../../contract/api/rejection-texts.ts';
import { rejectionCodes } from '../../contract/api/requests.ts';
import { budgetYearOf } from '../../shared/journal.ts';
import { Refused } from '../../shared/refused.ts';
import { readSwitch } from '../../shared/switch.ts';
import { type ReadCase, readOneCase, summaryOf } from '../views/cases.ts';
import { runActions } from '../views/run-actions.ts';
import { historyOf } from '../views/run-history.ts';
import {
  approvalsOf,
  goingWithoutOf,
  missingOf,
  proposalsOf,
  reissuesOf,
  sentOf,
  warningsOf,
} from '../views/run-parts.ts';

type Run = AnswerOf<'readRun'>;

/** Everything that a person needs to know of a run to act on it, and what of that this person may do. */
export async function readRun(
  request: RequestOf<'readRun'>,
  { records }: { readonly records: Records },
): Promise<Run> {
  const { language, parameters } = request;
  const [read, stop] = await Promise.all([
    readOneCase(records, parameters.run),
    readSwitch(records),
  ]);
  const { kind, state, events } = read;
  if (events.length === 0) throw new Refused('not-found', { what: parameters.run });
  const release = await releaseOf(records, read);
  return {
    ...summaryOf(read),
    rights: [...rightsFor(kind)],
    approvals: approvalsOf(read),
    missing: missingOf(read, language),
    goingWithout: goingWithoutOf(events),
    warnings: warningsOf(read, language),
    proposals: proposalsOf(read, language),
    ...(release && { release }),
    sent: sentOf(read, language),
    ...reissuesOf(read),
    rejectionCodes: rejectionCodes.map((code) => ({ code, text: rejectionTexts[code][language] })),
    actions: runActions(kind, state, request),
    history: historyOf(events, language),
    stopped: isStopped(stop.state),
  };
}

/** The order to the bank, and the number of its voucher once it is booked. */
async function releaseOf(records: Records, { state }: ReadCase): Promise<Run['release']> {
  const { released } = state;
  if (!released) return undefined;
  const { proposal, messageId, fileHash, at, payDay, paidOn, voucherKey } = released;
  const vouchers = await records.read<Voucher>(journalStream(budgetYearOf(paidOn)));
  const booked = vouchers.find(({ event }) => event.key === voucherKey);
  return {
    ...{ proposal, messageId, fileHash, orderedAt: at, payDay, paidOn },
    ...(booked && { voucher: booked.number }),
  };
}
