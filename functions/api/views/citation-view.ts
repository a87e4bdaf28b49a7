import { type SourceId, sources } from '../../../core/agreement/sources.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';

type Shown = NonNullable<AnswerOf<'readRequisition'>['refusal']>['cites'][number];

/**
 * A citation with its document's title, registration number and address. The record outlives the list of documents: a source that the
 * list does not know is its own title, and what was recorded can still be read.
 */
export function citationView({
  source,
  place,
}: {
  readonly source: string;
  readonly place: string;
}): Shown {
  const known: { title: string; registration?: string; url?: string } = Object.hasOwn(
    sources,
    source,
  )
    ? sources[source as SourceId]
    : { title: source };
  const { title, registration, url } = known;
  return { source, place, title, ...(registration && { registration }), ...(url && { url }) };
}

/** The same of a citation as events hold it: `agreement-2021, 4.2`. */
export function citedView(text: string): Shown {
  const [source = '', ...place] = text.split(', ');
  return citationView({ source, place: place.join(', ') });
}
