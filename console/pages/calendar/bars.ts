import type { CalendarAnswer } from './calendar-answer.ts';

/** A month as the picture shows it, in millions of kronor: for drawing only, since what is drawn cannot be read to the krona. */
export interface Bars {
  readonly month: string;
  readonly planned: number;
  readonly main: number;
  /** Adjustments that add, and those that deduct (below zero). */
  readonly added: number;
  readonly deducted: number;
  readonly paid: boolean;
}

const millions = (sek: string): number => Number(BigInt(sek) / 1000n) / 1000;
const isMain = (kind: string): boolean => kind === 'instalment' || kind === 'interim-instalment';

/** The months as bars. Instalments, interim ones too, are the month's own money; every other kind adjusts it. */
export function barsOf(months: CalendarAnswer['months']): readonly Bars[] {
  return months.map(({ month, state, plannedSek, byKind }) => {
    const sum = (kinds: typeof byKind) =>
      kinds.reduce((total, { totalSek }) => total + millions(totalSek), 0);
    const adjusting = byKind.filter(({ kind }) => !isMain(kind));
    return {
      month,
      planned: plannedSek === undefined ? 0 : millions(plannedSek),
      main: sum(byKind.filter(({ kind }) => isMain(kind))),
      added: sum(adjusting.filter(({ totalSek }) => !totalSek.startsWith('-'))),
      deducted: sum(adjusting.filter(({ totalSek }) => totalSek.startsWith('-'))),
      paid: state === 'paid',
    };
  });
}

/** The scale: from the lowest to the highest, in steps that are easy to read. */
export function scaleOf(bars: readonly Bars[]) {
  const top = Math.max(
    1000,
    ...bars.map(({ planned, main, added }) => Math.max(planned, main + added)),
  );
  const bottom = Math.min(0, ...bars.map(({ deducted }) => deducted));
  const step = 1000;
  const highest = Math.ceil(top / step) * step;
  const lowest = Math.floor(bottom / step) * step;
  const ticks = Array.from(
    { length: (highest - lowest) / step + 1 },
    (_, index) => lowest + index * step,
  );
  return { highest, lowest, ticks };
}
