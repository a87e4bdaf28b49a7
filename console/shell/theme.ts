export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEPT = 'statsbidrag.theme';

/** The colours that were chosen last; as the computer has them when none were. */
export const keptTheme = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem(KEPT)) ?? 'auto';

export function applyTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
  document.documentElement.dataset.colorScheme = theme;
}
