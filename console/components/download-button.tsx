import type { CSV, PDF, SIE, XLSX, XML } from '../../functions/contract/api/answer-forms.ts';
import type { Documenting, Place } from '../api/operation-types.ts';
import { useDownload } from '../api/use-download.ts';
import { useText } from '../i18n/language.tsx';
import { announce } from '../shell/announce.ts';
import { Icon } from './icon.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { save } from './save.ts';

/** The media types of the formats, as the contract has them; written out here, so that the browser is not sent the contract. */
const media = {
  PDF: 'application/pdf',
  XML: 'application/xml',
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  SIE: 'application/octet-stream',
} as const satisfies {
  PDF: typeof PDF;
  XML: typeof XML;
  CSV: typeof CSV;
  XLSX: typeof XLSX;
  SIE: typeof SIE;
};
export type DocumentFormat = keyof typeof media;

/**
 * Fetches a document and gives it to the person under the name that it has at the API. It says in what format, and in which language
 * where it is one that people read; while it comes the button says so, and a problem stands beneath.
 *
 * @param name what the file is called where the API's own name cannot be read
 */
export function DownloadButton<Id extends Documenting>(props: {
  operation: Id;
  place: Place<Id>;
  format: DocumentFormat;
  text: string;
  /** Whose it is, for whoever does not see where the button stands. */
  about?: string;
  name: string;
  /** The document is written for people, in the language of the console. */
  inLanguage?: boolean;
}) {
  const { operation, place, format, text, inLanguage = false } = props;
  const { t } = useText();
  const { fetch, busy, problem } = useDownload(operation);
  const start = async () => {
    const document = await fetch(place, media[format]);
    if (!document) return;
    const name = document.name ?? props.name;
    save(name, document.content);
    announce(t('download.done', { name }));
  };
  return (
    <div class="download">
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        aria-disabled={busy}
        aria-busy={busy}
        onClick={() => void start()}
      >
        <Icon name="down" />
        <span>
          {text}
          {props.about && <span class="ds-sr-only">{t('download.of', { what: props.about })}</span>}{' '}
          <span class="download-format">
            {busy
              ? t('download.busy')
              : inLanguage
                ? t('download.format', { format, language: t('download.language') })
                : format}
          </span>
        </span>
      </button>
      {problem && <ProblemAlert problem={problem} retry={() => void start()} />}
    </div>
  );
}
