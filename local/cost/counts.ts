import { Decimal } from 'decimal.js';
import type { CausedCall } from './every-call.ts';
import { billedMbMs, billedMs, MB_MS_PER_GB_SECOND } from './lambda-time.ts';
import type { CallUsage } from './usage.ts';

export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How many there are of each name, most first. */
export function countBy<T>(all: readonly T[], name: (each: T) => string): Count[] {
  const groups = Map.groupBy(all, name);
  return [...groups]
    .map(([of, each]) => ({ name: of, count: each.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

export interface FunctionCount {
  readonly name: string;
  readonly calls: number;
  readonly memoryMb: number;
  /** Billed milliseconds of a call, on average. */
  readonly msEach: number;
  readonly gbSeconds: Decimal;
  readonly reads: number;
  readonly writes: number;
}

/** What each function took, the one that took most time first. */
export function byFunction(calls: readonly CausedCall[]): FunctionCount[] {
  return [...Map.groupBy(calls, ({ functionName }) => functionName)]
    .map(([name, each]) => {
      const mbMs = each.reduce((sum, call) => sum + billedMbMs(call), 0);
      return {
        name,
        calls: each.length,
        memoryMb: each[0]?.memoryMb ?? 0,
        msEach: each.reduce((sum, call) => sum + billedMs(call), 0) / each.length,
        gbSeconds: new Decimal(mbMs).dividedBy(MB_MS_PER_GB_SECOND),
        reads: unitsOf(each, 'reads'),
        writes: unitsOf(each, 'writes'),
      };
    })
    .sort((a, b) => b.gbSeconds.comparedTo(a.gbSeconds));
}

export interface KindCount {
  readonly kind: string;
  readonly reads: number;
  readonly writes: number;
  readonly addedBytes: number;
}

/** What was read and written of each kind of stream, what was read most first. */
export function byKind(calls: readonly CallUsage[]): KindCount[] {
  const kinds = [...new Set(calls.flatMap(({ database }) => Object.keys(database)))];
  return kinds
    .map((kind) => {
      const of = (field: 'reads' | 'writes' | 'addedBytes') =>
        calls.reduce((sum, { database }) => sum + (database[kind]?.[field] ?? 0), 0);
      return { kind, reads: of('reads'), writes: of('writes'), addedBytes: of('addedBytes') };
    })
    .sort((a, b) => b.reads - a.reads || (a.kind < b.kind ? -1 : 1));
}

const unitsOf = (calls: readonly CallUsage[], field: 'reads' | 'writes'): number =>
  calls
    .flatMap(({ database }) => Object.values(database))
    .reduce((sum, units) => sum + units[field], 0);
