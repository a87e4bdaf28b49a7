import type { SwitchEvent } from '../../../core/payment/stop-switch.ts';
import type { Records } from '../../../core/ports.ts';
import { switchStream } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { liftStop as lift } from '../../doors/lift-stop.ts';
import { stopReleases as stop } from '../../doors/stop-releases.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { switchView } from '../views/switch-view.ts';
import { speaker } from './speaker.ts';

type Switch = AnswerOf<'stopReleases'>;

/** One person stops every release. */
export async function stopReleases(
  request: RequestOf<'stopReleases'>,
  ports: WorkflowPorts,
): Promise<Switch> {
  await stop({ ...request.body, ...speaker(request) }, ports);
  return shown(request, ports.records);
}

/** One of the two who lift the stop speaks. */
export async function liftStop(
  request: RequestOf<'liftStop'>,
  ports: WorkflowPorts,
): Promise<Switch> {
  await lift({ ...request.body, ...speaker(request) }, ports);
  return shown(request, ports.records);
}

const shown = async (
  request: Pick<RequestOf<'liftStop'>, 'at' | 'by' | 'language'>,
  records: Records,
): Promise<Switch> => switchView(await records.read<SwitchEvent>(switchStream), request);
