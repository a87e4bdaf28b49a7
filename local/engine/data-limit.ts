import type { Json } from './json.ts';
import { StatesError } from './states-error.ts';

/** Bytes of UTF-8 that a state may take in or give out (service quota: 256 KiB). */
export const DATA_LIMIT_BYTES = 262_144;

/** Gives the value back, or throws `States.DataLimitExceeded` when its JSON is above 256 KiB. */
export function withinDataLimit<T extends Json>(value: T, what: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > DATA_LIMIT_BYTES) {
    throw new StatesError(
      'States.DataLimitExceeded',
      `${what} is ${bytes} bytes; at most ${DATA_LIMIT_BYTES} are allowed.`,
    );
  }
  return value;
}
