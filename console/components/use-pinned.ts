import { useState } from 'preact/hooks';

/**
 * Keeps what the reader has on the page although something has replaced it, until they ask for the newer: people decide on what they
 * have read, and nothing else may come to stand under their hand.
 *
 * @param latest what holds now; undefined while there is nothing
 * @param nameOf tells one from another: a proposal's hash
 */
export function usePinned<T>(
  latest: T | undefined,
  nameOf: (each: T) => string,
): {
  /** What stands on the page: the latest state of what was there first. */
  readonly shown: T | undefined;
  /** Something else holds now, or nothing does. */
  readonly replaced: boolean;
  readonly showLatest: () => void;
} {
  const [pinned, pin] = useState(latest);
  if (pinned === undefined && latest !== undefined) pin(latest);
  const same = pinned !== undefined && latest !== undefined && nameOf(pinned) === nameOf(latest);
  return {
    shown: same ? latest : (pinned ?? latest),
    replaced: pinned !== undefined && !same,
    showLatest: () => pin(latest),
  };
}
