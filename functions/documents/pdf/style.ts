import type { FontName } from './fonts.ts';

/** How a piece of text is set. Sizes are points. */
export interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
}

const ink = '#1a1f26';
/** 7:1 against white. */
const quiet = '#4d5866';
const accent = '#0b3a66';

export const colours = { rule: '#c5ccd5', strongRule: accent } as const;

export const styles = {
  masthead: { font: 'semibold', size: 11, colour: accent },
  kind: { font: 'regular', size: 11, colour: quiet },
  h1: { font: 'semibold', size: 22, colour: ink },
  h2: { font: 'semibold', size: 13.5, colour: accent },
  h3: { font: 'semibold', size: 10.5, colour: ink },
  lead: { font: 'regular', size: 11.5, colour: ink },
  text: { font: 'regular', size: 10, colour: ink },
  strong: { font: 'semibold', size: 10, colour: ink },
  small: { font: 'regular', size: 8.5, colour: quiet },
  head: { font: 'semibold', size: 8.5, colour: quiet },
  working: { font: 'regular', size: 9, colour: ink },
  foot: { font: 'regular', size: 7.5, colour: quiet },
} as const satisfies Readonly<Record<string, Style>>;

/** A4, in points. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 62,
  right: 62,
  top: 60,
  bottom: 74,
} as const;

export const textWidth = page.width - page.left - page.right;
