import { useId } from 'preact/hooks';
import { useOverflow, useText } from '../../kit.ts';
import { type Bars, barsOf, scaleOf } from './bars.ts';
import type { CalendarAnswer } from './calendar-answer.ts';
import { ChartKey } from './chart-key.tsx';

const width = 960;
const height = 320;
const left = 56;
const bottom = 44;
const top = 12;

/**
 * The year as a picture: planned as a dashed line, paid as a filled bar, adjustments striped. It says nothing that the table beneath
 * does not say; whoever does not see it is told so.
 */
export function YearChart({ year, months }: Pick<CalendarAnswer, 'year' | 'months'>) {
  const { t, kronor, month: monthText } = useText();
  const id = useId();
  const [region, overflows] = useOverflow();
  const bars = barsOf(months);
  const { highest, lowest, ticks } = scaleOf(bars);
  const y = (millions: number) =>
    top + ((highest - millions) / (highest - lowest)) * (height - top - bottom);
  const step = (width - left) / bars.length;

  const reachable = overflows
    ? ({ tabIndex: 0, role: 'region', 'aria-labelledby': `${id}-title` } as const)
    : {};

  return (
    <figure class="chart">
      <figcaption class="ds-heading" data-size="xs">
        {t('chart.title', { year: String(year) })}
      </figcaption>
      <ChartKey />
      <div ref={region} class="chart-scroll" {...reachable}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-about`}
        >
          <title id={`${id}-title`}>{t('chart.title', { year: String(year) })}</title>
          <desc id={`${id}-about`}>{t('chart.description')}</desc>
          <defs>
            <pattern
              id={`${id}-stripes`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="chart-stripe-ground" width="6" height="6" />
              <rect class="chart-stripe" width="2.5" height="6" />
            </pattern>
          </defs>
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'chart-zero' : 'chart-grid'}
                x1={left}
                x2={width}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text class="chart-tick" x={left - 10} y={y(tick) + 4}>
                {kronor(String(tick))}
              </text>
            </g>
          ))}
          {bars.map((bar, index) => (
            <g key={bar.month} transform={`translate(${left + index * step} 0)`}>
              <Month bar={bar} y={y} step={step} stripes={`url(#${id}-stripes)`} />
              <text class="chart-month" x={step / 2} y={height - bottom + 20}>
                {monthText(bar.month).slice(0, 3)}
              </text>
              {(index === 0 || bar.month.endsWith('-01')) && (
                <text class="chart-year" x={step / 2} y={height - bottom + 37}>
                  {bar.month.slice(0, 4)}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

function Month(props: {
  bar: Bars;
  y: (millions: number) => number;
  step: number;
  stripes: string;
}) {
  const { bar, y, step, stripes } = props;
  const gap = Math.max(step * 0.14, 4);
  const place = { x: gap, width: step - 2 * gap };
  const between = (from: number, to: number) => ({
    y: y(to),
    height: Math.max(y(from) - y(to), 0),
  });
  return (
    <>
      {bar.main > 0 && (
        <rect class="chart-main" data-paid={bar.paid} {...place} {...between(0, bar.main)} />
      )}
      {bar.added > 0 && (
        <rect
          class="chart-adjustment"
          fill={stripes}
          {...place}
          {...between(bar.main, bar.main + bar.added)}
        />
      )}
      {bar.deducted < 0 && (
        <rect class="chart-adjustment" fill={stripes} {...place} {...between(bar.deducted, 0)} />
      )}
      {bar.planned > 0 && (
        <line class="chart-planned" x1="0" x2={step} y1={y(bar.planned)} y2={y(bar.planned)} />
      )}
    </>
  );
}
