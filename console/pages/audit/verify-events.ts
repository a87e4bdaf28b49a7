import type { RecordedEvent } from './event-type.ts';
import type { Verified } from './verify-worker.ts';

/** Where the worker's file lies; the build puts it here. */
declare const VERIFY_WORKER: string;

/** Recomputes every hash and the whole chain in a worker, which ends with the answer. Refused with what went wrong in it. */
export function verifyEvents(events: readonly RecordedEvent[]): Promise<Verified> {
  const worker = new Worker(VERIFY_WORKER, { type: 'module', name: 'verify' });
  return new Promise<Verified>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Verified>) => resolve(data));
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'The worker could not be started.')),
    );
    worker.postMessage(events);
  }).finally(() => worker.terminate());
}
