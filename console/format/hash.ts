/** The beginning of a hash, enough to tell two apart by eye; whoever compares takes the whole of it. */
export const shortHash = (hash: string): string =>
  hash.length > 14 ? `${hash.slice(0, 12)}…` : hash;
