/**
 * Holds every state machine of the synthesized templates against the validator of the Amazon States Language and the table of
 * what is run locally, and prints a line for each.
 *
 *   node test/infra/check-definitions.ts
 *
 * Ends with 1 when one does not hold, or when there is none.
 */
import { synthesize } from '../../infra/synthesize.ts';
import { readTemplate } from '../../local/cloud/template.ts';
import { reportOn } from './definition-report.ts';

const { assembly } = await synthesize();
const { stateMachines, functions } = readTemplate(assembly);
const arns = new Set(functions.map(({ arn }) => arn));
const reports = stateMachines.map(({ name, definition }) =>
  reportOn(name, definition, (arn) => arns.has(arn)),
);
for (const { line, faults } of reports) {
  process.stdout.write(`${line}\n`);
  for (const fault of faults) process.stdout.write(`  ✗ ${fault}\n`);
}
const wrong = reports.filter(({ faults }) => faults.length > 0).length;
const verdict = wrong === 0 ? 'all of them hold' : `${wrong} of them do not hold`;
process.stdout.write(`${reports.length} state machines, ${verdict}\n`);
process.exitCode = wrong === 0 && reports.length > 0 ? 0 : 1;
