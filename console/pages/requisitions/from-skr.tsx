import { useText } from '../../kit.ts';

/** The API lies below this path wherever the console is served. */
const description = '/api/openapi.json';

/** Says who sends requisitions and how, since nobody can do it here. */
export function FromSkr() {
  const { t } = useText();
  return (
    <section class="aside">
      <h2 class="ds-heading" data-size="2xs">
        {t('requisitions.api.title')}
      </h2>
      <p>{t('requisitions.api.text')}</p>
      <p>
        {/* A target keeps the router from taking it for a page. */}
        <a class="ds-link" href={description} target="_self" type="application/json">
          {t('requisitions.api.link')}
        </a>
      </p>
    </section>
  );
}
