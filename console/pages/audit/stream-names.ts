import type { recordKinds } from '../../../core/record/partitions.ts';

/** A stream's two names, from the one that heads bear: `RUN#2022/02`. */
export function placeOf(stream: string): { readonly partition: string; readonly name: string } {
  const slash = stream.indexOf('/');
  return slash < 0
    ? { partition: stream, name: '' }
    : { partition: stream.slice(0, slash), name: stream.slice(slash + 1) };
}

type Kind = keyof typeof recordKinds;

/** By type only: the list itself brings every agreement's rules with it, which the browser has no use for. */
const kinds = Object.keys({
  AGENDA: true,
  BANK: true,
  GRANT: true,
  INPUT: true,
  JOURNAL: true,
  ORDER: true,
  PROPOSAL: true,
  RECONCILIATION: true,
  REISSUE: true,
  REQUISITION: true,
  ROOM: true,
  RUN: true,
  SWITCH: true,
  WORKING: true,
} satisfies Record<Kind, true>) as readonly Kind[];

/** What a partition holds, by the name before `#`; undefined for one that the record does not know. */
export const kindOf = (partition: string): Kind | undefined =>
  kinds.find((kind) => partition.startsWith(`${kind}#`));

/** The page that shows a stream's events. */
export const eventsHref = (partition: string, stream: string): string =>
  `/granskning/poster?${new URLSearchParams({ del: partition, strom: stream })}`;
