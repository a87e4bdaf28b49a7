import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../core/calendar/day.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { requisitionCase } from '../../../core/record/case-id.ts';
import type { RequisitionRefusal } from '../../../core/rules/requisition/requisition-objection.ts';
import { refusalFor } from '../../../functions/doors/requisition-refusals.ts';
import { citationText } from '../../../functions/shared/citation-text.ts';

const sol = requisitionCase(2021, 'sol');
const cites = [{ source: 'agreement-2021', place: '4.2' }] as const;
const title =
  'Överenskommelse om statens bidrag till regionerna för kostnader för läkemedelsförmånerna m.m. för år 2021';

const objections: readonly (readonly [string, RequisitionRefusal, string])[] = [
  [
    'requisition-not-in-agreement',
    { kind: 'not-in-agreement', year: 2021 },
    'Under the agreement of 2021 no amount of the kind sol is requisitioned.',
  ],
  [
    'requisition-other-party',
    { kind: 'wrong-party', from: 'SKR', agreed: 'E-hälsomyndigheten', cites },
    `The amount is requisitioned by E-hälsomyndigheten, not by SKR (${title}, 4.2).`,
  ],
  [
    'requisition-too-late',
    {
      ...{ kind: 'too-late', receivedOn: parseDay('2021-12-02'), lastDay: parseDay('2021-12-01') },
      cites,
    },
    `The requisition was received on 2021-12-02. The last day was 2021-12-01 (${title}, 4.2). Nothing was registered.`,
  ],
  [
    'requisition-no-bank-day',
    {
      ...{ kind: 'no-bank-day', asked: parseDay('2021-06-13') },
      ...{ before: parseDay('2021-06-11'), after: parseDay('2021-06-14') },
    },
    'No bank carries out a payment on 2021-06-13. The nearest bank days: 2021-06-11, 2021-06-14. Nothing was registered.',
  ],
  [
    'requisition-other-amount',
    { kind: 'wrong-amount', asked: Fraction.parse('1.5'), agreed: Fraction.parse('7'), cites },
    `The agreed amount is 7 SEK. Asked for: 1.5 SEK (${title}, 4.2). Nothing was registered.`,
  ],
  [
    'requisition-other-currency',
    {
      ...{ kind: 'wrong-currency', asked: 'SEK', agreed: 'EUR' },
      ...{ agreedAmount: Fraction.parse('395500'), cites },
    },
    `The amount is requisitioned in EUR: 395500 EUR. Given: SEK (${title}, 4.2). Nothing was registered.`,
  ],
];

describe('What the agreement has against a requisition', () => {
  it.each(objections)(
    'is refused as %s, with what was given, what is agreed and the place',
    (code, against, words) => {
      const refused = refusalFor(sol, { currency: 'SEK', value: '1.5' }, against);
      expect([refused.name, refused.code, refused.message]).toEqual([
        'InputRejected',
        code,
        `${code}: ${words}`,
      ]);
    },
  );
});

describe('A citation in words', () => {
  it('names each document once, with its places, and leaves our own readings out', () => {
    const three = [
      ...cites,
      { source: 'agreement-2021', place: 'Bilaga, Utbetalningsordning' },
      { source: 'readings', place: 'R-10' },
      { source: 'holidays-act', place: '1 §' },
    ] as const;
    expect(citationText(three)).toBe(
      `${title}, 4.2, Bilaga, Utbetalningsordning; Lag (1989:253) om allmänna helgdagar, 1 §`,
    );
  });
});
