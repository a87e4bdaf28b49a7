import { useId } from 'preact/hooks';
import { useText } from '../../i18n/language.tsx';
import type { ChartMark } from './chart-month.ts';
import { Stripes } from './stripes.tsx';

/** What the bars stand for, and in what they are counted. */
export function ChartKey({ marks, unit }: { marks: readonly ChartMark[]; unit: string }) {
  const { t } = useText();
  const id = useId();
  return (
    <ul class="chart-key">
      {marks.map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <Sample mark={mark} id={`${id}-${mark}`} />
          </svg>
          {t(`chart.${mark}`)}
        </li>
      ))}
      <li class="quiet">{unit}</li>
    </ul>
  );
}

function Sample({ mark, id }: { mark: ChartMark; id: string }) {
  const place = { x: 1, y: 1, width: 18, height: 12 };
  switch (mark) {
    case 'planned':
    case 'frame':
    case 'credit':
      return <line class={`chart-${mark}`} x1="0" x2="20" y1="7" y2="7" />;
    case 'unknown':
      return (
        <text class="chart-unknown" x="10" y="12">
          {'?'}
        </text>
      );
    case 'paid':
    case 'used':
    case 'before':
    case 'returned':
    case 'coming':
      return <rect class={`chart-${mark}`} {...place} />;
    case 'adjustment':
    case 'range':
      return (
        <>
          <Stripes id={id} />
          <rect class="chart-striped" fill={`url(#${id})`} {...place} />
        </>
      );
  }
}
