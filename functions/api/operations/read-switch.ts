import type { SwitchEvent } from '../../../core/payment/stop-switch.ts';
import type { Records } from '../../../core/ports.ts';
import { switchStream } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { switchView } from '../views/switch-view.ts';

/** Whether releases are stopped, by whom and why, everything that was said of it, and what this person may do. */
export async function readSwitch(
  request: RequestOf<'readSwitch'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'readSwitch'>> {
  return switchView(await records.read<SwitchEvent>(switchStream), request);
}
