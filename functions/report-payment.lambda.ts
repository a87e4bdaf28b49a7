import { ReportPayment } from './contract/doors.ts';
import { command } from './shared/cases.ts';
import { step } from './shared/step.ts';
import { wakeCase } from './shared/waits.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/** The bank's answer, as an operator read it and types it, with a reason: everything booked, or who was returned. */
export async function run({ case: id, ...report }: ReportPayment, ports: WorkflowPorts) {
  await command(ports.records, id, { kind: 'report', ...report });
  await wakeCase(ports, id);
  return { case: id };
}

export const handler = step(ReportPayment, run, workflowPorts);
