import { useText } from '../../kit.ts';
import { sentParts } from './sent-parts.ts';
import type { Sent } from './types.ts';

/** How many payments are how far, as a bar and in words. The words say all of it, so the bar is for the eye alone. */
export function SentBar({ sent }: { sent: readonly Sent[] }) {
  const { count } = useText();
  const parts = sentParts(sent);
  return (
    <div class="sent-bar">
      <svg
        viewBox={`0 0 ${sent.length} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {parts.map(({ status, count: width, before }) => (
          <rect key={status} class={`sent-${status}`} x={before} y="0" {...{ width }} height="1" />
        ))}
      </svg>
      <ul>
        {parts.map(({ status, count: number }) => (
          <li key={status}>
            <svg viewBox="0 0 1 1" aria-hidden="true" focusable="false">
              <rect class={`sent-${status}`} width="1" height="1" />
            </svg>
            {count(`sent.count.${status}`, number)}
          </li>
        ))}
      </ul>
    </div>
  );
}
