import { rulebookOf } from '../../core/agreement/rulebook.ts';
import { type SimulatedYear, simulateYear } from '../../core/simulate-year.ts';
import { factsOf, readSample } from '../../docs/generate/sample-year.ts';
import type { MonthPayment, YearResult } from '../../local/report/year-result.ts';
import { accepted } from '../core/amounts.ts';

/** The year of these inputs by the rules alone: no state machines, no record, every input on time. */
export const simulated = (inputs: string): SimulatedYear =>
  accepted(simulateYear(rulebookOf(2021), factsOf(readSample(inputs))));

/** Its months in the form of a result: what the run has to pay. */
export const monthsOf = ({ months }: SimulatedYear): readonly MonthPayment[] =>
  months.map(({ month, payDay, total, regions }) => ({
    month,
    payDay,
    totalSek: total.toString(),
    // A region that no line concerns is not part of a month.
    regions: [...regions].flatMap(([code, payment]) =>
      payment.lines.size === 0
        ? []
        : [
            {
              code,
              totalSek: payment.total.toString(),
              lines: [...payment.lines].map(([kind, { value }]) => ({
                kind,
                sek: value.toString(),
              })),
            },
          ],
    ),
  }));

export const grantsOf = ({ grants }: SimulatedYear): YearResult['grants'] =>
  Object.fromEntries([...grants].map(([region, { value }]) => [region, value.toString()]));

/** The national sum of a kind of line in a month, kronor; 0 when there is none. */
export function nationalSum({ payments }: YearResult, month: string, kind: string): string {
  const lines = payments
    .filter((each) => each.month === month)
    .flatMap(({ regions }) => regions.flatMap((region) => region.lines));
  const sum = lines
    .filter((line) => line.kind === kind)
    .reduce((total, { sek }) => total + BigInt(sek), 0n);
  return String(sum);
}
