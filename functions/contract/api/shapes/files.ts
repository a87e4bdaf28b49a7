import * as z from 'zod/mini';
import { text } from './scalars.ts';

/** A document: what the API answers with its bytes as they are. Its name is for whoever keeps it. */
export const FileAnswer = z.strictObject({
  name: text,
  mediaType: text,
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
});
export type FileAnswer = z.infer<typeof FileAnswer>;
