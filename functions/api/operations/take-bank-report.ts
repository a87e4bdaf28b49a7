import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { takeBankReport as take } from '../../doors/take-bank-report.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { reportView } from '../views/bank-view.ts';
import { speaker } from './speaker.ts';

/** Takes in a report that a person has fetched from the bank, as if the bank had delivered it. */
export async function takeBankReport(
  request: RequestOf<'takeBankReport'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'takeBankReport'>> {
  const { body, language } = request;
  const { at, by: person } = speaker(request);
  const bytes = new TextEncoder().encode(body.content);
  const by = { person, language };
  const { report, again } = await take({ file: body.file, bytes, at, by }, ports);
  return { ...(await reportView(ports.records, report, language, at)), again };
}
