import { describe, expect, it } from 'vitest';
import type { ReportedPayment } from '../../../../core/bank/report.ts';
import { readReport } from '../../../../functions/bank/read-report/read-report.ts';
import { hasSchema, validate } from '../../../helpers/iso-schemas.ts';
import {
  type AccountEntry,
  type Booked,
  bytesOf,
  camt,
  pain002,
  type StatusReport,
} from '../bank-reports.ts';

const first = 'STB-PAY-2021-03-01';
const message = 'STB-PAY-2021-03';

/** What was read, without what is the same in all of them. */
function read(xml: string): readonly ReportedPayment[] {
  const report = readReport(bytesOf(xml));
  if (!report.ok) throw new Error(JSON.stringify(report.refusal));
  return report.value.payments;
}

function refusal(xml: string | Uint8Array) {
  const report = readReport(typeof xml === 'string' ? bytesOf(xml) : xml);
  if (report.ok) throw new Error('It was read.');
  return report.refusal;
}

const DECIMAL = 'xs:decimal ≥ 0, totalDigits 18, fractionDigits 5';

const camtFormats = ['camt.053.001.02', 'camt.053.001.08', 'camt.054.001.02', 'camt.054.001.08'];

describe('A status of pain.002', () => {
  it.each([
    ...['ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC'].map((status) => [status, 'accepted']),
    ['RJCT', 'rejected'],
    ...['ACTC', 'PATC', 'PDNG', 'RCVD', 'PART', 'CANC', 'BLCK', 'XXXX'].map((status) => [
      status,
      'other',
    ]),
  ])('%s of a payment is %s', (status, result) => {
    const [said] = read(pain002({ payments: [{ endToEndId: first, status }] }));
    expect(said).toEqual({ result, status, endToEndId: first, messageId: message });
  });

  it.each(['03', '04', '09', '10', '11', '13'])('is read from version %s', (version) => {
    const report = readReport(bytesOf(pain002({ version, group: { status: 'ACCP' } })));
    expect(report).toMatchObject({
      ok: true,
      value: { kind: 'pain.002', format: `pain.002.001.${version}`, messageId: 'BANK-1' },
    });
  });

  it('comes with its reason, the bank’s words, and the amount', () => {
    const said = { endToEndId: first, status: 'RJCT', code: 'AC03', words: 'Kontot\n finns ej' };
    expect(read(pain002({ payments: [{ ...said, sek: '0100.50' }] }))).toEqual([
      {
        result: 'rejected',
        status: 'RJCT',
        code: 'AC03',
        words: 'Kontot finns ej',
        messageId: message,
        endToEndId: first,
        amount: '100.50',
        currency: 'SEK',
      },
    ]);
  });

  it('may have a reason of the bank’s own, which is put before its words', () => {
    const [said] = read(
      pain002({ payments: [{ endToEndId: first, status: 'RJCT', ownCode: 'B7', words: 'Nej' }] }),
    );
    expect(said).toMatchObject({ words: 'B7 Nej' });
    expect(said).not.toHaveProperty('code');
  });

  it('may have a code that is none of the list, which is put before the words too', () => {
    const [said] = read(
      pain002({ payments: [{ endToEndId: first, status: 'RJCT', code: 'nope!', words: 'Nej' }] }),
    );
    expect(said).toMatchObject({ words: 'nope! Nej' });
  });

  it('keeps no more than 200 characters of the bank’s words', () => {
    const words = 'å'.repeat(300);
    const [said] = read(pain002({ payments: [{ endToEndId: first, status: 'RJCT', words }] }));
    expect(said?.words).toBe('å'.repeat(200));
  });
});

