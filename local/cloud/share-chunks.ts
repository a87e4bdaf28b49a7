import { registerHooks } from 'node:module';
import { basename } from 'node:path';

/** A chunk's name is made of its content (infra/bundle.ts): the same name is the same bytes. */
const chunkName = /^chunk-[A-Z0-9]{8}\.mjs$/;

/**
 * Loads a chunk that several functions have beside them once, from whoever brought it first.
 *
 * In AWS every function runs in a process of its own. Here they share one, and twenty copies of the SDK, each used too seldom to
 * be compiled well, would take half of the run's time. What a chunk keeps between calls is shared with it; so handlers keep
 * nothing there that depends on whose environment it is (ADR 5).
 */
export function shareChunks(): void {
  const first = new Map<string, string>();
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const name = basename(resolved.url);
      if (!chunkName.test(name)) return resolved;
      const url = first.get(name) ?? resolved.url;
      first.set(name, url);
      return { ...resolved, url };
    },
  });
}
