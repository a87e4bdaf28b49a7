import { Facts, Hash, Loaded, Page, type PageProps, useResource, useText } from '../kit.ts';
import { ChangesView } from './inputs/changes-view.tsx';
import { ConfirmVersion } from './inputs/confirm-version.tsx';
import { ContentView } from './inputs/content-view.tsx';
import { shownKey } from './inputs/entry-names.ts';
import { kindTitle } from './inputs/kind-title.ts';
import { VersionState } from './inputs/version-state.tsx';

/** One version: where it came from, what it holds, what it changed; here a second person confirms it. */
export default function OneVersion({ parameters }: PageProps) {
  const text = useText();
  const { t, moment, language } = text;
  const { year = '', kind = '', version = '' } = parameters;
  const found = useResource('readInputVersion', { parameters: { year, kind, version } });
  const title = kindTitle(kind, year, language);
  return (
    <Page
      title={t('inputs.version-title', { title, version })}
      up={{ href: `/underlag/${year}/${kind}`, text: title }}
      aside={found.data && <VersionState version={found.data} />}
    >
      <Loaded resource={found} lines={16}>
        {(shown) => (
          <>
            <Facts
              of={[
                [t('inputs.from'), shown.from],
                [t('inputs.of-part'), shown.key ? shownKey(shown.key, text) : undefined],
                [
                  t('inputs.registered'),
                  t('inputs.by-at', {
                    name: shown.registeredBy.name,
                    at: moment(shown.registeredAt),
                  }),
                ],
                [t('inputs.confirmed-by'), shown.confirmedBy?.name],
                [t('inputs.registration'), shown.registration],
                [t('inputs.document-hash'), <Hash key="document" hash={shown.documentHash} />],
                [t('inputs.version-hash'), <Hash key="version" hash={shown.hash} />],
              ]}
            />
            {shown.needsConfirmation && (
              <ConfirmVersion version={shown} reload={() => void found.reload()} />
            )}
            <section>
              <h2 class="ds-heading section-title">{t('inputs.changes')}</h2>
              <ChangesView changes={shown.changes} />
            </section>
            <section>
              <h2 class="ds-heading section-title">{t('inputs.content')}</h2>
              <ContentView content={shown.content} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
