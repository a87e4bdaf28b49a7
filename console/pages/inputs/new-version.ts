import { jsonValue, strictJson } from '../../../core/strict-json.ts';
import { type BodyOf, Problem } from '../../kit.ts';
import type { SentDocument } from './document-field.tsx';

/** As deep as the API takes a body, of which this is one level down. */
const MOST_LEVELS = 19;

/** How a content is given: as a table, or in the kind's own shape. */
export type Form = 'csv' | 'json';

/** What stands in the form. */
export interface NewVersion {
  readonly from: string;
  readonly registration: string;
  readonly documentHash: string;
  /** The document itself, where it is to be kept; its hash stands beside it. */
  readonly document?: SentDocument | undefined;
  readonly form: Form;
  readonly csv: string;
  readonly json: string;
}

/**
 * The form as it is tried, without the document, of which nothing depends but its hash; blanks around a line of text do not count. Text that is no JSON, or has a key twice, is a Problem that names
 * the field, with what is wrong with it: once it has been read, the API could not see it.
 */
export function bodyOf(given: NewVersion, notJson: string): BodyOf<'registerInput'> | Problem {
  const { from, registration, documentHash, form, csv, json } = given;
  const body = {
    from: from.trim(),
    documentHash: documentHash.trim().toLowerCase(),
    ...(registration.trim() === '' ? {} : { registration: registration.trim() }),
  };
  if (form === 'csv') return { ...body, csv };
  try {
    return { ...body, content: jsonValue(strictJson(json, MOST_LEVELS)) };
  } catch (error) {
    const detail = `${notJson} ${error instanceof Error ? error.message : ''}`.trim();
    return new Problem({
      name: 'not-json',
      status: 422,
      detail,
      errors: [{ pointer: '/content', detail }],
    });
  }
}
