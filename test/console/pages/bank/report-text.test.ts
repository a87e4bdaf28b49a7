import { describe, expect, it } from 'vitest';
import { reportText } from '../../../../console/pages/bank/report-text.ts';

const bytes = (...given: number[]): ArrayBuffer => new Uint8Array(given).buffer;

describe('the text of a report', () => {
  it('is the file to the byte, with the mark that it may begin with', () => {
    const sent = [0xef, 0xbb, 0xbf, 0x3c, 0xc3, 0xa5, 0x2f, 0x3e, 0x0d, 0x0a];
    const text = reportText(bytes(...sent)) ?? '';
    expect(text).toBe('\uFEFF<å/>\r\n');
    expect([...new TextEncoder().encode(text)]).toEqual(sent);
  });

  it('is none where the file is no UTF-8, instead of another text', () => {
    expect(reportText(bytes(0x3c, 0xe5, 0x2f, 0x3e))).toBeUndefined();
  });
});
