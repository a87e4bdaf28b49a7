import type { AnswerOf } from '../api/operation-types.ts';
import { useText } from '../i18n/language.tsx';

type Citation = AnswerOf<'readWorking'>['nodes'][number]['cites'][number];

/** Where something is written: the paragraph first, then the document, with a link where it has an address. */
export function Citations({ cites }: { cites: readonly Citation[] }) {
  const { t } = useText();
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
        </li>
      ))}
    </ul>
  );
}
