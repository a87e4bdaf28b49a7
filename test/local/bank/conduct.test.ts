import { describe, expect, it } from 'vitest';
import { conductText, parseConduct } from '../../../local/bank/conduct.ts';

const none = {
  ...{ reject: 0, return: 0, late: 0, delay: 0, refuse: 0 },
  ...{ duplicate: 0, disorder: 0, unknown: 0, unreadable: 0, seed: 0 },
};

describe('How the local bank behaves', () => {
  it.each(['calm', 'troubled'])('is said in a word: %s', (word) => {
    expect(parseConduct(word)).toBe(word);
    expect(conductText(parseConduct(word))).toBe(word);
  });

  it('or in per cent, by name; what is not named does not happen', () => {
    const text = 'reject=3,return=5,delay=20,duplicate=10,seed=7';
    const mix = { ...none, reject: 3, return: 5, delay: 20, duplicate: 10, seed: 7 };
    expect(parseConduct(text)).toEqual(mix);
    expect(conductText(mix)).toBe(text);
  });

  it('may be that everything comes back, and not more than everything', () => {
    expect(parseConduct('reject=50,return=30,late=20')).toMatchObject({ reject: 50, late: 20 });
    expect(() => parseConduct('reject=50,return=30,late=21')).toThrow(/at most 100/);
  });

  it.each([
    '',
    'wild',
    'Calm',
    'reject',
    'reject=',
    'reject=101',
    'reject=1.5',
    'reject=-1',
    'reject=1,reject=2',
    'refused=1',
    'reject=1,',
    'seed=1234567890',
  ])('is refused as %j, with what is given and what is allowed', (text) => {
    expect(() => parseConduct(text)).toThrow(RangeError);
    expect(() => parseConduct(text)).toThrow(
      `given "${text}", allowed: calm, troubled, or per cent by name such as reject=3,`,
    );
  });
});
