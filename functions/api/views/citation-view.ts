import { sources } from '../../../core/agreement/sources.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';

type Shown = NonNullable<AnswerOf<'readRequisition'>['refusal']>['cites'][number];

/** A citation with its document's title, registration number and address. A source that the list does not know is its own title. */
export function citationView({
  source,
  place,
}: {
  readonly source: string;
  readonly place: string;
}): Shown {
  const known = Object.hasOwn(sources, source)
    ? sources[source as keyof typeof sources]
    : { title: source };
  return {
    source,
    place,
    title: known.title,
    ...('registration' in known && { registration: known.registration }),
    ...('url' in known && { url: known.url }),
  };
}

/** The same of a citation as events hold it: `agreement-2021, 4.2`. */
export function citedView(text: string): Shown {
  const [source = '', ...place] = text.split(', ');
  return citationView({ source, place: place.join(', ') });
}
