export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEPT = 'statsbidrag.theme';

/** The colours that were chosen last; as the computer has them when none were. */
export const keptTheme = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem(KEPT)) ?? 'auto';

/** Keeps and shows the colours that were chosen. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
  show();
}

/** Shows the colours that were chosen last, from now on; on paper always the light ones. */
export function startTheme(): void {
  paper.addEventListener('change', show);
  show();
}

const paper = matchMedia('print');

function show() {
  document.documentElement.dataset.colorScheme = paper.matches ? 'light' : keptTheme();
}
