/** The languages that people are answered in; Swedish unless they ask for English. */
export type Language = 'sv' | 'en';
export type Texts = Readonly<Record<Language, string>>;

export interface ProblemType {
  readonly status: number;
  /** One short sentence: what kind of problem it is. */
  readonly title: Texts;
  /** What happened and what is allowed, with `{fact}` where the facts of the occurrence belong. */
  readonly detail: Texts;
}

/** One wrong entry of a request: where (a JSON pointer, RFC 6901), and what is allowed there. */
export interface EntryError {
  readonly pointer: string;
  readonly detail: string;
}
