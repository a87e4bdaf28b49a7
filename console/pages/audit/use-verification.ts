import { useEffect, useRef, useState } from 'preact/hooks';
import { announce, Problem, useApi, useText } from '../../kit.ts';
import { downloadEvents } from './download-events.ts';
import { verifyEvents } from './verify-events.ts';
import type { Verified } from './verify-worker.ts';

/** How far a verification in the browser has come. */
export type VerificationState =
  | { readonly step: 'idle' }
  | { readonly step: 'downloading'; readonly count: number; readonly of: number }
  | { readonly step: 'verifying'; readonly of: number }
  | { readonly step: 'failed'; readonly problem: Problem }
  | {
      readonly step: 'done';
      readonly own: Verified;
      /** What the server says of its record. */
      readonly headHash: string;
      /** The record grew while it was downloaded, so the two need not be of the same. */
      readonly grew: boolean;
    };

/** Downloads the record and verifies it here; what the server says is asked for before and after. */
export function useVerification() {
  const api = useApi();
  const { t } = useText();
  const [state, setState] = useState<VerificationState>({ step: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const { signal } = stop;
    try {
      setState({ step: 'downloading', count: 0, of: 0 });
      const before = await api.get('verifyRecord', {}, { signal });
      const of = before.events;
      setState({ step: 'downloading', count: 0, of });
      const events = await downloadEvents(
        api,
        (count) => setState({ step: 'downloading', count, of: Math.max(of, count) }),
        signal,
      );
      setState({ step: 'verifying', of: events.length });
      const own = await verifyEvents(events);
      const after = await api.get('verifyRecord', {}, { signal });
      if (signal.aborted) return;
      const grew = before.headHash !== after.headHash;
      setState({ step: 'done', own, headHash: after.headHash, grew });
      announce(own.findings.length === 0 ? t('verify.whole') : t('verify.not-whole'));
    } catch (error) {
      if (signal.aborted) return;
      const problem =
        error instanceof Problem
          ? error
          : new Problem({
              name: 'verification',
              status: 0,
              title: t('verify.failed'),
              detail: error instanceof Error ? error.message : String(error),
            });
      setState({ step: 'failed', problem });
    }
  };
  return { state, start };
}
