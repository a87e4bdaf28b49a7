import { expect, it } from 'vitest';
import { parseDay } from '../../../../core/calendar/day.ts';
import type { CaseEvent, Person, Requisition } from '../../../../core/payment/events.ts';
import { historyOf } from '../../../../functions/api/views/run-history.ts';

const at = '2022-01-25T06:00:00.000Z';
const by: Person = { sub: 'a', name: 'Astrid Attestant', groups: [], signedInAt: at };
const said = { at, by, reason: 'Skäl.' } as const;
const proposal = 'f'.repeat(64);
const payDay = parseDay('2022-02-01');
const requisition = { amount: { currency: 'SEK', value: '7000000' } } as Requisition;

/** One event of each type there is, with what it is told as. */
const events: {
  readonly [T in CaseEvent['type']]: readonly [Extract<CaseEvent, { type: T }>, string];
} = {
  opened: [{ type: 'opened', at, case: 'payout-2022-02' }, 'Ärendet öppnades.'],
  submitted: [
    { type: 'submitted', at, by, requisition },
    'Astrid Attestant rekvirerade 7\u00a0000\u00a0000\u00a0kr.',
  ],
  accepted: [{ type: 'accepted', at }, 'Rekvisitionen godtogs.'],
  refused: [
    {
      type: 'refused',
      at,
      code: 'wrong-amount',
      reason: '8 was asked for; 7 is agreed',
      cites: ['agreement-2021, 4.2'],
    },
    'Rekvisitionen avslogs: 8 rekvirerades; överenskommet är 7 (överenskommelsen för 2021, 4.2).',
  ],
  'deduction-begun': [
    { type: 'deduction-begun', at, case: 'payout-2022-02', proposal },
    'Prognosen för återbäring dras av i payout-2022-02.',
  ],
  waiting: [
    {
      type: 'waiting',
      at,
      needs: [{ need: 'rate', year: 2021, from: 'Riksbanken', holds: [], because: '' }],
    },
    'Väntar på eurokurs 2021.',
  ],
  'going-without': [
    { type: 'going-without', ...said, needs: ['rebate-forecast'] },
    'Astrid Attestant låter månaden betalas utan återbäring, prognos.',
  ],
  proposed: [
    { type: 'proposed', at, number: 2, proposal, restsOn: [], warnings: [] },
    'Förslag 2 lades fram.',
  ],
  approved: [
    { type: 'approved', at, by, right: 'order', proposal },
    'Astrid Attestant utanordnade förslaget.',
  ],
  rejected: [
    { type: 'rejected', ...said, right: 'attest', proposal, code: 'wrong-payee' },
    'Astrid Attestant avvisade förslaget: fel mottagare.',
  ],
  withdrawn: [
    { type: 'withdrawn', ...said, right: 'attest', proposal },
    'Astrid Attestant återtog sitt godkännande.',
  ],
  voided: [
    { type: 'voided', at, proposal, because: 'replaced by proposal 3' },
    'Förslaget gäller inte längre: Ersatt av förslag 3.',
  ],
  'release-ordered': [
    {
      ...{ type: 'release-ordered', at, proposal, voucherKey: '', messageId: 'M-1', fileHash: '' },
      ...{ payDay, paidOn: payDay, paid: [], carried: [], sent: [] },
    },
    'Betalningen lämnades till banken som M-1, att betalas 1 februari 2022.',
  ],
  'movement-decided': [
    { type: 'movement-decided', ...said, payee: '09', movement: 3, choice: 'booked-anew' },
    'Astrid Attestant bestämde att betalningen till Region Gotland är utförd, sedan banken bokfört den på nytt.',
  ],
  'bank-reported': [
    {
      ...{ type: 'bank-reported', at, messageId: 'M-1', source: { by: said.by, reason: 'Skäl.' } },
      words: [
        ...(['01', '03', '04'] as const).map((payee) => ({ payee, result: 'booked' as const })),
        { payee: '09', result: 'returned', code: 'AC04' },
      ],
    },
    'Astrid Attestant registrerade bankens svar. Bokfört: 3; Kom tillbaka: Region Gotland (AC04).',
  ],
  settled: [{ type: 'settled', at, totalSek: '1000' }, '1\u00a0000\u00a0kr är betalda.'],
  returned: [
    {
      ...{ type: 'returned', at },
      payments: [{ payee: 'SKR', sek: '7', code: 'AC04', voucherKey: 'k' }],
    },
    'Kom tillbaka: SKR 7\u00a0kr.',
  ],
  'return-resolved': [
    { type: 'return-resolved', ...said, payee: '09', choice: 'reissue' },
    'Astrid Attestant bestämde att Region Gotland betalas på nytt för sig.',
  ],
  recorded: [
    { type: 'recorded', at, paidSek: '4008076', rate: '10.1342', differenceSek: '91084' },
    'Registrerat utfall: 4\u00a0008\u00a0076\u00a0kr, kurs 10,1342, skillnad 91\u00a0084\u00a0kr.',
  ],
  reopened: [{ type: 'reopened', ...said }, 'Astrid Attestant begärde ett nytt förslag.'],
  decided: [{ type: 'decided', at, proposal }, 'Förslaget är beslutat.'],
  'close-requested': [
    { type: 'close-requested', ...said },
    'Astrid Attestant begärde att ärendet avslutas utan betalning.',
  ],
  closed: [
    { type: 'closed', at, outcome: 'without-payment' },
    'Ärendet avslutades: utan betalning.',
  ],
};

