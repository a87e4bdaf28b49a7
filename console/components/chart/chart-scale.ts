import type { ChartLimit, ChartMonth } from './chart-month.ts';

/** The scale that holds every bar, every limit and zero, with steps of 1, 2 or 5 times a power of ten. */
export function chartScale(months: readonly ChartMonth[], limits: readonly ChartLimit[] = []) {
  const all = [
    ...limits.map(({ at }) => at),
    ...months.flatMap(({ planned = 0, bars }) => [
      planned,
      ...bars.flatMap(({ from, to }) => [from, to]),
    ]),
  ];
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const step = niceStep((high - low || 1) / 5);
  const lowest = Math.floor(low / step) * step;
  const highest = Math.max(Math.ceil(high / step) * step, lowest + step);
  const ticks: number[] = [];
  for (let tick = lowest; tick <= highest; tick += step) ticks.push(tick);
  return { lowest, highest, ticks };
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? power * 10;
}
