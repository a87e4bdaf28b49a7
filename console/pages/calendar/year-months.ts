import { type ChartBar, type ChartMonth, drawn } from '../../kit.ts';
import type { CalendarAnswer } from './calendar-answer.ts';

type Kinds = CalendarAnswer['months'][number]['byKind'];

const isMain = (kind: string): boolean => kind === 'instalment' || kind === 'interim-instalment';
const sum = (kinds: Kinds): number =>
  kinds.reduce((all, { totalSek }) => all + millions(totalSek), 0);
const millions = (sek: string): number => drawn(sek) / 1_000_000;

/**
 * The months to draw, in millions of kronor. Instalments, interim ones too, are the month's own money; every other kind adjusts it, upon
 * them where it adds and below zero where it deducts.
 */
export function yearMonths(months: CalendarAnswer['months']): readonly ChartMonth[] {
  return months.map(({ month, state, plannedSek, byKind }) => {
    const main = sum(byKind.filter(({ kind }) => isMain(kind)));
    const adjusting = byKind.filter(({ kind }) => !isMain(kind));
    const added = sum(adjusting.filter(({ totalSek }) => !totalSek.startsWith('-')));
    const deducted = sum(adjusting.filter(({ totalSek }) => totalSek.startsWith('-')));
    const bars: readonly ChartBar[] = [
      { look: state === 'paid' ? 'paid' : 'coming', from: 0, to: main },
      { look: 'adjustment', from: main, to: main + added },
      { look: 'adjustment', from: 0, to: deducted },
    ];
    return {
      month,
      ...(plannedSek !== undefined && { planned: millions(plannedSek) }),
      bars: bars.filter(({ from, to }) => from !== to),
    };
  });
}
