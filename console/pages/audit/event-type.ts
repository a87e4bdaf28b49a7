import type { AnswerOf } from '../../kit.ts';

/** An event as it stands in the record. */
export type RecordedEvent = AnswerOf<'readEvents'>['events'][number];

/** What a person may do here, and if not, why not. */
export interface Allowed {
  readonly allowed: boolean;
  readonly why: { readonly text: string };
}
