import { isInputKind } from '../inputs/kinds.ts';
import type { StreamId } from '../ports.ts';
import {
  agendaStream,
  bankOrderStream,
  bankReportStream,
  caseOfStream,
  caseStream,
  inputStream,
  journalStream,
  noticeStream,
  parseCaseId,
  proposalStream,
  roomStream,
  streamText,
  switchStream,
  tokenStream,
  workingStream,
} from './case-id.ts';
import type { recordKinds } from './partitions.ts';

type Form = (stream: StreamId, year: number) => StreamId | undefined;

const ofCase: Form = (stream) => caseStream(caseOfStream(stream));

/** The stream that the system would make where one of that kind, year and name was found; a case that is none is refused with a RangeError. */
const forms: Readonly<Record<keyof typeof recordKinds | 'NOTICE' | 'REQUEST' | 'TOKEN', Form>> = {
  AGENDA: () => agendaStream,
  BANK: (_stream, year) => bankReportStream(year),
  GRANT: ofCase,
  INPUT: ({ name }, year) => (isInputKind(name) ? inputStream(year, name) : undefined),
  JOURNAL: (_stream, year) => journalStream(year),
  NOTICE: ({ name }, year) => noticeStream(year, name),
  ORDER: ({ name }) => bankOrderStream(parseCaseId(name)),
  PROPOSAL: ({ name }) => proposalStream(parseCaseId(name)),
  RECONCILIATION: ofCase,
  REISSUE: ofCase,
  REQUEST: (stream) => stream,
  REQUISITION: ofCase,
  ROOM: (_stream, year) => roomStream(year),
  RUN: ofCase,
  SWITCH: () => switchStream,
  TOKEN: ({ name }) => tokenStream(parseCaseId(name)),
  WORKING: ({ name }) => workingStream(parseCaseId(name)),
};

/** Whether the system makes a stream of that partition and name. What lies elsewhere is read by nobody, and was written by none of ours. */
export function isOurs(stream: StreamId): boolean {
  const [kind = '', year = ''] = stream.partition.split('#');
  if (!Object.hasOwn(forms, kind)) return false;
  try {
    const made = forms[kind as keyof typeof forms](stream, Number(year));
    return made !== undefined && streamText(made) === streamText(stream);
  } catch {
    return false; // The name of a case that is none.
  }
}
