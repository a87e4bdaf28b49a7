import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import type { JournalLine } from '../engine/journal-line.ts';

/**
 * When a records directory is read: no earlier than where the clock of its last run stood, and no later than now, or than that clock where
 * the years that were run are still to come. Undefined where no clock is left to ask; what a journal has lost makes it earlier, and never
 * later than it was.
 */
export function readingOf(
  records: string,
  now: Instant,
): { readonly notBefore: Instant; readonly notAfter: Instant } | undefined {
  const journal = join(records, 'engine.jsonl');
  if (!existsSync(journal)) return undefined;
  const notBefore = readFileSync(journal, 'utf8').split('\n').map(clockIn).findLast(Boolean);
  return notBefore && { notBefore, notAfter: notBefore > now ? notBefore : now };
}

function clockIn(line: string): Instant | undefined {
  try {
    const said = JSON.parse(line) as JournalLine;
    return said.kind === 'clock' ? parseInstant(said.now) : undefined;
  } catch {
    return undefined; // A damaged line is told of by whoever goes on with it.
  }
}
