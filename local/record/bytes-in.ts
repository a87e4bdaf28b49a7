import { lstatSync, readFileSync } from 'node:fs';

/**
 * The bytes of a file among evidence. A pipe would be waited for, and a link leads elsewhere: both are refused with an Error, as is
 * what the system does not let be read.
 */
export function bytesIn(path: string): Buffer {
  if (!lstatSync(path).isFile()) throw new Error('it is no file');
  return readFileSync(path);
}
