import { ReportPayment } from './contract/doors.ts';
import { reportPayment } from './doors/report-payment.ts';
import { step } from './shared/step.ts';
import { workflowPorts } from './shared/workflow-ports.ts';

/** The same door by direct invocation. */
export const handler = step(
  ReportPayment,
  async (report, ports) => {
    await reportPayment(report, ports);
    return { case: report.case };
  },
  workflowPorts,
);
