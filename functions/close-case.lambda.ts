import type { Json } from '../core/canonical.ts';
import { agendaStream, type CaseId, caseYear } from '../core/record/case-id.ts';
import { CloseCase } from './contract/steps.ts';
import { command } from './shared/cases.ts';
import { type Ports, ports } from './shared/ports.ts';
import { step } from './shared/step.ts';

/** What the opener reads: which cases of a year need not be opened any more. */
export type AgendaEvent = { readonly type: 'closed'; readonly case: CaseId } & Json;

/** State "Close": ends the case, then takes it off the opener's agenda. A crash between the two is mended by the retry. */
export async function run({ case: id, now, outcome }: CloseCase, { records }: Ports) {
  const state = await command(records, id, { kind: 'close', at: now, outcome });
  const stream = agendaStream(caseYear(id));
  const agenda = await records.read<AgendaEvent>(stream);
  if (!agenda.some(({ event }) => event.case === id))
    await records.append(stream, agenda.at(-1), { type: 'closed', case: id });
  return { case: id, outcome: state.closed };
}

export const handler = step(CloseCase, run, ports);
