import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type FunctionName, functions } from '../../../functions/contract/functions.ts';

/** Bytes of an asset. */
export interface BundleSize {
  readonly bytes: number;
  /** Each file of the folder compressed by itself (gzip, level 9), and their sum: code, fonts and licences. */
  readonly gzip: number;
}

export function sizeOfFolder(folder: string): BundleSize {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  return {
    bytes: sum(contents.map(({ length }) => length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Whether the contract gives a function anything to do with a service of AWS. */
export const callsAws = (name: FunctionName): boolean =>
  Object.values(functions[name]).some(Boolean);

const kB = 1000;

/**
 * Functions that may be larger, and why. PDF: what sets a page (pdfkit with fontkit) and the two fonts are 160 kB, after all that
 * no document needs has been left out (infra/bundling/dead-weight.ts); the rest is what every function of the API has.
 */
const larger: Readonly<Partial<Record<FunctionName, number>>> = { 'api-prints': 250 * kB };

/** The most that a function may be, in bytes of gzip: little where no service of AWS is called. */
export const largestGzip = (name: FunctionName): number =>
  larger[name] ?? (callsAws(name) ? 145 : 30) * kB;
