import { describe, expect, it } from 'vitest';
import { lineOf } from '../support/bank.ts';
import { released } from '../support/year.ts';
import { bytesOf, camt, pain002 } from './bank-reports.ts';
import { fuzzReports } from './fuzzing/fuzz-reports.ts';
import { type Claim, saysSo } from './fuzzing/says-so.ts';

/** Ten thousand are tried by `npm run fuzz:bank`. */
const REPORTS = 1000;

describe('Changed reports of the bank', () => {
  it('never crash, and never change a payment otherwise than they say', async () => {
    const { counts, failures } = await fuzzReports(11, REPORTS);
    expect(failures).toEqual([]);
    // Or nothing was tried: reports of every kind came through, and of every kind were refused.
    for (const outcome of [
      'taken',
      'known',
      'unknown',
      'amount-differs',
      'not-sent',
      'noted',
      'moved-twice',
      'of-a-copy',
    ])
      expect(counts.get(outcome) ?? 0, outcome).toBeGreaterThan(0);
    for (const code of ['not-utf-8', 'not-xml', 'has-doctype', 'unknown-format', 'incomplete'])
      expect(counts.get(`refused: ${code}`) ?? 0, code).toBeGreaterThan(0);
  }, 120_000);
});

describe('The other reading of a report', () => {
  const claimOf = async (more: Partial<Claim> = {}): Promise<Claim> => {
    const { endToEndId, sek } = await lineOf(await released(), '01');
    return {
      ...{ endToEndId, sek, messageId: 'STB-PAY-2021-03', result: 'booked', bookedTogether: ['9'] },
      ...more,
    };
  };

  it('finds what is said, and nothing else', async () => {
    const claim = await claimOf();
    const { endToEndId, sek } = claim;
    const booked = bytesOf(camt({ entries: [{ sek, payments: [{ endToEndId, sek }] }] }));
    expect(saysSo(booked, claim)).toBe(true);
    expect(saysSo(booked, { ...claim, sek: `${sek}0` })).toBe(false);
    expect(saysSo(booked, { ...claim, endToEndId: `${endToEndId}0` })).toBe(false);
    expect(saysSo(booked, { ...claim, result: 'returned' })).toBe(false);
    expect(saysSo(booked, { ...claim, result: 'rejected' })).toBe(false);
  });

  it('finds a whole message by its sum', async () => {
    const claim = await claimOf();
    const batch = { messageId: claim.messageId, sek: '9' };
    const booked = bytesOf(camt({ entries: [{ sek: '9', batch }] }));
    expect(saysSo(booked, claim)).toBe(true);
    expect(saysSo(booked, { ...claim, bookedTogether: ['8'] })).toBe(false);
  });

  it('finds a rejection by its message', async () => {
    const claim = await claimOf({ result: 'rejected' });
    const payments = [{ endToEndId: claim.endToEndId, status: 'RJCT' }];
    expect(saysSo(bytesOf(pain002({ payments })), claim)).toBe(true);
    expect(saysSo(bytesOf(pain002({ payments, about: 'STB-PAY-2021-04' })), claim)).toBe(false);
    expect(saysSo(bytesOf(pain002({ payments })), { ...claim, result: 'accepted' })).toBe(false);
  });
});