describe('The most specific level of pain.002 speaks', () => {
  const table: readonly [string, StatusReport, readonly Partial<ReportedPayment>[]][] = [
    [
      'the message, when nothing is under it',
      { group: { status: 'RJCT', code: 'DUPL' }, totals: { number: 21, sum: '1000.00' } },
      [
        {
          result: 'rejected',
          status: 'RJCT',
          code: 'DUPL',
          messageId: message,
          numberOfTransactions: 21,
          amount: '1000.00',
        },
      ],
    ],
    [
      'the group of payments, before the message',
      { group: { status: 'ACCP' }, part: { status: 'RJCT', code: 'AM05' } },
      [{ result: 'rejected', status: 'RJCT', code: 'AM05', messageId: message }],
    ],
    [
      'the payment, before both',
      {
        group: { status: 'RJCT' },
        part: { status: 'RJCT' },
        payments: [{ endToEndId: first, status: 'ACCP' }],
      },
      [
        { result: 'accepted', status: 'ACCP', messageId: message, endToEndId: first },
        { result: 'rejected', status: 'RJCT', messageId: message },
      ],
    ],
    [
      'the group of payments for a payment without a status',
      { part: { status: 'RJCT', code: 'AC01' }, payments: [{ endToEndId: first }] },
      [
        {
          result: 'rejected',
          status: 'RJCT',
          code: 'AC01',
          messageId: message,
          endToEndId: first,
        },
        { result: 'rejected', status: 'RJCT', code: 'AC01', messageId: message },
      ],
    ],
    [
      'the message for a payment without a status, when the group has none',
      { group: { status: 'ACSC' }, payments: [{ endToEndId: first }] },
      [{ result: 'accepted', status: 'ACSC', messageId: message, endToEndId: first }],
    ],
    [
      'a refused message, of those that are not named, with what it says of all',
      {
        group: { status: 'RJCT', code: 'AM10' },
        totals: { number: 21, sum: '1000' },
        payments: [{ endToEndId: first, status: 'RJCT', code: 'AC01' }],
      },
      [
        { result: 'rejected', status: 'RJCT', code: 'AC01', messageId: message, endToEndId: first },
        {
          ...{ result: 'rejected', status: 'RJCT', code: 'AM10', messageId: message },
          ...{ numberOfTransactions: 21, amount: '1000' },
        },
      ],
    ],
    [
      'a message that is cancelled, of those that are not named',
      { group: { status: 'CANC' }, payments: [{ endToEndId: first, status: 'ACCP' }] },
      [
        { result: 'accepted', status: 'ACCP', messageId: message, endToEndId: first },
        { result: 'other', status: 'CANC', messageId: message },
      ],
    ],
    [
      'a refused message, of nobody where one is named that nobody can tell',
      { group: { status: 'RJCT' }, payments: [{ status: 'ACCP' }] },
      [
        { result: 'accepted', status: 'ACCP', messageId: message, unclear: true },
        { result: 'rejected', status: 'RJCT', messageId: message, unclear: true },
      ],
    ],
    [
      'a message that is partly accepted: only those that are named',
      { group: { status: 'PART' }, payments: [{ endToEndId: first, status: 'RJCT' }] },
      [{ result: 'rejected', status: 'RJCT', messageId: message, endToEndId: first }],
    ],
    [
      'a payment by the id of its instruction, where no end-to-end id is given',
      {
        payments: [
          { instructionId: first, status: 'RJCT' },
          { instructionId: first, endToEndId: 'NOTPROVIDED', status: 'RJCT' },
        ],
      },
      [
        { result: 'rejected', status: 'RJCT', messageId: message, endToEndId: first },
        { result: 'rejected', status: 'RJCT', messageId: message, endToEndId: first },
      ],
    ],
    [
      'a payment by its end-to-end id, though the id of its instruction is the bank’s own',
      { payments: [{ instructionId: 'B-7', endToEndId: first, status: 'RJCT' }] },
      [{ result: 'rejected', status: 'RJCT', messageId: message, endToEndId: first }],
    ],
    [
      'a payment by two ids of ours that differ: nobody knows which it is',
      { payments: [{ instructionId: `${message}-03`, endToEndId: first, status: 'RJCT' }] },
      [
        {
          result: 'rejected',
          status: 'RJCT',
          messageId: message,
          endToEndId: first,
          unclear: true,
        },
      ],
    ],
    [
      'a payment of the bank’s own ids alone: of none',
      { payments: [{ instructionId: 'B-7', endToEndId: 'NOTPROVIDED', status: 'RJCT' }] },
      [{ result: 'rejected', status: 'RJCT', messageId: message, unclear: true }],
    ],
    [
      'a payment without its id: nobody knows which it is, so it is of none',
      { payments: [{ status: 'RJCT' }] },
      [{ result: 'rejected', status: 'RJCT', messageId: message, unclear: true }],
    ],
  ];
  it.each(table)('%s', (_what, report, said) => {
    expect(read(pain002(report))).toEqual(said);
  });
});

