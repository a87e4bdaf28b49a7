import { useId } from 'preact/hooks';
import { useText } from '../../i18n/language.tsx';
import { useOverflow } from '../use-overflow.ts';
import { ChartBars } from './chart-bars.tsx';
import { ChartKey } from './chart-key.tsx';
import { type ChartLimit, type ChartMonth, marksIn } from './chart-month.ts';
import { chartScale } from './chart-scale.ts';
import { Stripes } from './stripes.tsx';

const width = 960;
const height = 320;
const bottom = 44;
const top = 12;

/**
 * Months as a picture: scale, bars, key. It says nothing that the tables beside it do not say; `about` tells whoever does not see it what
 * it shows. Nothing is drawn before there is something to draw.
 */
export function Chart(props: {
  title: string;
  about: string;
  /** What the numbers are counted in. */
  unit: string;
  months: readonly ChartMonth[];
  limits?: readonly ChartLimit[];
}) {
  const { title, about, unit, months, limits = [] } = props;
  const { kronor, month: monthText } = useText();
  const id = useId();
  const [region, overflows] = useOverflow();
  const marks = marksIn(months, limits);
  if (marks.length === 0) return null;
  const { highest, lowest, ticks } = chartScale(months, limits);
  const labels = ticks.map((tick) => ({ tick, label: kronor(String(tick)) }));
  const left = 16 + 8 * Math.max(...labels.map(({ label }) => label.length));
  const step = (width - left) / months.length;
  const y = (value: number) =>
    top + ((highest - value) / (highest - lowest)) * (height - top - bottom);
  const reachable = overflows
    ? ({ tabIndex: 0, role: 'region', 'aria-labelledby': `${id}-title` } as const)
    : {};
  return (
    <figure class="chart">
      <figcaption class="ds-heading" data-size="xs">
        {title}
      </figcaption>
      <ChartKey marks={marks} unit={unit} />
      <div ref={region} class="chart-scroll" {...reachable}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-about`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-about`}>{about}</desc>
          <Stripes id={`${id}-stripes`} />
          {labels.map(({ tick, label }) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'chart-zero' : 'chart-grid'}
                {...{ x1: left, x2: width, y1: y(tick), y2: y(tick) }}
              />
              <text class="chart-label" text-anchor="end" x={left - 10} y={y(tick) + 4}>
                {label}
              </text>
            </g>
          ))}
          {months.map((each, index) => (
            <g key={each.month} transform={`translate(${left + index * step} 0)`}>
              <ChartBars month={each} y={y} step={step} stripes={`url(#${id}-stripes)`} />
              <text class="chart-label" text-anchor="middle" x={step / 2} y={height - bottom + 20}>
                {monthText(each.month).slice(0, 3)}
              </text>
              {(index === 0 || each.month.endsWith('-01')) && (
                <text
                  class="chart-label"
                  text-anchor="middle"
                  x={step / 2}
                  y={height - bottom + 37}
                >
                  {each.month.slice(0, 4)}
                </text>
              )}
            </g>
          ))}
          {limits.map(({ mark, at }) => (
            <line key={mark} class={`chart-${mark}`} x1={left} x2={width} y1={y(at)} y2={y(at)} />
          ))}
        </svg>
      </div>
    </figure>
  );
}
