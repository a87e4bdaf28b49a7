import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  consoleCacheControl,
  consoleContentType,
  consoleHeaders,
} from '../../functions/contract/console-headers.ts';
import { headerOf, pathOf, type WebAnswer, type WebHeader, type WebRequest } from './web.ts';

interface ConsoleFile {
  readonly type: string;
  readonly plain: Buffer;
  /** Compressed when it is first asked for. */
  readonly compressed: Map<Encoding, Buffer>;
}

type Encoding = 'br' | 'gzip';
const compress = { br: (plain: Buffer) => brotliCompressSync(plain), gzip: gzipSync } as const;

/** The console's files, as CloudFront serves them: only what was built, with the same headers, compressed. */
export class ConsoleFiles {
  readonly #files: ReadonlyMap<string, ConsoleFile>;

  /** @param directory what `console/build.ts` made; everything in it is read at once */
  constructor(directory: string) {
    this.#files = new Map(
      readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => {
          const file = join(each.parentPath, each.name);
          const path = `/${file.slice(directory.length + 1).replaceAll(sep, '/')}`;
          return [path, readFile(file)];
        }),
    );
    if (!this.#files.has('/index.html'))
      throw new Error(`${directory} holds no index.html; is it a built console?`);
  }

  /** The file at the path of a request; the page itself for any other path, since the console's pages have paths of their own. */
  answer(request: WebRequest): WebAnswer {
    const path = pathOf(request);
    const named = this.#files.has(path) ? path : '/index.html';
    const file = this.#files.get(named);
    if (file === undefined) throw new Error('The console has no index.html.');
    const encoding = accepted(headerOf(request, 'accept-encoding') ?? '');
    return {
      status: 200,
      headers: [
        ['content-type', file.type],
        ['cache-control', consoleCacheControl(named)],
        ['vary', 'accept-encoding'],
        ...securityHeaders,
        ...(encoding ? ([['content-encoding', encoding]] as const) : []),
      ],
      body: encoding ? compressed(file, encoding) : file.plain,
    };
  }

  /** Whether a path is one of a file. */
  has(path: string): boolean {
    return this.#files.has(path);
  }
}

/** Everything is one origin here, so the console speaks with no other. */
export const securityHeaders: readonly WebHeader[] = Object.entries(consoleHeaders([]));

function readFile(file: string): ConsoleFile {
  return { type: consoleContentType(file), plain: readFileSync(file), compressed: new Map() };
}

/** Brotli before gzip; neither when the header names neither, or names it with weight 0. */
const accepted = (header: string): Encoding | undefined =>
  (['br', 'gzip'] as const).find((encoding) =>
    header.split(',').some((each) => {
      const [name, ...parameters] = each.trim().toLowerCase().split(';');
      return name === encoding && !parameters.some((one) => /^\s*q=0(\.0*)?\s*$/.test(one));
    }),
  );

function compressed(file: ConsoleFile, encoding: Encoding): Buffer {
  const known = file.compressed.get(encoding);
  if (known !== undefined) return known;
  const fresh = compress[encoding](file.plain);
  file.compressed.set(encoding, fresh);
  return fresh;
}
