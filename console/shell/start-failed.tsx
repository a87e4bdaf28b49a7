import { Alert } from '../components/alert.tsx';
import { useText } from '../i18n/language.tsx';

/** The console could not find out where its issuer and its API are. */
export function StartFailed() {
  const { t } = useText();
  return (
    <main class="main sign-in">
      <h1 class="ds-heading">{t('product.name')}</h1>
      <Alert tone="danger" title={t('problem.unreachable.title')} urgent>
        <button type="button" class="ds-button" onClick={() => location.reload()}>
          {t('crash.reload')}
        </button>
      </Alert>
    </main>
  );
}
