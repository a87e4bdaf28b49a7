import type { Instant } from '../../core/calendar/stockholm.ts';
import { type NeedName, need, needFor } from '../../core/payment/needs.ts';
import type { Records } from '../../core/ports.ts';
import {
  type CaseId,
  caseStream,
  caseYear,
  parseCaseId,
  streamText,
} from '../../core/record/case-id.ts';
import type { FactName } from '../../core/rules/facts.ts';
import type { Watch } from '../contract/steps.ts';
import { readCase } from './cases.ts';
import type { Inputs } from './inputs.ts';
import { waitFor } from './wait-for.ts';

/** Notes which finals the reconciliation waits for. A deduction that has begun comes with the payouts that may release it. */
export async function waitForFinals(
  records: Records,
  id: CaseId,
  now: Instant,
  missing: readonly FactName[],
  inputs: Inputs,
) {
  const year = caseYear(id);
  const because = (name: NeedName) =>
    name === 'deduction'
      ? `a payout is about to deduct the forecast of ${year}`
      : `no ${name} of ${year} is known`;
  const needs = [...new Set(missing.map(needFor))].map((name) =>
    need(name, year, ['settlement'], because(name)),
  );
  const waiting = await waitFor(records, id, now, needs, inputs.watch());
  const payouts = missing.includes('rebateDeducted') ? await payoutsBegun(records, id) : {};
  return { ...waiting, watch: { ...waiting.watch, ...payouts } };
}

/** The payouts that have begun to deduct, and how long each was when the finals were looked for. */
async function payoutsBegun(records: Records, id: CaseId): Promise<Watch> {
  const { state } = await readCase(records, id);
  const lengths = [...state.deductions.keys()].map(async (payout) => {
    const stream = caseStream(parseCaseId(payout));
    return [streamText(stream), (await records.read(stream)).length] as const;
  });
  return Object.fromEntries(await Promise.all(lengths));
}
