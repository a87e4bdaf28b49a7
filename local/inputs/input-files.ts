/** The files of an inputs directory, in the order in which problems are listed. Other files beside them are ignored. */
export const inputFiles = [
  'population-by-group.csv',
  'price-tags.csv',
  'solidarity-costs.csv',
  'rebates.csv',
  'local-discounts.csv',
  'authorisations.csv',
  'appropriations.csv',
  'outcome.json',
] as const;

export type InputFile = (typeof inputFiles)[number];

/** One file as it was read: its text without a byte order mark, and the SHA-256 of its bytes as they lie on disk. */
export interface InputText {
  readonly text: string;
  readonly hash: string;
}

export type InputTexts = Readonly<Record<InputFile, InputText>>;
