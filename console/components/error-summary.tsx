import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { useText } from '../i18n/language.tsx';
import { fieldId } from './field-id.ts';
import { ProblemAlert } from './problem-alert.tsx';

/**
 * What has to be corrected in a form, each error a link to its field; focus moves here when it appears. A problem without fields
 * is shown as any other problem. `labels` names the fields by pointer.
 */
export function ErrorSummary(props: {
  problem: Problem;
  form: string;
  labels: Readonly<Record<string, string>>;
}) {
  const { problem, form, labels } = props;
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  // Each new problem takes the focus, also one that reads the same.
  useEffect(() => box.current?.focus(), [problem]);
  if (problem.errors.length === 0) {
    return (
      <div ref={box} tabIndex={-1}>
        <ProblemAlert problem={problem} />
      </div>
    );
  }
  return (
    <div ref={box} class="ds-error-summary" tabIndex={-1} role="alert">
      <h2 class="ds-heading" data-size="xs">
        {t('errors.title')}
      </h2>
      <ul>
        {problem.errors.map(({ pointer, detail }) => (
          <li key={pointer + detail}>
            <a
              class="ds-link"
              href={`#${fieldId(form, pointer)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(form, pointer))?.focus();
              }}
            >
              {labels[pointer] ? `${labels[pointer]}: ${detail}` : detail}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
