import type { Problem } from '../../api/problem.ts';
import { useText } from '../../i18n/language.tsx';
import { Alert } from '../alert.tsx';
import { ErrorSummary } from '../error-summary.tsx';

/** Why something was not done. What conflicts with what others did meanwhile is explained, with a way to see what holds now. */
export function ActionProblem(props: {
  problem: Problem | undefined;
  form: string;
  labels: Readonly<Record<string, string>>;
  onStale: () => void;
}) {
  const { problem, form, labels, onStale } = props;
  const { t } = useText();
  if (!problem) return null;
  if (problem.status !== 409) return <ErrorSummary problem={problem} form={form} labels={labels} />;
  return (
    <Alert tone="warning" title={t('conflict.title')} level={3} urgent>
      <p>{problem.detail}</p>
      <p>{t('conflict.detail')}</p>
      <button type="button" class="ds-button" data-variant="secondary" onClick={onStale}>
        {t('conflict.reload')}
      </button>
    </Alert>
  );
}
