import type { Problem } from '../api/problem.ts';
import { useText } from '../i18n/language.tsx';
import { Alert } from './alert.tsx';

/** Why something could not be read or done, with a way to try again where there is one. */
export function ProblemAlert({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { t } = useText();
  const own = problem.status === 0 ? 'unreachable' : 'unreadable';
  const title = problem.title ?? t(`problem.${own}.title`);
  const detail =
    problem.detail ??
    (own === 'unreachable'
      ? t('problem.unreachable.detail')
      : t('problem.unreadable.detail', { status: String(problem.status) }));
  return (
    <Alert tone="danger" title={title} urgent>
      <p>{detail}</p>
      {problem.status > 0 && <p class="quiet">{t('problem.reference', { name: problem.name })}</p>}
      {retry && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </Alert>
  );
}