describe.each(camtFormats)('A movement of %s', (format) => {
  const entry = (of: Partial<AccountEntry>, payment?: Booked) =>
    read(
      camt({ format, entries: [{ sek: '100', ...of, ...(payment && { payments: [payment] }) }] }),
    );
  const debit = 'BOOK DBIT PMNT/ICDT/DMCT';
  const of = format.startsWith('camt.053') ? 'statement' : 'notification';
  const place = { of, id: 'S-1', entry: 1 };

  it('that is a booked debit is the payment', () => {
    expect(
      entry(
        { reference: 'R-1', day: '2021-03-02' },
        { endToEndId: first, messageId: message, sek: '100.00', reference: 'R-2' },
      ),
    ).toEqual([
      {
        result: 'booked',
        status: debit,
        messageId: message,
        endToEndId: first,
        amount: '100.00',
        currency: 'SEK',
        bankReference: 'R-2',
        entryReference: 'R-1',
        day: '2021-03-02',
        place,
      },
    ]);
  });

  it('has no reference and no number where the bank writes that it gives none', () => {
    for (const none of ['NONREF', 'nonref', 'NOTPROVIDED', 'NOT PROVIDED', '000', '-', ' ']) {
      const payment = { endToEndId: first, sek: '100', reference: none };
      const [said] = entry({ reference: none, number: none, day: '2021-03-02' }, payment);
      expect(said).not.toHaveProperty('bankReference');
      expect(said).not.toHaveProperty('entryReference');
      expect(said).toMatchObject({ day: '2021-03-02', place });
      expect(entry({ reference: none })[0]).toMatchObject({ day: '2021-03-01' });
    }
    for (const given of ['NONREF-1', '0001', 'Å'])
      expect(entry({ reference: given, number: given })[0]).toMatchObject({
        ...{ bankReference: given, entryReference: given, place: { ...place, entry: given } },
      });
  });

  it('is of the day on which the bank made the statement, where nothing else names it', () => {
    expect(entry({})[0]).toMatchObject({ day: '2021-03-01' });
    expect(entry({ reference: 'R-1' })[0]).not.toHaveProperty('day');
    const xml = camt({ format, entries: [{ sek: '1' }] });
    const undated = xml.replace(/<Id>S-1<\/Id><CreDtTm>[^<]*<\/CreDtTm>/, '<Id>S-1</Id>');
    expect(undated).not.toBe(xml);
    expect(read(undated)[0]).toMatchObject({ day: '2021-03-01' });
  });

  it.each([
    ['2021-03-02T23:10:00+01:00', '2021-03-02'],
    ['2021-03-02T23:10:00', '2021-03-02'],
    ['2021-03-02T23:10:00Z', '2021-03-03'],
    ['2021-03-02T23:10:00.123-02:00', '2021-03-03'],
    ['2021-03-03T00:10:00+03:00', '2021-03-02'],
    ['2021-03-28T22:30:00Z', '2021-03-29'],
  ])('of the moment %s is of Stockholm’s day %s', (moment, day) => {
    const createdAt = '2021-03-28T09:00:00';
    const xml = camt({ format, createdAt, entries: [{ sek: '1', day: '2021-03-02' }] });
    const said = xml.replace('<Dt>2021-03-02</Dt>', `<DtTm>${moment}</DtTm>`);
    expect(said).not.toBe(xml);
    expect(read(said)[0]).toMatchObject({ day });
    const made = camt({ format, createdAt: moment, entries: [{ sek: '1' }] });
    expect(read(made)[0]).toMatchObject({ day });
  });

  it.each([
    ...['2021-02-30', '2021-13-01', '0001-01-01', '2020-01-25', '2021-03-12', '9999-12-31'],
    ...['2021-03-01T24:00:00', '2021-03-01T10:00:00+15:00', '2021-02-30T10:00:00Z', '1 mars'],
  ])('of the day %s refuses the file, and says what is allowed', (day) => {
    const xml = camt({ format, entries: [{ sek: '1', day }] });
    const said = refusal(
      day.includes('T') ? xml.replace(/BookgDt><Dt>([^<]*)<.Dt>/, 'BookgDt><DtTm>$1</DtTm>') : xml,
    );
    expect(said).toMatchObject({
      code: 'incomplete',
      facts: { where: expect.stringMatching(/BookgDt$/), given: `"${day}"` },
    });
  });

  it('of the first and the last day that a statement can be of is taken', () => {
    for (const day of ['2020-01-26', '2021-03-11', '2020-02-29'])
      expect(read(camt({ format, entries: [{ sek: '1', day }] }))[0]).toMatchObject({ day });
  });

  it('in a statement that was made before there were any refuses the file', () => {
    const xml = camt({
      format,
      createdAt: '0001-01-02T00:00:00',
      entries: [{ sek: '1', day: '0001-01-01' }],
    });
    expect(refusal(xml)).toMatchObject({ facts: { allowed: '2000-01-01–' } });
  });

  it('may be of a moment of its day', () => {
    const xml = camt({ format, entries: [{ sek: '1', day: '2021-03-02' }] });
    const moment = xml.replace('<Dt>2021-03-02</Dt>', '<DtTm>2021-03-02T23:10:00+01:00</DtTm>');
    expect(read(moment)[0]).toMatchObject({ day: '2021-03-02' });
  });

  it.each([
    ['a credit with a return reason', 'CRDT', {}, { returned: { code: 'AC04' } }, 'returned'],
    ['a credit of the kind RRTN', 'CRDT', { kind: 'PMNT/ICDT/RRTN' }, {}, 'returned'],
    ['a credit of the kind RPCR', 'CRDT', { kind: 'PMNT/ICDT/RPCR' }, {}, 'returned'],
    ['a credit whose transaction is RRTN', 'CRDT', {}, { kind: 'PMNT/ICDT/RRTN' }, 'returned'],
    ['a reversed debit', 'CRDT', { reversal: 'true' }, {}, 'returned'],
    ['a debit that is no reversal', 'DBIT', { reversal: '0' }, {}, 'booked'],
    ['a credit with none of these', 'CRDT', {}, {}, 'other'],
    ['a debit with a return reason', 'DBIT', {}, { returned: { code: 'AC04' } }, 'other'],
    ['a reversed credit', 'DBIT', { reversal: '1' }, {}, 'other'],
  ] as const)('that is %s', (_what, direction, more, payment, result) => {
    const [said] = entry({ direction, ...more }, { endToEndId: first, ...payment });
    expect(said?.result).toBe(result);
    expect(said?.unclear).toBe(result === 'other' ? true : undefined);
  });

  it.each(['PDNG', 'INFO'])('that is %s has not happened', (status) => {
    const [said] = entry({ status }, { endToEndId: first });
    expect(said).toMatchObject({ result: 'other', status: `${status} DBIT PMNT/ICDT/DMCT` });
    expect(said).not.toHaveProperty('unclear');
  });

  it('says why it came back', () => {
    const [said] = entry(
      { direction: 'CRDT' },
      { endToEndId: first, returned: { code: 'AC04', words: 'Closed' } },
    );
    expect(said).toMatchObject({ code: 'AC04', words: 'Closed' });
  });

  it.each(['TxAmt', 'InstdAmt'] as const)('has the amount that stands in %s', (amountIn) => {
    const [said] = entry({ sek: '500' }, { endToEndId: first, sek: '100', amountIn });
    expect(said).toMatchObject({ amount: '100' });
  });

  it('has the amount of the entry when it is alone in it and states none', () => {
    expect(entry({}, { endToEndId: first })[0]).toMatchObject({ amount: '100', currency: 'SEK' });
  });

  it('has no amount when it states none and is not alone', () => {
    const said = read(
      camt({
        format,
        entries: [
          { sek: '100', payments: [{ endToEndId: first }, { endToEndId: `${message}-03` }] },
        ],
      }),
    );
    expect(said.map((each) => 'amount' in each)).toEqual([false, false]);
  });

  it('that names a batch and no payment is one of the whole message', () => {
    expect(entry({ batch: { messageId: message, number: 2, sek: '100' } })).toEqual([
      {
        result: 'booked',
        status: debit,
        messageId: message,
        amount: '100',
        currency: 'SEK',
        day: '2021-03-01',
        place,
        numberOfTransactions: 2,
      },
    ]);
    expect(entry({ batch: { partId: message } })).toMatchObject([
      { messageId: message, amount: '100' },
    ]);
  });

  it('may name its message by the batch, beside an id of the bank’s own', () => {
    const [said] = entry(
      { batch: { messageId: message } },
      { messageId: 'B-77', endToEndId: 'NOTPROVIDED' },
    );
    expect(said).toMatchObject({ messageId: message });
    expect(said).not.toHaveProperty('endToEndId');
  });

  it.each([
    ['the id of its instruction, where no end-to-end id is given', { instructionId: first }, first],
    [
      'the id of its instruction, where none is provided',
      { instructionId: first, endToEndId: 'NOTPROVIDED' },
      first,
    ],
    [
      'its end-to-end id, where both are ours and the same',
      { instructionId: first, endToEndId: first },
      first,
    ],
    [
      'its end-to-end id, where the id of its instruction is another’s',
      { instructionId: 'B-7', endToEndId: first },
      first,
    ],
    [
      'an end-to-end id that is not ours, beside an instruction that is',
      { instructionId: first, endToEndId: 'INV-17' },
      'INV-17',
    ],
    ['no id, where the instruction’s is the bank’s own', { instructionId: 'B-7' }, undefined],
  ])('is named by %s', (_what, ids, endToEndId) => {
    const [said] = entry({}, ids);
    expect(said?.endToEndId).toBe(endToEndId);
    expect(said).not.toHaveProperty('unclear');
  });

  it('that names two payments of ours is unclear', () => {
    const [said] = entry({}, { instructionId: `${message}-03`, endToEndId: first });
    expect(said).toMatchObject({ unclear: true });
  });

  it('that names two messages of ours is unclear', () => {
    const [said] = entry({ batch: { messageId: message } }, { messageId: 'STB-PAY-2021-04' });
    expect(said).toMatchObject({ unclear: true });
  });

  it('without any id is told by its amount', () => {
    expect(entry({ kind: 'PMNT/MDOP/CHRG' })).toEqual([
      {
        ...{ result: 'booked', status: 'BOOK DBIT PMNT/MDOP/CHRG', amount: '100', currency: 'SEK' },
        day: '2021-03-01',
        place,
      },
    ]);
  });
});

