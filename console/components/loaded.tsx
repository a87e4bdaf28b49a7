import type { ComponentChildren } from 'preact';
import type { Resource } from '../api/use-resource.ts';
import { useText } from '../i18n/language.tsx';
import { Loading } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/**
 * Shows what a resource has: a quiet place while nothing is known, the problem when nothing can be, the content otherwise. Content that
 * could not be brought up to date stays, and says so.
 */
export function Loaded<T>(props: {
  resource: Resource<T>;
  /** How tall the quiet place is, in lines, so that little moves when the content arrives. */
  lines?: number;
  children: (data: T) => ComponentChildren;
}) {
  const { data, problem, reload } = props.resource;
  const { t } = useText();
  if (data !== undefined) {
    return (
      <>
        {problem && <p class="stale">{t('problem.stale')}</p>}
        {props.children(data)}
      </>
    );
  }
  if (problem) return <ProblemAlert problem={problem} retry={() => void reload()} />;
  return <Loading lines={props.lines ?? 8} />;
}
