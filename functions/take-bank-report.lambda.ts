import type { Files } from '../core/ports.ts';
import { INPUT_REJECTED, SUMS_DO_NOT_HOLD } from './contract/errors.ts';
import { ObjectCreated } from './contract/steps.ts';
import { takeBankReport } from './doors/take-bank-report.ts';
import { environment } from './shared/environment.ts';
import { namedError } from './shared/errors.ts';
import { bucketFiles } from './shared/ports.ts';
import { step } from './shared/step.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/** Where the bank puts its reports. */
export interface ReportPorts extends WorkflowPorts {
  readonly bankReports: { readonly bucket: string; readonly files: Pick<Files, 'read'> };
}

/**
 * What the bank has put into the bucket of its reports is taken in, at the time at which it was put there: so a delivery that is
 * repeated is the same to the byte. Refused with `InputRejected`: a file of another bucket. A file that is not there (any more) fails
 * as such and is tried again. When the report is taken and the sums about its payments do not hold, it ends with `SumsDoNotHold`, for
 * an engineer to look.
 */
export async function run({ time, detail }: ObjectCreated, ports: ReportPorts) {
  const { bucket, files } = ports.bankReports;
  const file = detail.object.key;
  if (detail.bucket.name !== bucket)
    throw namedError(
      INPUT_REJECTED,
      `${detail.bucket.name} was given; reports come from ${bucket}.`,
    );
  // The very version that the event is about: the bank may have put another one over it since.
  const bytes = await files.read(file, detail.object['version-id']);
  if (!bytes) throw new Error(`There is no ${file} in ${bucket}.`);
  const { report, differs } = await takeBankReport({ file, bytes, at: time }, ports);
  const { type, hash } = report.event;
  if (differs.length > 0) throw namedError(SUMS_DO_NOT_HOLD, differs.join('\n'), { report: hash });
  return { report: hash, type };
}

const reportPorts = (): ReportPorts => ({
  ...workflowPorts(),
  bankReports: {
    bucket: environment('BANK_REPORTS_BUCKET'),
    files: { read: async (...file) => bucketFiles('BANK_REPORTS_BUCKET').read(...file) },
  },
});

export const handler = step(ObjectCreated, run, reportPorts);
