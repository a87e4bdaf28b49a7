import * as z from 'zod/mini';
import { text } from './scalars.ts';

/** A document: what the API answers with its bytes as they are. Its name is for whoever keeps it. */
export const FileAnswer = z.strictObject({
  name: text,
  mediaType: text,
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
});
export type FileAnswer = z.infer<typeof FileAnswer>;

/** The media types of documents. */
export const PDF = 'application/pdf';
export const XML = 'application/xml';
export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** SIE has no registered type; its bytes are in code page 437. */
export const SIE = 'application/octet-stream';
