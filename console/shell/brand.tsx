import { useText } from '../i18n/language.tsx';

/** The product's name, which leads home. */
export function Brand() {
  const { t } = useText();
  return (
    <a class="brand" href="/">
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="6" />
        <path d="M8 10h16M8 16h16M8 22h10" />
      </svg>
      <span>
        <span class="brand-name">{t('product.name')}</span>
        <span class="brand-about">{t('product.about')}</span>
      </span>
    </a>
  );
}
