import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { errorSentence } from '../../../local/report/error-sentence.ts';

const ofSystem = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: no, write`), { code, syscall: 'write', ...(path && { path }) });

describe('What goes wrong is said in a sentence: what, where, and what to do', () => {
  it.each([
    [
      'ENOSPC',
      /^\/r\/engine\.jsonl: the disk is full\. Make room there, and give the command again/,
    ],
    ['EROFS', /^\/r\/engine\.jsonl: it lies on a medium that is only read\. Name a directory/],
    ['EACCES', /^\/r\/engine\.jsonl: this user may not\. Give the right to it/],
    ['EISDIR', /^\/r\/engine\.jsonl: a directory lies where a file should be\./],
    ['EIO', /^\/r\/engine\.jsonl: the disk cannot be read or written\. Check the disk/],
  ])('%s', (code, words) => {
    const { text, exitCode } = errorSentence(ofSystem(code, '/r/engine.jsonl'));
    expect(text).toMatch(words);
    expect([exitCode, text.includes('\n')]).toEqual([1, false]);
  });

  it('says it of what was behind another error, too', () => {
    const error = new Error('Schedule "open-due" failed', { cause: ofSystem('ENOSPC', '/r/x') });
    expect(errorSentence(error).text).toMatch(/^\/r\/x: the disk is full/);
  });

  it.each([
    ['IO error: /r/table/LOCK: Permission denied', /this user may not/],
    ['IO error: /r/table/1.log: No space left on device', /the disk is full/],
    ['Corruption: checksum mismatch', /bring the record back from a copy/],
  ])('of the database: %s', (message, what) => {
    const cause = Object.assign(new Error(message), { code: 'LEVEL_CORRUPTION' });
    const error = Object.assign(new Error('not open', { cause }), {
      code: 'LEVEL_DATABASE_NOT_OPEN',
    });
    const { text } = errorSentence(error);
    expect(text).toContain(message);
    expect(text).toMatch(what);
  });

  it('of an error of ours, in its own words and with its exit code', () => {
    const error = Object.assign(new Error('There is no record.'), { exitCode: 2 });
    expect(errorSentence(error)).toEqual({ text: 'There is no record.', exitCode: 2 });
  });

  it('of a command line that cannot be read, with exit code 2', () => {
    const read = () => parseArgs({ args: ['--no-such'], options: {} });
    const { text, exitCode } = errorSentence(
      (() => {
        try {
          return read();
        } catch (error) {
          return error;
        }
      })(),
    );
    expect([text, exitCode]).toEqual([expect.stringContaining('--no-such'), 2]);
  });

  it('of a fault of the program, that it is one, and where only for whoever asks', () => {
    const fault = new TypeError('x is not a function');
    expect(errorSentence(fault, false).text).toContain('a fault of the program');
    expect(errorSentence(fault, false).text).not.toMatch(/^\s+at /m);
    expect(errorSentence(fault, true).text).toMatch(/^\s+at /m);
  });
});
