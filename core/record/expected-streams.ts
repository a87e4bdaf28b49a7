import { type InputKind, inputKinds } from '../inputs/kinds.ts';
import type { StreamId } from '../ports.ts';
import {
  agendaStream,
  bankReportStream,
  caseStream,
  inputStream,
  journalStream,
  openingCase,
  parseCaseId,
  reconciliationCase,
  requisitionCase,
  roomStream,
  streamText,
  switchStream,
} from './case-id.ts';
import type { recordKinds } from './partitions.ts';

const twelve = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const kinds = Object.keys(inputKinds) as InputKind[];

/** What begins because of another stream's event: of a payment that is sent again, and of documents, whoever looks there finds it. */
const followed = (): readonly StreamId[] => [];

/** The streams that can begin by themselves in a year, by the kind of partition; those of no year are of every year. */
const streams: Readonly<Record<keyof typeof recordKinds, (year: number) => readonly StreamId[]>> = {
  AGENDA: () => [agendaStream],
  BANK: (year) => [bankReportStream(year)],
  GRANT: (year) => [caseStream(openingCase(year))],
  INPUT: (year) => kinds.map((kind) => inputStream(year, kind)),
  JOURNAL: (year) => [journalStream(year)],
  ORDER: followed,
  PROPOSAL: followed,
  RECONCILIATION: (year) => [caseStream(reconciliationCase(year))],
  REISSUE: followed,
  REQUISITION: (year) =>
    (['sol', 'ihsi'] as const).map((kind) => caseStream(requisitionCase(year, kind))),
  ROOM: (year) => [roomStream(year)],
  RUN: (year) => twelve.map((month) => caseStream(parseCaseId(`payout-${year}-${month}`))),
  SWITCH: () => [switchStream],
  WORKING: followed,
};

/** Every stream that can begin by itself in these years: where whoever looks for what is new has to look. */
export const expectedStreams = (years: readonly number[]): readonly StreamId[] => {
  const all = [...new Set(years)].flatMap((year) =>
    Object.values(streams).flatMap((of) => of(year)),
  );
  return [...new Map(all.map((stream) => [streamText(stream), stream])).values()];
};
