import { describe, expect, it } from 'vitest';
import { paymentFileFormats } from '../../../core/payment/debtor.ts';
import { deliveriesAbout, refused } from '../../../local/bank/deliveries.ts';
import type { FileTreatment, PaymentTreatment } from '../../../local/bank/treatment.ts';
import { answersTo } from '../../../local/bank/versions.ts';
import { hasSchema, validate } from '../../helpers/iso-schemas.ts';
import { fileOf, received, type Sent } from './sent-files.ts';

const sent: Sent = { case: 'payout-2021-03', payees: ['05', '12'] };
const ID = 'STB-PAY-2021-03';

type Trouble = Partial<Omit<FileTreatment, 'payments'>> & {
  readonly of05?: Partial<PaymentTreatment>;
};

const treatment = ({ of05, ...file }: Trouble): FileTreatment => ({
  ...{ refused: false, tellsTwice: false, outOfOrder: false },
  ...{ tellsOfAnother: false, cutOff: false },
  ...file,
  payments: new Map([
    [`${ID}-05`, { delayDays: 0, ...of05 }],
    [`${ID}-12`, { delayDays: 0 }],
  ]),
});

const about = (trouble: Trouble, format?: Sent['format']) =>
  deliveriesAbout(fileOf({ ...sent, ...(format && { format }) }), received(), treatment(trouble));

/** When, what, and of which payments. */
const told = (trouble: Trouble) =>
  about(trouble).map(({ at, name, text }) => [
    at.slice(0, 16),
    name.replace(`LOKALBANK-${ID}-`, ''),
    [...text.matchAll(new RegExp(`>${ID}-(\\d\\d)<`, 'g'))].map(([, payee]) => payee).join(' '),
  ]);

describe('What the local bank says about a payment file, and when', () => {
  it('that it has taken it, and in half an hour that it has booked it: nothing more on a calm day', () => {
    expect(told({})).toEqual([
      ['2021-03-01T05:05', '1-pain.002.xml', ''],
      ['2021-03-01T05:40', '2-camt.054.xml', '05 12'],
    ]);
  });

  it('of a payment that it rejects, with the reason, when it takes the others; it is in no booking', () => {
    const trouble = { of05: { rejectedFor: 'AC04' } };
    expect(told(trouble)).toEqual([
      ['2021-03-01T05:05', '1-pain.002.xml', '05'],
      ['2021-03-01T05:40', '2-camt.054.xml', '12'],
    ]);
    const [status] = about(trouble);
    expect(status?.text).toContain('<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd>');
    expect(status?.cameBack).toEqual([{ endToEndId: `${ID}-05`, code: 'AC04' }]);
  });

  it('of a payment that is late, on the morning of the bank day on which it leaves', () => {
    // 5 March 2021 is a Friday, so five bank days after 1 March is Monday the 8th.
    expect(told({ of05: { delayDays: 5 } })).toEqual([
      ['2021-03-01T05:05', '1-pain.002.xml', ''],
      ['2021-03-01T05:40', '2-camt.054.xml', '12'],
      ['2021-03-08T08:00', '3-camt.054.xml', '05'],
    ]);
  });

  it('of a payment that comes back, as a credit with its reason, some bank days after it left', () => {
    const trouble = { of05: { returned: { code: 'AC06', afterDays: 2 } } };
    expect(told(trouble)).toEqual([
      ['2021-03-01T05:05', '1-pain.002.xml', ''],
      ['2021-03-01T05:40', '2-camt.054.xml', '05 12'],
      ['2021-03-03T09:00', '3-camt.054.xml', '05'],
    ]);
    const [, booked, back] = about(trouble);
    expect(booked?.text).not.toContain('CRDT');
    expect(back?.text).toContain('<CdtDbtInd>CRDT</CdtDbtInd>');
    expect(back?.text).toContain('<RtrInf><Rsn><Cd>AC06</Cd></Rsn></RtrInf>');
    expect(back?.cameBack).toEqual([{ endToEndId: `${ID}-05`, code: 'AC06' }]);
  });

  it('everything twice: the same bytes under another name, and the statement of the evening', () => {
    expect(told({ tellsTwice: true })).toEqual([
      ['2021-03-01T05:05', '1-pain.002.xml', ''],
      ['2021-03-01T05:40', '2-camt.054.xml', '05 12'],
      ['2021-03-01T17:30', '3-camt.053.xml', '05 12'],
      ['2021-03-01T05:50', '2-camt.054-again.xml', '05 12'],
    ]);
    const [, once, , again] = about({ tellsTwice: true });
    expect(again?.text).toBe(once?.text);
  });

  it('in the statement what the account ends the day with: below zero when money left, above when it came back', () => {
    const trouble: Trouble = {
      tellsTwice: true,
      of05: { returned: { code: 'AC04', afterDays: 1 } },
    };
    const statements = about(trouble).filter(({ name }) => name.includes('camt.053'));
    const balances = statements.map(({ text }) =>
      [...text.matchAll(/<Cd>(OPBD|CLBD)<.*?"SEK">([\d.]+)<.*?<CdtDbtInd>(\w+)</g)].map(
        ([, code, amount, direction]) => `${code} ${amount} ${direction}`,
      ),
    );
    expect(balances).toEqual([
      ['OPBD 0.00 CRDT', 'CLBD 2000.00 DBIT'],
      ['OPBD 0.00 CRDT', 'CLBD 1000.00 CRDT'],
    ]);
  });

  it('that it has taken the file when it has booked it already', () => {
    expect(told({ outOfOrder: true }).map(([, name]) => name)).toEqual([
      '1-camt.054.xml',
      '2-pain.002.xml',
    ]);
  });

  it('of a payment that nobody here has sent', () => {
    const [, , another] = about({ tellsOfAnother: true });
    expect([
      another?.odd,
      another?.text.includes('STB-'),
      another?.text.includes('ANNAN-KUND-1'),
    ]).toEqual([true, true, true]);
    expect(another?.text.replaceAll('LOKALBANK-STB', '')).not.toContain('STB-');
  });

  it('half of something, before it says the whole', () => {
    const [, half, whole] = about({ cutOff: true });
    expect([half?.odd, whole?.odd]).toEqual([true, false]);
    expect(half?.text.endsWith('</Document>\n')).toBe(false);
    expect(half?.text.length).toBe(Math.floor((whole?.text.length ?? 0) / 2));
  });

  it('that it refuses the whole file, and no word more', () => {
    const [only, ...more] = about({ refused: true });
    expect(more).toEqual([]);
    expect(only?.text).toContain('<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd>');
    expect(only?.cameBack.map(({ endToEndId }) => endToEndId)).toEqual([`${ID}-05`, `${ID}-12`]);
  });

  it('books on the next bank day what is to be paid on a Saturday', () => {
    const file = fileOf({ ...sent, day: '2022-10-01' });
    const [, booked] = deliveriesAbout(file, received('2022-10-01'), treatment({}));
    expect(booked?.at).toBe('2022-10-03T07:00:00.000Z');
  });
});

