import { hash } from 'node:crypto';
import type { JsonObject } from '../engine/json.ts';
import { ACCOUNT, REGION } from './intrinsics.ts';

/**
 * What EventBridge tells of an object that was put into a bucket. It is the same whenever the same object is put at the same
 * simulated instant: told again after a crash, it is the same event.
 *
 * @param now the simulated instant; EventBridge writes whole seconds
 */
export function objectCreated(
  bucket: string,
  key: string,
  bytes: Uint8Array,
  now: string,
): JsonObject {
  const etag = hash('md5', bytes, 'hex');
  const told = hash('sha256', [bucket, key, etag, now].join('\n'), 'hex');
  return {
    version: '0',
    id: told.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: ACCOUNT,
    time: now.replace(/\.\d+Z$/, 'Z'),
    region: REGION,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        size: bytes.length,
        etag,
        sequencer: Date.parse(now).toString(16).toUpperCase().padStart(16, '0'),
      },
      'request-id': told.slice(-16).toUpperCase(),
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason: 'PutObject',
    },
  };
}
