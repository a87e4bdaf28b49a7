import { DownloadButton, Facts, Hash, useText } from '../../kit.ts';
import { sizeOf } from './document-size.ts';
import type { InputVersion } from './version-state.tsx';

/** The document that a version was read from: to be fetched where it is kept here, else where to look for it. */
export function DocumentView({ version }: { version: InputVersion }) {
  const { t } = useText();
  const { document, documentHash, registration, year, kind, version: number } = version;
  return (
    <section class="input-document">
      <h2 class="ds-heading section-title">{t('inputs.document')}</h2>
      {document ? (
        <DownloadButton
          operation="readInputDocument"
          place={{ parameters: { year, kind, version: number } }}
          format={document.mediaType === 'application/pdf' ? 'PDF' : 'XLSX'}
          text={document.name}
          name={document.name}
        />
      ) : (
        <p>{t('inputs.document.elsewhere')}</p>
      )}
      <Facts
        of={[
          [t('inputs.registration'), registration],
          [t('inputs.document.size'), document && t('inputs.document.kilobytes', sizeOf(document))],
          [t('inputs.document-hash'), <Hash key="document" hash={documentHash} />],
        ]}
      />
    </section>
  );
}
