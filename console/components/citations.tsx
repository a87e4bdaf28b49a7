import type { AnswerOf } from '../api/operation-types.ts';
import { useText } from '../i18n/language.tsx';
import type { Quotes } from './working-place.ts';

type Citation = AnswerOf<'readWorking'>['nodes'][number]['cites'][number];

/** Where something is written: the paragraph first, then the document, with a link where it has an address, then its words. */
export function Citations(props: {
  cites: readonly Citation[];
  quotes?: Quotes;
  /** Whose citations they are: a place may speak of several things. */
  rule?: string | undefined;
}) {
  const { cites, quotes = [], rule } = props;
  const { t } = useText();
  const passagesOf = ({ source, place }: Citation) =>
    quotes.find((each) => each.source === source && each.place === place && each.rule === rule)
      ?.passages ?? [];
  return (
    <ul class="citations">
      {cites.map(({ source, place, title, registration, url }) => (
        <li key={`${source} ${place}`}>
          <strong>{place}</strong>
          <span class="citation-title">
            {url ? (
              <a class="ds-link" href={url}>
                {title}
              </a>
            ) : (
              title
            )}
            {registration && `, ${t('working.registration', { registration })}`}
          </span>
          <Quoted source={source} passages={passagesOf({ source, place, title })} />
        </li>
      ))}
    </ul>
  );
}

/** The words of the document, which is in Swedish; a reading is the product's own and is said in the reader's language. */
function Quoted({ source, passages }: { source: string; passages: readonly string[] }) {
  if (passages.length === 0) return null;
  if (source === 'readings') return <p class="quoted">{passages.join(' ')}</p>;
  return (
    <blockquote class="quoted" lang="sv">
      {passages.map((passage) => (
        <p key={passage}>{passage}</p>
      ))}
    </blockquote>
  );
}