describe('An amount', () => {
  it.each([
    ['0100.50', '100.50'],
    ['000000000000149.87', '149.87'],
    [`${'0'.repeat(80)}1.5`, '1.5'],
    ['.50', '0.50'],
    ['100.', '100'],
    ['+100', '100'],
    ['+00.5', '0.5'],
    ['0', '0'],
    ['-0.00', '0.00'],
    ['000', '0'],
    ['1.000000000', '1.00000'],
    ['123456789012345678', '123456789012345678'],
    ['0123456789012.34567', '123456789012.34567'],
  ])('that is written %s is %s', (written, amount) => {
    expect(
      read(pain002({ payments: [{ endToEndId: first, status: 'RJCT', sek: written }] })),
    ).toMatchObject([{ amount }]);
    expect(read(camt({ entries: [{ sek: written }] }))).toMatchObject([{ amount }]);
    const totals = { sum: written, number: 21 };
    expect(read(pain002({ group: { status: 'RJCT' }, totals }))).toMatchObject([{ amount }]);
  });

  it.each([
    ['of nineteen digits', '1234567890123456789'],
    ['of fourteen digits and five decimals', '12345678901234.56789'],
    ['of six decimals', '0.000001'],
    ['below zero', '-0.01'],
    ['of no digit', '.'],
    ['of a sign', '+'],
    ['of nothing', ' '],
    ['with two points', '1.2.3'],
    ['with a comma', '1,5'],
    ['with blanks between', '1 000'],
    ['with an exponent', '1E3'],
    ['without end', 'INF'],
    ['of other digits', '１'],
    ['of more zeros than anybody writes', '0'.repeat(101)],
  ])('%s is refused', (_what, written) => {
    expect(refusal(camt({ entries: [{ sek: written }] }))).toMatchObject({
      code: 'incomplete',
      facts: { allowed: DECIMAL },
    });
  });

  it('may be of a count with zeros in front', () => {
    const totals = { number: '000000000000021' as unknown as number };
    expect(read(pain002({ group: { status: 'ACCP' }, totals }))).toMatchObject([
      { numberOfTransactions: 21 },
    ]);
  });
});

