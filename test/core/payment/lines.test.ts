import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankResult } from '../../../core/payment/bank-words.ts';
import type { BankWord } from '../../../core/payment/events.ts';
import {
  afterWords,
  hasComeBack,
  heldLines,
  isAnswered,
  judge,
  linesToTakeBack,
  orderedLines,
  unansweredLines,
  type WordVerdict,
  withLines,
} from '../../../core/payment/lines.ts';
import { cases } from '../../helpers/cases.ts';
import { happened, said, sent } from './words.ts';

const lines = orderedLines(sent);
const names = (of: readonly { readonly payee: string }[]) => of.map(({ payee }) => payee);

describe('What the bank may say of a payment', () => {
  it.each<[string, BankResult, BankResult, WordVerdict]>([
    ['a promise is kept', 'accepted', 'booked', 'news'],
    ['a promise is not kept', 'accepted', 'rejected', 'news'],
    ['what was booked comes back', 'booked', 'returned', 'news'],
    ['what was booked was promised once', 'booked', 'accepted', 'overtaken'],
    ['what was booked cannot have been rejected', 'booked', 'rejected', 'contradicts'],
    ['what was rejected cannot have been booked', 'rejected', 'booked', 'contradicts'],
    ['what was rejected cannot come back', 'rejected', 'returned', 'contradicts'],
    ['what was rejected may have been promised', 'rejected', 'accepted', 'overtaken'],
    ['what came back was booked before', 'returned', 'booked', 'overtaken'],
    ['what came back was promised before', 'returned', 'accepted', 'overtaken'],
    ['what came back was not rejected', 'returned', 'rejected', 'contradicts'],
  ])('%s: after %s, %s is %s', (_, status, result, verdict) => {
    expect(judge({ status }, result)).toBe(verdict);
  });

  it('is all news of a payment of which it has said nothing', () => {
    const results: BankResult[] = ['accepted', 'booked', 'rejected', 'returned'];
    expect(results.map((result) => judge({ status: 'sent' }, result))).toEqual(
      results.map(() => 'news'),
    );
  });

  it('is known the second time', () => {
    const results: BankResult[] = ['accepted', 'booked', 'rejected', 'returned'];
    expect(results.map((status) => judge({ status }, status))).toEqual(results.map(() => 'known'));
  });
});

describe('The payments of a case', () => {
  it('begin as they were sent', () => {
    expect([...lines.values()]).toEqual(
      sent.map((each) => ({ ...each, status: 'sent', movements: [] })),
    );
    expect(names(unansweredLines(lines))).toEqual(['01', '03']);
  });

  it('are answered when they have left, or did not arrive; a promise is no answer', () => {
    expect(
      (['sent', 'accepted', 'booked', 'rejected', 'returned'] as const).filter((status) =>
        isAnswered({ status }),
      ),
    ).toEqual(['booked', 'rejected', 'returned']);
    expect(hasComeBack({ status: 'booked' })).toBe(false);
  });

  it('are held from when they came back until a person has said what becomes of them', () => {
    const back = afterWords(lines, [said('01', 'booked'), said('03', 'rejected', 'AC04')]);
    expect(back.get('03')).toMatchObject({ status: 'rejected', code: 'AC04' });
    expect([names(heldLines(back)), names(linesToTakeBack(back))]).toEqual([['03'], ['03']]);
    const taken = withLines(back, [{ payee: '03', to: { takenBack: 'v' } }]);
    expect([names(heldLines(taken)), names(linesToTakeBack(taken))]).toEqual([['03'], []]);
    const over = withLines(taken, [{ payee: '03', to: { resolved: happened.resolved() } }]);
    expect(names(heldLines(over))).toEqual([]);
  });

  it('are not more for words about somebody who was sent nothing', () => {
    expect(afterWords(lines, [said('04', 'booked')])).toEqual(lines);
    expect(withLines(lines, [{ payee: '04', to: { status: 'booked' } }])).toEqual(lines);
  });

  it('end alike in whatever order the bank’s words of booking and coming back arrive, and however often', () => {
    const word = fc.constantFrom<BankWord>(
      said('01', 'accepted'),
      said('01', 'booked'),
      said('03', 'accepted'),
      said('03', 'booked'),
      said('03', 'returned', 'AC04'),
    );
    const whole = [said('01', 'booked'), said('03', 'booked'), said('03', 'returned', 'AC04')];
    const statuses = (words: readonly BankWord[]) =>
      [...afterWords(lines, words).values()].map(({ status }) => status);
    fc.assert(
      fc.property(
        fc.array(word).chain((more) =>
          fc.shuffledSubarray([...whole, ...more], {
            minLength: whole.length + more.length,
          }),
        ),
        (words) => {
          expect(statuses(words)).toEqual(statuses(whole));
        },
      ),
      cases(300),
    );
  });
});
