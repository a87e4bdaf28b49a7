import { type ChartBar, type ChartMonth, drawn } from '../../kit.ts';
import type { CalendarAnswer } from './calendar-answer.ts';

type Kinds = CalendarAnswer['months'][number]['byKind'];

const isMain = (kind: string): boolean => kind === 'instalment' || kind === 'interim-instalment';
const sum = (kinds: Kinds, of: (kind: Kinds[number]) => string): number =>
  kinds.reduce((all, kind) => all + millions(of(kind)), 0);
const millions = (sek: string): number => drawn(sek) / 1_000_000;

/**
 * The months to draw, in millions of kronor. Instalments, interim ones too, are the month's own money; every other kind adjusts it, upon
 * them where it adds and below zero where it deducts. Of what is released only that is drawn as paid which is; what came back and has not
 * been paid as this month's is a frame upon it.
 */
export function yearMonths(months: CalendarAnswer['months']): readonly ChartMonth[] {
  return months.map(({ month, paidSek, plannedSek, byKind }) => {
    const counted = ({ totalSek, paidSek: paid = totalSek }: Kinds[number]) => paid;
    const own = byKind.filter(({ kind }) => isMain(kind));
    const main = sum(own, ({ totalSek }) => totalSek);
    const arrived = sum(own, counted);
    const adjusting = byKind.filter(({ kind }) => !isMain(kind));
    const added = sum(
      adjusting.filter((kind) => !counted(kind).startsWith('-')),
      counted,
    );
    const deducted = sum(
      adjusting.filter((kind) => counted(kind).startsWith('-')),
      counted,
    );
    const bars: readonly ChartBar[] = [
      { look: paidSek === undefined ? 'coming' : 'paid', from: 0, to: arrived },
      { look: 'returned', from: arrived, to: main },
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
