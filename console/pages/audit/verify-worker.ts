import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Verification, verify } from '../../../core/record/verify.ts';
import type { RecordedEvent } from './event-type.ts';
import { foundStreams } from './found-streams.ts';

/**
 * Verifies a record apart from the page, so that the page is never frozen. It is a file of its own in the build (console/build.ts), and
 * runs core's own verifier: the same that is run offline and by the server.
 */
export type Verified = Pick<Verification, 'streams' | 'events' | 'headHash' | 'findings'>;

const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

addEventListener('message', ({ data }: MessageEvent<readonly RecordedEvent[]>) => {
  const { streams, events, headHash, findings } = verify(foundStreams(data), hex);
  const verified: Verified = { streams, events, headHash, findings };
  postMessage(verified);
});
