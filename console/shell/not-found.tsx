import { useText } from '../i18n/language.tsx';
import { Page } from './page.tsx';

export function NotFound({ path }: { path: string }) {
  const { t } = useText();
  return (
    <Page title={t('not-found.title')} lead={t('not-found.detail', { path })}>
      <p>
        <a class="ds-link" href="/">
          {t('not-found.home')}
        </a>
      </p>
    </Page>
  );
}
