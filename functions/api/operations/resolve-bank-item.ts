import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { resolveBankItem as resolve } from '../../doors/resolve-bank-item.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { reportView } from '../views/bank-view.ts';
import { speaker } from './speaker.ts';

/** Says that an item of a report has been looked into, and what it was. */
export async function resolveBankItem(
  request: RequestOf<'resolveBankItem'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'resolveBankItem'>> {
  const { parameters, body, language, at } = request;
  const { report, item } = parameters;
  const { choice, reason } = body;
  const said = {
    report,
    item: Number(item),
    ...(choice && { choice }),
    reason,
    ...speaker(request),
  };
  return reportView(ports.records, await resolve(said, ports), language, at);
}
