import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { inputKey } from '../../../core/inputs/contents.ts';
import { inputKinds, isInputKind } from '../../../core/inputs/kinds.ts';
import { interimMay, interimSpring } from '../payment/calendar-of-the-sample.ts';

describe('Two inputs of a kind are told apart', () => {
  it('by decision, what it covers and its first month', () => {
    expect(inputKey('authorisation', interimSpring)).toBe('rb-2022-02-17 interim 2022-03');
    const others = [
      interimMay,
      { ...interimMay, kind: 'agreement' as const },
      { ...interimMay, firstMonth: interimSpring.firstMonth },
    ].map((decision) => inputKey('authorisation', decision));
    expect(new Set(others).size).toBe(3);
  });

  it('by the day of a rate', () => {
    expect(inputKey('rate', { day: parseDay('2021-06-15'), sekPerEuro: '10.1342' })).toBe(
      '2021-06-15',
    );
  });

  it('and otherwise not at all: the newest counts', () => {
    expect(inputKey('outcomes', { benefitCostSek: '1', hepatitisCCostSek: '2' })).toBe('');
  });
});

it('The kinds of input are known by name', () => {
  expect(Object.keys(inputKinds).every(isInputKind)).toBe(true);
  expect(['', 'toString', 'Rate', 'grants'].filter(isInputKind)).toEqual([]);
});
