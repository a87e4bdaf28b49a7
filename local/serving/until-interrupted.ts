/** `npm start` hands a Ctrl-C on that its child has had from the terminal already: the two are one. */
const ECHO_MS = 500;

/**
 * Resolves when somebody ends the process with Ctrl-C or SIGTERM, after `begin` was called to end what is under way. The second
 * time the process ends at once; records stand that too.
 */
export function untilInterrupted(begin: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let askedAt: number | undefined;
  const end = (): void => {
    const now = performance.now();
    if (askedAt !== undefined && now - askedAt > ECHO_MS) process.exit(130);
    askedAt ??= now;
    begin();
    resolve();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return promise;
}
