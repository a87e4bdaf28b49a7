import { useText } from '../i18n/language.tsx';

/** Holds the place of what is being fetched. The word shows only after a moment: most things are faster. */
export function Loading({ lines }: { lines: number }) {
  const { t } = useText();
  const rows = Array.from({ length: lines }, (_, line) => line);
  return (
    <div class="loading" aria-busy="true">
      <p>{t('loading')}</p>
      {rows.map((line) => (
        <span key={line} class="loading-line" />
      ))}
    </div>
  );
}