it('A transaction of version 04 or later may go another way than its entry', () => {
  const [said] = read(
    camt({
      entries: [
        {
          sek: '1',
          payments: [{ endToEndId: first, direction: 'CRDT', returned: { ownCode: 'B' } }],
        },
      ],
    }),
  );
  expect(said).toMatchObject({ result: 'returned', words: 'B' });
});

it('A status of the bank’s own has not happened', () => {
  const xml = camt({ entries: [{ sek: '1' }] }).replace('<Cd>BOOK</Cd>', '<Prtry>KLAR</Prtry>');
  expect(read(xml)).toMatchObject([{ result: 'other', status: 'KLAR DBIT PMNT/ICDT/DMCT' }]);
});

it('Batches of one entry have their own totals, and none when they state none', () => {
  const two = `<NtryDtls><Btch><MsgId>${message}</MsgId></Btch></NtryDtls>`;
  const xml = camt({ entries: [{ sek: '100', batch: { messageId: message, sek: '60' } }] }).replace(
    '</Ntry>',
    `${two}</Ntry>`,
  );
  expect(read(xml).map(({ amount }) => amount)).toEqual(['60', undefined]);
});

it('A statement without movements says nothing', () => {
  expect(read(camt({ format: 'camt.053.001.08' }))).toEqual([]);
});

