import type { AgendaEvent } from '../core/agenda/agenda.ts';
import { agendaStream, caseKind, caseStream, payingKinds } from '../core/record/case-id.ts';
import { CloseCase } from './contract/steps.ts';
import { command } from './shared/cases.ts';
import { giveBackRoom } from './shared/give-back-room.ts';
import { readAhead } from './shared/read-ahead.ts';
import { step } from './shared/step.ts';
import { type WorkflowPorts, workflowPorts } from './shared/workflow-ports.ts';

/**
 * State "Close": ends the case, gives back what room it had taken for a payment that was not ordered, and takes it off the opener's
 * agenda. A crash in between is mended by the retry.
 */
export async function run({ case: id, now, outcome }: CloseCase, ports: WorkflowPorts) {
  const { records } = ports;
  readAhead(records, [caseStream(id), agendaStream]);
  const state = await command(records, id, { kind: 'close', at: now, outcome });
  // Submitted anew between its refusal and its closing, a requisition stays open.
  if (!state.closed) return { case: id, outcome: state.closed };
  if (!state.released && payingKinds.includes(caseKind(id)))
    await giveBackRoom(ports, id, state, now);
  const agenda = await records.read<AgendaEvent>(agendaStream);
  if (!agenda.some(({ event }) => event.case === id))
    await records.append(agendaStream, agenda.at(-1), { type: 'closed', case: id });
  return { case: id, outcome: state.closed };
}

export const handler = step(CloseCase, run, workflowPorts);
