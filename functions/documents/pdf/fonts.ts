import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unwrapped } from './unwrapped.ts';

const require = createRequire(import.meta.url);

/**
 * The two weights that documents are set in, as they are embedded: Source Sans 3, Latin, whose figures are all of one width. In AWS
 * the package's files lie in node_modules beside the bundle, put there by infra/bundling/bundle.ts; so the same line finds them everywhere.
 */
const fontFile = (weight: 400 | 600): Uint8Array =>
  unwrapped(
    readFileSync(
      require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`),
    ),
  );

let read: Readonly<Record<FontName, Uint8Array>> | undefined;

export type FontName = 'regular' | 'semibold';

/** Read for the first document: most calls of the function make none. */
export function fonts(): Readonly<Record<FontName, Uint8Array>> {
  read ??= { regular: fontFile(400), semibold: fontFile(600) };
  return read;
}
