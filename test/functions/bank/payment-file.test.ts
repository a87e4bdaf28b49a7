import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankOrder } from '../../../core/bank/bank-order.ts';
import { fileFaults } from '../../../core/bank/file-rules.ts';
import { type Debtor, paymentFileFormats } from '../../../core/payment/debtor.ts';
import { paymentFile } from '../../../functions/bank/payment-file.ts';
import { anyOrder, order, orderWith } from '../../core/bank/orders.ts';
import { cases } from '../../helpers/cases.ts';
import { readBack } from './read-back.ts';

function fileOf(given: BankOrder) {
  const file = paymentFile(given);
  if (file.sent !== 'file') throw new Error('There is something to send.');
  return { ...file, text: new TextDecoder('utf-8', { fatal: true }).decode(file.bytes) };
}

const from = (change: Partial<Debtor>) =>
  order(({ debtor }) => ({ debtor: { ...debtor, ...change } }));

describe('A payment file', () => {
  it('pays by bankgiro as member 9900 and by plusgiro as member 9960, digits only', () => {
    const { payments } = readBack(fileOf(order()).text);
    expect(
      payments.map(({ clearing, scheme, account, name }) => [clearing, scheme, account, name]),
    ).toEqual([
      ['9900', 'BGNR', '9901000', 'Region Stockholm'],
      ['9900', 'BGNR', '50501055', 'Region Östergötland'],
      ['9960', 'BBAN', '9020033', 'Region Gotland'],
    ]);
  });

  it.each([
    ['pain.001.001.03', '<BIC>SWEDSESS</BIC>', '<ReqdExctnDt>2022-05-02</ReqdExctnDt>'],
    [
      'pain.001.001.09',
      '<BICFI>SWEDSESS</BICFI>',
      '<ReqdExctnDt>\n        <Dt>2022-05-02</Dt>\n      </ReqdExctnDt>',
    ],
  ] as const)('in the form %s names the bank by %s and has that day', (fileFormat, bic, day) => {
    const { text } = fileOf(from({ fileFormat }));
    expect(readBack(text).namespace).toBe(`urn:iso:std:iso:20022:tech:xsd:${fileFormat}`);
    expect(text).toContain(bic);
    expect(text).toContain(day);
  });

  it.each([
    ['a bankgiro', '5050-1055', '<Id>50501055</Id>', '<Prtry>BGNR</Prtry>'],
    ['a plusgiro', '902003-3', '<Id>9020033</Id>', '<Cd>BBAN</Cd>'],
    ['an IBAN', 'SE4550000000058398257466', '<IBAN>SE4550000000058398257466</IBAN>', '<Ccy>SEK'],
  ])('leaves from %s', (_, account, id, scheme) => {
    const debtorAccount = /<DbtrAcct>.*<\/DbtrAcct>/s.exec(fileOf(from({ account })).text)?.[0];
    expect(debtorAccount).toContain(id);
    expect(debtorAccount).toContain(scheme);
  });

  describe.each(paymentFileFormats)('in the form %s', (fileFormat) => {
    it('holds no address when no town is set: a giro payment needs none', () => {
      expect(fileOf(from({ fileFormat })).text).not.toContain('PstlAdr');
    });

    it('holds the address of who pays, whole, when its town is set, and no other', () => {
      const { text } = fileOf(from({ fileFormat, town: 'Karlstad' }));
      expect(
        text.match(/<PstlAdr>.*?<\/PstlAdr>/gs)?.map((each) => each.replace(/\s+/g, '')),
      ).toEqual(['<PstlAdr><TwnNm>Karlstad</TwnNm><Ctry>SE</Ctry></PstlAdr>']);
      expect(text).toMatch(/<Dbtr>\s*<Nm>Kammarkollegiet<\/Nm>\s*<PstlAdr>/);
    });
  });

  it('says who sends it: the agreement first, as the bank knows it, and the organisation number', () => {
    expect(readBack(fileOf(order()).text).initiator).toEqual(['5050105500', '2021000829']);
  });

  it('is named after its case, and its hash is that of its bytes', () => {
    const file = fileOf(order());
    expect(file.name).toBe('2022/STB-PAY-2022-05.xml');
    expect(file.hash).toBe(createHash('sha256').update(file.bytes).digest('hex'));
  });

  it('is none when nobody is paid: nothing is sent, and the hash is that of no bytes', () => {
    const nobody = { transactions: [], numberOfTransactions: 0, controlSumSek: '0' };
    expect(paymentFile(order(() => nobody))).toEqual({
      sent: 'nothing',
      hash: createHash('sha256').digest('hex'),
    });
  });

  it.each([
    ['a sum with nobody to pay it to', { transactions: [], numberOfTransactions: 0 }],
    ['another sum than its payments', { controlSumSek: '1' }],
  ])('is impossible with %s', (_, change) => {
    expect(() => paymentFile(order(() => change))).toThrow(
      expect.objectContaining({ name: 'PaymentFileImpossible' }),
    );
  });

  it('is impossible with any fault, and names each of them', () => {
    const wrong = orderWith('09', () => ({ plusgiro: '902003-4', reference: '' }));
    expect(() => paymentFile(wrong)).toThrow(
      /^payout-2022-05: 09\/plusgiro is "902003-4"; allowed is .+; 09\/reference is ""; allowed is .+\.$/,
    );
  });
});

describe('The payment file of any order', () => {
  it('reads back as the same payments, sums, ids and days', () => {
    fc.assert(
      fc.property(anyOrder, (any) => {
        expect(fileFaults(any)).toEqual([]);
        const back = readBack(fileOf(any).text);
        const { debtor } = any;
        const count = `${any.transactions.length}`;
        const sum = `${any.transactions.reduce((all, { sek }) => all + BigInt(sek), 0n)}.00`;
        expect(back).toEqual({
          namespace: `urn:iso:std:iso:20022:tech:xsd:${debtor.fileFormat}`,
          messageId: any.messageId,
          createdAt: any.createdAt,
          initiator: [debtor.bankAgreement, '2021000829'],
          counts: [count, count],
          sums: [sum, sum],
          executionDay: any.executionDay,
          debtor: {
            name: debtor.name,
            number: '2021000829',
            account: debtor.account.replace('-', ''),
          },
          payments: any.transactions.map((each) => ({
            endToEndId: each.endToEndId,
            amount: `${each.sek}.00`,
            currency: 'SEK',
            clearing: each.bankgiro === undefined ? '9960' : '9900',
            name: each.name,
            number: each.organisationNumber.replace('-', ''),
            scheme: each.bankgiro === undefined ? 'BBAN' : 'BGNR',
            account: (each.bankgiro ?? each.plusgiro ?? '').replace('-', ''),
            reference: each.reference,
          })),
        });
      }),
      cases(300),
    );
  });

  it('is the same to the byte on every call, and another for another order', () => {
    fc.assert(
      fc.property(anyOrder, (any) => {
        const { hash } = fileOf(any);
        expect(fileOf(structuredClone(any)).hash).toBe(hash);
        const [first, ...rest] = any.transactions;
        if (!first) throw new Error('Somebody is paid.');
        const more = { ...first, reference: `${first.reference}.` };
        expect(fileOf({ ...any, transactions: [more, ...rest] }).hash).not.toBe(hash);
      }),
      cases(200),
    );
  });
});
