import { Alert, Facts, Hash, Loaded, Page, type PageProps, useResource, useText } from '../kit.ts';
import { ChangesView } from './inputs/changes-view.tsx';
import { ContentView } from './inputs/content-view.tsx';
import { DocumentView } from './inputs/document-view.tsx';
import { shownKey } from './inputs/entry-names.ts';
import { JudgeVersion } from './inputs/judge-version.tsx';
import { kindTitle } from './inputs/kind-title.ts';
import { RefusedAlert } from './inputs/refused-alert.tsx';
import { VersionState } from './inputs/version-state.tsx';

/**
 * One version: where it came from, its document, what it changes, what it holds. Here a second person reads it against its document and
 * the version before, and confirms or refuses it.
 */
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
            <RefusedAlert version={shown} leads />
            {shown.needsConfirmation && (
              <Alert tone="warning" title={t('inputs.confirm.waits')}>
                <p>{t('inputs.confirm.how')}</p>
              </Alert>
            )}
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
                [t('inputs.version-hash'), <Hash key="version" hash={shown.hash} />],
              ]}
            />
            <DocumentView version={shown} />
            <section>
              <h2 class="ds-heading section-title">{t('inputs.changes')}</h2>
              <ChangesView compared={shown} />
            </section>
            {shown.needsConfirmation && (
              <JudgeVersion version={shown} reload={() => void found.reload()} />
            )}
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