describe('Every file of the local bank', () => {
  const everything: Trouble = {
    ...{ tellsTwice: true, tellsOfAnother: true, outOfOrder: true },
    of05: { delayDays: 1, returned: { code: 'AC04', afterDays: 1 } },
  };

  it('says by its ids and names that no bank has sent it, and has a name of its own', () => {
    const all = about({ ...everything, cutOff: true });
    expect(all).toHaveLength(10);
    for (const { name, text } of all) {
      expect(name).toMatch(/^LOKALBANK-/);
      expect(text).toContain('<MsgId>LOKALBANK-');
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('has an id of at most 35 characters, also about the longest id of ours', () => {
    const file = fileOf({ case: 'reissue-2021-ihsi-skr-1', payees: ['SKR'] });
    for (const { text } of deliveriesAbout(file, received(), treatment(everything)))
      expect(/<MsgId>([^<]+)</.exec(text)?.[1]?.length).toBeLessThanOrEqual(35);
  });

  it.each(paymentFileFormats)('answers %s in the versions that go with it', (format) => {
    const formats = about(everything, format).map(({ text }) => /xsd:([^"]+)"/.exec(text)?.[1]);
    expect(new Set(formats)).toEqual(new Set(Object.values(answersTo[format])));
  });

  const troubles: readonly Trouble[] = [
    everything,
    { refused: true },
    { of05: { rejectedFor: 'AC01' } },
  ];
  const messages = paymentFileFormats.flatMap((format) =>
    [
      ...troubles.flatMap((trouble) => about(trouble, format)),
      ...refused({ code: 'DUPL', words: 'x & <y>'.repeat(30), messageId: ID, format }, received()),
    ].map(({ name, text }) => ({ name, text, schema: /xsd:([^"]+)"/.exec(text)?.[1] ?? '' })),
  );
  const checkable = messages.filter(({ schema }) => hasSchema(schema));
  it.skipIf(checkable.length === 0)(
    'is accepted by the schema of its version, where ISO20022_XSD_DIR names the schemas',
    () => {
      for (const { schema, text } of checkable) validate(schema, text);
      expect(new Set(checkable.map(({ schema }) => schema)).size).toBeGreaterThanOrEqual(5);
    },
  );
});
