import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../console/pages/audit/verdict.ts';

const [mine, other] = ['a'.repeat(64), 'b'.repeat(64)];
const whole = { headHash: mine, findings: [] };

describe('a verified record', () => {
  it('is whole when nothing contradicts it', () => {
    expect(verdictOf(whole, mine, '')).toBe('whole');
    expect(verdictOf(whole, mine, mine)).toBe('whole');
  });

  it('is not called whole when it is another than was noted outside', () => {
    expect(verdictOf(whole, mine, other)).toBe('unlike-noted');
  });

  it('is not called whole when the server says another hash, whatever was noted', () => {
    expect(verdictOf(whole, other, mine)).toBe('unlike-server');
  });

  it('is not whole as soon as there is one finding, however alike the hashes are', () => {
    const findings = [
      { where: 'RUN#2022/02 event 3', what: 'does not follow the event before it' },
    ];
    expect(verdictOf({ headHash: mine, findings }, mine, mine)).toBe('not-whole');
  });
});