describe('Refused as unreadable', () => {
  const good = pain002({ payments: [{ endToEndId: first, status: 'RJCT', sek: '100' }] });
  const movement = camt({ entries: [{ sek: '100', reversal: 'false' }] });
  const changed = (xml: string, from: string | RegExp, to: string): string => {
    const other = xml.replace(from, to);
    if (other === xml) throw new Error(`${from} is not in it.`);
    return other;
  };

  it.each([
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x3c, 0x00])],
    ['Latin-1', Buffer.from('<a>å</a>', 'latin1')],
    ['what says it is Latin-1', changed(good, 'UTF-8', 'ISO-8859-1')],
  ])('%s, as not UTF-8', (_what, xml) => {
    expect(refusal(xml)).toMatchObject({ code: 'not-utf-8', facts: { allowed: 'UTF-8' } });
  });

  it('more than 5 MB', () => {
    expect(refusal(new Uint8Array(5_000_001))).toEqual({
      code: 'too-large',
      facts: { where: '/', given: '5000001 bytes', allowed: '5000000 bytes' },
    });
  });

  it.each([
    '<!DOCTYPE Document>',
    '<!doctype x [<!ENTITY e "1">]>',
    '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
  ])('a document type: %s', (doctype) => {
    expect(refusal(changed(good, '<Document', `${doctype}<Document`))).toMatchObject({
      code: 'has-doctype',
      facts: { where: 'line 2' },
    });
  });

  it.each([
    ['nothing at all', ''],
    ['no XML', 'RJCT'],
    ['half a file', good.slice(0, good.length / 2)],
    ['two roots', `${good}<x/>`],
    ['text after the root', `${good}x`],
    ['an element that is not closed', changed(good, '</OrgnlMsgId>', '')],
    ['an element closed by another', changed(good, '</OrgnlMsgId>', '</OrgnlMsgID>')],
    ['an unknown entity', changed(good, 'BANK-1', '&bank;')],
    ['an ampersand by itself', changed(good, 'BANK-1', 'A & B')],
    ['a section that ends and never began', changed(good, 'BANK-1', 'A ]]> B')],
    ['an attribute without quotes', changed(good, '"SEK"', 'SEK')],
    ['a character that XML has not', changed(good, 'BANK-1', 'BANK\u0001')],
    ['its number', changed(good, 'BANK-1', 'BANK&#1;')],
    ['a number that is no character', changed(good, 'BANK-1', 'BANK&#x110000;')],
    ['half a character', changed(good, 'BANK-1', 'BANK&#xD800;')],
    ['XML 1.1', changed(good, '"1.0"', '"1.1"')],
  ])('what is not well-formed: %s', (_what, xml) => {
    expect(refusal(xml)).toMatchObject({ code: 'not-xml', facts: { allowed: 'XML 1.0' } });
  });

  it.each([
    ['a payment file', changed(good, 'pain.002.001.10', 'pain.001.001.09')],
    ['an older version', changed(good, 'pain.002.001.10', 'pain.002.001.02')],
    ['an older statement', changed(movement, 'camt.054.001.08', 'camt.054.001.01')],
    ['another list of codes', changed(good, '001.10', '002.10')],
    ['no namespace', changed(good, / xmlns="[^"]*"/, '')],
    ['another root', good.replaceAll('Document', 'Envelope')],
  ])('another format: %s', (_what, xml) => {
    expect(refusal(xml)).toMatchObject({
      code: 'unknown-format',
      facts: { allowed: 'pain.002.001.03–, camt.053.001.02–, camt.054.001.02–' },
    });
  });

  it.each([
    ['MsgId', changed(good, '<MsgId>BANK-1</MsgId>', '')],
    ['CreDtTm', changed(good, /<CreDtTm>[^<]*<\/CreDtTm>/, '')],
    ['OrgnlMsgId', changed(good, /<OrgnlMsgId>[^<]*<\/OrgnlMsgId>/, '')],
    ['TxSts', changed(good, '<TxSts>RJCT</TxSts>', '')],
    ['CstmrPmtStsRpt', good.replaceAll('CstmrPmtStsRpt', 'Other')],
    ['GrpSts', pain002({})],
    ['Ntfctn', movement.replaceAll('Ntfctn>', 'Other>').replaceAll('DbtCdtOther', 'DbtCdtNtfctn')],
    ['Amt', changed(movement, '<Amt Ccy="SEK">100</Amt>', '')],
    ['CdtDbtInd', changed(movement, '<CdtDbtInd>DBIT</CdtDbtInd>', '')],
    ['Sts', changed(movement, '<Sts><Cd>BOOK</Cd></Sts>', '')],
  ])('what lacks %s', (name, xml) => {
    const { code, facts } = refusal(xml);
    expect(code).toBe('incomplete');
    expect(facts.where.split('/')).toContain(name);
    expect(facts.given).toContain('0 × ');
  });

  it.each([
    ['MsgId', changed(good, '<MsgId>', '<MsgId>A</MsgId><MsgId>'), '2 × MsgId', '1 × MsgId'],
    [
      'OrgnlEndToEndId',
      changed(good, '<OrgnlEndToEndId>', '<OrgnlEndToEndId>A</OrgnlEndToEndId><OrgnlEndToEndId>'),
      '2 × OrgnlEndToEndId',
      '1 × OrgnlEndToEndId',
    ],
    ['TxSts', changed(good, 'RJCT', '<b>RJCT</b>'), '<b>', 'text'],
    ['MsgId', changed(good, 'BANK-1', ''), '""', 'Max35Text'],
    ['MsgId', changed(good, 'BANK-1', 'x'.repeat(36)), `"${'x'.repeat(36)}"`, 'Max35Text'],
    ['InstdAmt', changed(good, '>100<', '>1e2<'), '"1e2"', DECIMAL],
    ['InstdAmt', changed(good, '>100<', '>-100<'), '"-100"', DECIMAL],
    ['InstdAmt', changed(good, '>100<', '>1.000001<'), '"1.000001"', DECIMAL],
    [
      'InstdAmt',
      changed(good, '<InstdAmt', '<InstdAmt xmlns="urn:x"'),
      '"urn:x"',
      'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10',
    ],
    ['@Ccy', changed(good, '"SEK"', '"sek"'), '"sek"', '[A-Z]{3}'],
    ['@Ccy', changed(good, ' Ccy="SEK"', ''), '""', '[A-Z]{3}'],
    ['CdtDbtInd', changed(movement, 'DBIT', 'BOTH'), '"BOTH"', 'CRDT | DBIT'],
    ['RvslInd', changed(movement, 'false', 'no'), '"no"', 'true | false | 1 | 0'],
    [
      'OrgnlNbOfTxs',
      pain002({ group: { status: 'ACCP' }, totals: { number: -1 } }),
      '"-1"',
      '[0-9]{1,15}',
    ],
  ])('a wrong %s', (name, xml, given, allowed) => {
    const { code, facts } = refusal(xml);
    expect(code).toBe('incomplete');
    expect(facts.where.split('/').at(-1)).toBe(name);
    expect(facts).toMatchObject({ given, allowed });
  });

  it('more tags than any report has, before they are read', () => {
    expect(refusal('<a>'.repeat(100_001))).toEqual({
      code: 'too-many-entries',
      facts: { where: '/', given: '100001 × <', allowed: '100000 × <' },
    });
  });

  it('more than 500 entries, however long their texts are', () => {
    const entries = (count: number, words: string): AccountEntry[] =>
      Array.from({ length: count }, () => ({
        sek: '1',
        direction: 'CRDT',
        payments: [{ endToEndId: first, returned: { words } }],
      }));
    expect(refusal(camt({ entries: entries(501, '') }))).toEqual({
      code: 'too-many-entries',
      facts: { where: '/', given: '501', allowed: '500' },
    });
    expect(read(camt({ entries: entries(500, 'å'.repeat(200)) }))).toHaveLength(500);
  });

  it.each([
    ['of no form that a date has', '1 mars', 'YYYY-MM-DD, YYYY-MM-DDThh:mm:ss'],
    ['that is empty', '', 'Max35Text'],
  ])('a booking day %s', (_what, day, allowed) => {
    expect(refusal(camt({ entries: [{ sek: '1', day }] }))).toMatchObject({
      code: 'incomplete',
      facts: { allowed },
    });
  });

  it('a statement that names no account', () => {
    const xml = changed(movement, /<Acct>.*<\/Acct>/, '');
    expect(refusal(xml)).toMatchObject({
      code: 'incomplete',
      facts: { where: expect.stringContaining('Ntfctn/Acct'), given: '0 × Acct/Id' },
    });
  });
});