it.each(Object.entries(events))(
  '%s is told in a sentence, in both languages',
  (type, [event, text]) => {
    const [swedish] = historyOf([event], 'sv');
    const [english] = historyOf([event], 'en');
    expect([swedish?.event, swedish?.text]).toEqual([type, text]);
    expect(english?.text).toMatch(/^[A-Z0-9].*\.$/);
    expect(english?.text).not.toBe(text);
  },
);

it('tells of a payment of which nothing arrived that nothing did', () => {
  const [told] = historyOf([{ type: 'settled', at, totalSek: '0' }], 'en');
  expect(told?.text).toBe('No payment arrived.');
});

it('tells of the bank’s own files without a person, and counts what simply arrived', () => {
  const words = (['01', '03', '04'] as const).map((payee) => ({
    payee,
    result: 'booked' as const,
  }));
  const source = { report: 'f'.repeat(64) };
  const [told] = historyOf([{ type: 'bank-reported', at, messageId: 'M-1', words, source }], 'sv');
  expect(told).toEqual({ at, event: 'bank-reported', text: 'Banken svarade. Bokfört: 3.' });
});

it('what people said stands beside it, with who they are', () =>
  expect(historyOf([events.rejected[0]], 'en')).toMatchObject([
    {
      by: { sub: 'a', name: 'Astrid Attestant' },
      right: 'attest',
      code: 'wrong-payee',
      reason: 'Skäl.',
      proposal,
    },
  ]));

it('tells what was asked for in the currency that it was asked in', () => {
  const asked = { amount: { currency: 'EUR', value: '395500' } } as Requisition;
  const [told] = historyOf([{ type: 'submitted', at, by, requisition: asked }], 'en');
  expect(told?.text).toBe('Astrid Attestant requisitioned 395,500\u00a0euros.');
});

it('tells the day that a proposal is to be paid as people say it', () => {
  const payment = { payDay, totalSek: '9179729', payees: [], onlyOnPayDay: true };
  const made = { type: 'proposed', at, number: 1, proposal, restsOn: [], warnings: [] } as const;
  const told = (['sv', 'en'] as const).map(
    (language) => historyOf([{ ...made, payment }], language)[0]?.text,
  );
  expect(told).toEqual([
    'Förslag 1 lades fram: 9\u00a0179\u00a0729\u00a0kr att betala 1 februari 2022.',
    'Proposal 1 was made: 9,179,729\u00a0kr to pay on 1 February 2022.',
  ]);
});
