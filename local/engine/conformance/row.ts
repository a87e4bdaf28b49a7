import type { Page } from './pages.ts';

/** Where a row's expectation is written. */
export interface Citation {
  readonly page: Page;
  readonly section: string;
  /** False when the section is cited from knowledge: its wording was not at hand when the row was written. */
  readonly read: boolean;
}

/** One field or behaviour of the states language that is run here, and what is expected of it. */
export interface Row {
  /** The expectation, one sentence. */
  readonly says: string;
  readonly cites: Citation;
  /** In what the local engine is narrower than the service, which is never wider. */
  readonly here?: string;
}

export type Rows = Readonly<Record<string, Row>>;

/** A row whose cited wording was read when the row was written. */
export function row(says: string, page: Page, section: string, here?: string): Row {
  const cites = { page, section, read: true };
  return here === undefined ? { says, cites } : { says, cites, here };
}

/** A row that cites a section whose wording was not at hand. */
export function unread(says: string, page: Page, section: string, here?: string): Row {
  const { cites, ...rest } = row(says, page, section, here);
  return { ...rest, cites: { ...cites, read: false } };
}

/** The same value for a field of several types of state, by `Type.field`. */
export function perType<const Type extends string, const Field extends string, Value>(
  types: readonly Type[],
  field: Field,
  each: Value,
): Readonly<Record<`${Type}.${Field}`, Value>> {
  const pairs = types.map((type) => [`${type}.${field}`, each] as const);
  return Object.fromEntries(pairs) as Readonly<Record<`${Type}.${Field}`, Value>>;
}
