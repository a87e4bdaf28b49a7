import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issuerDirectory } from '../issuer/keys.ts';
import { writeWhole } from '../record/write-whole.ts';

/** Which process serves, and where: what `npm run token` goes by. */
export interface ServingNote {
  readonly pid: number;
  readonly origin: string;
}

const file = join(issuerDirectory, 'serving.json');

/** Notes that this process serves. Of several the last one that began is noted. Call what comes back when it ends. */
export function noteServing(origin: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const note: ServingNote = { pid: process.pid, origin };
  writeWhole(file, `${JSON.stringify(note)}\n`);
  return () => {
    if (servingNow()?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** Who serves; undefined when nobody has noted it. */
export function servingNow(): ServingNote | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ServingNote;
  } catch (error) {
    // A note that cannot be read is nobody's: who serves writes it anew.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError)
      return undefined;
    throw error;
  }
}
