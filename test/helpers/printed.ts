import { vi } from 'vitest';

/**
 * Everything that is printed meanwhile, in pieces as they are written; nothing of it reaches the terminal. Errors are printed on the
 * standard error, and Lambda's log takes both.
 */
export async function printedBy(act: () => unknown): Promise<readonly string[]> {
  const pieces: string[] = [];
  const writes = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((piece) => {
      pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
      return true;
    }),
  );
  try {
    await act();
  } finally {
    for (const write of writes) write.mockRestore();
  }
  return pieces;
}

/** Handlers log and count as when they are deployed; made before a handler is, for a logger asks once. */
export function asDeployed(service = 'release-payment'): void {
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', service);
  vi.stubEnv('DEPLOYMENT', 'Statsbidrag');
}
