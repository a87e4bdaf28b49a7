import { escaped } from './escaped.ts';

/** S3 lists this many keys at a time. */
const mostKeys = 1000;

/** Parameters that are followed here; the rest would change the answer. */
const followed = new Set(['list-type', 'encoding-type', 'continuation-token', 'x-id']);

/** Whether a request without a key asks for a list that can be given here: of all keys, in URL encoding. */
export const asksForList = (query: URLSearchParams): boolean =>
  query.get('list-type') === '2' &&
  query.get('encoding-type') === 'url' &&
  [...query.keys()].every((name) => followed.has(name));

/** As S3 writes a key when it is asked for URL encoding: a blank is a plus, a slash stays. */
const encoded = (key: string): string =>
  encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');

/** S3's ListObjectsV2, with keys in URL encoding: in the order of their bytes, a thousand at a time; where it goes on is the last key that was given. */
export function listOf(bucket: string, keys: readonly string[], query: URLSearchParams): string {
  const after = query.get('continuation-token');
  const left = keys
    .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .filter((key) => after === null || Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
  const given = left.slice(0, mostKeys);
  const goesOn = left.length > given.length;
  const members = [
    `<Name>${escaped(bucket)}</Name><Prefix></Prefix><MaxKeys>${mostKeys}</MaxKeys>`,
    `<KeyCount>${given.length}</KeyCount><IsTruncated>${goesOn}</IsTruncated>`,
    ...given.map((key) => `<Contents><Key>${encoded(key)}</Key></Contents>`),
    ...(goesOn
      ? [`<NextContinuationToken>${escaped(given.at(-1) ?? '')}</NextContinuationToken>`]
      : []),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${members}</ListBucketResult>`;
}
