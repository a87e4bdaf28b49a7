import { useText } from '../i18n/language.tsx';

/** The first stop of the keyboard: past the menu, to the content. */
export function SkipLink() {
  const { t } = useText();
  return (
    <a class="ds-skip-link" href="#main">
      {t('skip.main')}
    </a>
  );
}