it('A statement is of the accounts that it names, each once, and a report on orders of none', () => {
  const accountsOf = (xml: string) => {
    const report = readReport(bytesOf(xml));
    if (!report.ok) throw new Error(report.refusal.code);
    return report.value.accounts;
  };
  const one = camt({ format: 'camt.053.001.08', account: 'SE4550000000058398257466' });
  const [statement = ''] = /<Stmt>.*<\/Stmt>/.exec(one) ?? [];
  const other = statement.replace(/<IBAN>.*<\/IBAN>/, '<Othr><Id>5050-1055</Id></Othr>');
  expect(accountsOf(one.replace(statement, statement + statement + other))).toEqual([
    'SE4550000000058398257466',
    '5050-1055',
  ]);
  expect(accountsOf(pain002({ group: { status: 'ACCP' } }))).toEqual([]);
});

describe.skipIf(!hasSchema('pain.002.001.11'))('What these tests read', () => {
  const payments = [
    { endToEndId: first, messageId: message, sek: '100', returned: { code: 'AC04', words: 'x' } },
  ];
  it.each([
    [
      'pain.002.001.11',
      pain002({
        version: '11',
        group: { status: 'PART' },
        totals: { number: 2, sum: '300' },
        payments: [{ endToEndId: first, status: 'RJCT', code: 'AC03', words: 'x', sek: '100' }],
      }),
    ],
    ...camtFormats.map((format) => [
      format,
      camt({
        format,
        entries: [
          { sek: '100', reference: 'R', reversal: 'true', payments },
          { sek: '300', batch: { messageId: message, number: 2, sek: '300' } },
        ],
      }),
    ]),
  ])('is a valid %s', (name = '', xml = '') => {
    expect(() => validate(name, xml)).not.toThrow();
  });
});
