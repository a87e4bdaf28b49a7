import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import { readingOf } from '../../../local/record/reading-of.ts';
import { folder, removeFolders } from '../../helpers/folders.ts';

afterAll(removeFolders);

const now = parseInstant('2026-03-01T08:00:00.000Z');
const clock = (moment: string) => JSON.stringify({ kind: 'clock', now: moment });

/** A records directory whose journal has these lines. */
function journal(...lines: readonly string[]): string {
  const records = folder();
  writeFileSync(join(records, 'engine.jsonl'), lines.join('\n'));
  return records;
}

describe('A records directory is read', () => {
  it('no earlier than where its clock stood last, and no later than now: what happened lies between', () => {
    const records = journal(clock('2021-03-01T05:00:00.000Z'), clock('2021-03-26T12:00:00.000Z'));
    expect(readingOf(records, now)).toEqual({
      notBefore: '2021-03-26T12:00:00.000Z',
      notAfter: now,
    });
  });

  it('at its clock, where the year that was run is still to come', () => {
    const ahead = '2027-02-03T12:00:00.000Z';
    expect(readingOf(journal(clock(ahead)), now)).toEqual({ notBefore: ahead, notAfter: ahead });
  });

  it('no later than the last clock that can be read, where the journal was cut in the middle of a line', () => {
    const cut = journal(clock('2021-03-01T05:00:00.000Z'), clock('2021-03-26T12').slice(0, 20));
    expect(readingOf(cut, now)?.notBefore).toBe('2021-03-01T05:00:00.000Z');
  });

  it('at no known moment, where no clock is left', () => {
    expect([readingOf(folder(), now), readingOf(journal('{}'), now)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
