import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CONSOLE_SCOPE } from '../functions/contract/api/roles.ts';
import { consoleCacheControl, consoleContentType } from '../functions/contract/console-headers.ts';
import { API_STAGE } from './constructs/access/api.ts';

/** A file of the console as it is put into its bucket. */
export interface PublishedFile {
  readonly key: string;
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** What the stacks tell of themselves, as far as the console is told of it: the outputs of `cdk deploy --outputs-file`. */
export interface ConsoleOutputs {
  readonly bucket: string;
  readonly issuer: string;
  readonly clientId: string;
}

/**
 * What is put where, in this order: first what lies under assets/, named by its content and kept by browsers for a year; then the
 * files that name those and are asked for each time, the page last. So whoever comes meanwhile finds a whole console, old or new.
 *
 * @param folder what console/build.ts wrote
 */
export function consoleFiles(
  folder: string,
  { issuer, clientId }: ConsoleOutputs,
): readonly PublishedFile[] {
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => published(relative(folder, file).split(sep).join('/'), readFileSync(file)));
  const config = { issuer, clientId, apiBase: `/${API_STAGE}`, scopes: CONSOLE_SCOPE };
  const told = published('console-config.json', Buffer.from(JSON.stringify(config)));
  return [...built, told].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

const rank = ({ key }: PublishedFile): number =>
  key.startsWith('assets/') ? 0 : key === 'index.html' ? 2 : 1;

function published(key: string, body: Uint8Array): PublishedFile {
  const [contentType, cacheControl] = [consoleContentType(key), consoleCacheControl(key)];
  return { key, body, contentType, cacheControl };
}

/**
 * Finds the outputs of a system by the names of its stacks. Refused: a file without them, or with those of several stages; each
 * missing output is named.
 */
export function consoleOutputs(given: unknown): ConsoleOutputs {
  const stacks = Object.entries((given ?? {}) as Record<string, Record<string, string>>);
  const output = (stack: string, name: string): string => {
    const found = stacks.filter(([each]) => each.endsWith(`-${stack}`));
    const value = found[0]?.[1][name];
    if (found.length === 1 && value) return value;
    throw new Error(
      `The outputs need one stack "…-${stack}" with ${name}; given: ${stacks.map(([each]) => each).join(', ') || 'none'}.`,
    );
  };
  return {
    bucket: output('console', 'ConsoleBucket'),
    issuer: output('access', 'Issuer'),
    clientId: output('access', 'ConsoleClient'),
  };
}
