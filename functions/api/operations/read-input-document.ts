import { documentFile, documentKinds, namedKind } from '../../../core/inputs/document.ts';
import type { Files, Records } from '../../../core/ports.ts';
import { sha256Of } from '../../adapters/sha256.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { RECORD_CONTRADICTS } from '../../contract/errors.ts';
import { namedError } from '../../shared/errors.ts';
import { Refused } from '../../shared/refused.ts';
import { readInputStream } from '../views/input-view.ts';
import { streamOf } from './inputs.ts';

/**
 * The document that a version was read from, as it was kept, to the byte. Not found of a version that names none, and until a registration
 * that was interrupted has stored it. Throws `RecordContradicts` for other bytes than those that were registered: nobody compares an
 * input with them.
 */
export async function readInputDocument(
  request: RequestOf<'readInputDocument'>,
  { records, documents }: { readonly records: Records; readonly documents: Files },
): Promise<AnswerOf<'readInputDocument'>> {
  const { kind } = streamOf(request);
  const { year, version } = request.parameters;
  const { versions } = await readInputStream(records, year, kind);
  const { document, documentHash } = versions[version - 1] ?? {};
  const form = document && namedKind(document.name);
  const file = document && documentHash && documentFile(documentHash, document);
  const bytes = file && (await documents.read(file));
  if (!form || !bytes)
    throw new Refused('not-found', {
      what: `/inputs/${year}/${kind}/versions/${version}/document`,
    });
  if (sha256Of(bytes) !== documentHash)
    throw namedError(
      RECORD_CONTRADICTS,
      `The document ${file} is not the one that was registered.`,
      {
        file,
      },
    );
  return { name: document.name, mediaType: documentKinds[form], bytes };
}
