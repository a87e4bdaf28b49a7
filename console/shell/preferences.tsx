import { useState } from 'preact/hooks';
import { useChooseLanguage, useText } from '../i18n/language.tsx';
import { applyTheme, keptTheme, themes } from './theme.ts';

/** The language that one does not have, by its own name; and light or dark. */
export function Preferences() {
  const { t, language } = useText();
  const chooseLanguage = useChooseLanguage();
  const [theme, setTheme] = useState(keptTheme);
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <div class="preferences">
      <label class="preference">
        <span>{t('theme.label')}</span>
        <select
          class="quiet-select"
          value={theme}
          onChange={(event) => {
            const chosen = themes.find((name) => name === event.currentTarget.value) ?? 'auto';
            applyTheme(chosen);
            setTheme(chosen);
          }}
        >
          {themes.map((name) => (
            <option key={name} value={name}>
              {t(`theme.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet-button" lang={other} onClick={() => chooseLanguage(other)}>
        {t(`language.${other}`)}
      </button>
    </div>
  );
}
