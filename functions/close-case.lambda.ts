import type { AgendaEvent } from '../core/agenda/agenda.ts';
import { agendaStream, caseStream } from '../core/record/case-id.ts';
import { CloseCase } from './contract/steps.ts';
import { command } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
import { readAhead } from './shared/read-ahead.ts';
import { step } from './shared/step.ts';

/** State "Close": ends the case, then takes it off the opener's agenda. A crash between the two is mended by the retry. */
export async function run({ case: id, now, outcome }: CloseCase, { records }: Ports) {
  readAhead(records, [caseStream(id), agendaStream]);
  const state = await command(records, id, { kind: 'close', at: now, outcome });
  // Submitted anew between its refusal and its closing, a requisition stays open.
  if (!state.closed) return { case: id, outcome: state.closed };
  const agenda = await records.read<AgendaEvent>(agendaStream);
  if (!agenda.some(({ event }) => event.case === id))
    await records.append(agendaStream, agenda.at(-1), { type: 'closed', case: id });
  return { case: id, outcome: state.closed };
}

export const handler = step(CloseCase, run, ports);
