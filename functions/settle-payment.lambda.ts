import { Sek } from '../core/money/sek.ts';
import { heldLines, unansweredLines } from '../core/payment/lines.ts';
import { CaseStep } from './contract/steps.ts';
import { command, readCase } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
import { takeBackReturns } from './shared/returns.ts';
import { step } from './shared/step.ts';

/**
 * State "Settle or hold": what the bank did with the payment. Everything booked: settled. Payments that came back are booked
 * as reversals, each once, and held until a person has resolved them; while the bank owes an answer, it is waited for.
 */
export async function run({ case: id, now }: CaseStep, { records }: Ports) {
  const { state: before } = await readCase(records, id);
  if (!before.released) return { case: id, state: 'pending', watch: {} };
  const { lines } = await takeBackReturns(records, id, now);
  if (unansweredLines(lines).length > 0) return { case: id, state: 'pending', watch: {} };
  if (heldLines(lines).length > 0) return { case: id, state: 'held', watch: {} };
  const booked = [...lines.values()].filter(({ status }) => status === 'booked');
  const totalSek = Sek.sum(booked.map(({ sek }) => Sek.of(sek))).toString();
  await command(records, id, { kind: 'settle', at: now, totalSek });
  return { case: id, state: 'settled', watch: {} };
}

export const handler = step(CaseStep, run, ports);
