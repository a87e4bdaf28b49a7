import { describe, expect, it } from 'vitest';
import { paymentFileFormats } from '../../../core/payment/debtor.ts';
import { readPaymentFile } from '../../../local/bank/payment-file.ts';
import { fileTextOf } from './sent-files.ts';

const sent = { case: 'payout-2021-03', payees: ['01', '05'] } as const;

describe('The local bank reads the payment files that are sent', () => {
  it.each(paymentFileFormats)('in %s: who is paid what, from where, on which day', (format) => {
    expect(readPaymentFile(fileTextOf({ ...sent, format }))).toEqual({
      format,
      messageId: 'STB-PAY-2021-03',
      paymentInformationId: 'STB-PAY-2021-03',
      executionDay: '2021-03-01',
      debtorAccount: '50501055',
      payments: [
        { endToEndId: 'STB-PAY-2021-03-01', ore: 100_000n, account: '9901000' },
        { endToEndId: 'STB-PAY-2021-03-05', ore: 100_000n, account: '9905001' },
      ],
    });
  });
});

describe('The local bank refuses a payment file', () => {
  const text = fileTextOf(sent);
  const cases: readonly [string, string, string, RegExp][] = [
    ['of a version that it does not know', text.replace('001.03', '001.12'), 'FF01', /versions/],
    ['that is cut off', text.slice(0, 900), 'FF01', /no XML/],
    [
      'that holds no payment',
      text.replaceAll(/<CdtTrfTxInf>.*<\/CdtTrfTxInf>/gs, ''),
      'FF01',
      /no payment/,
    ],
    [
      'whose control sum is another',
      text.replaceAll('2000.00', '2000.01'),
      'AM10',
      /2000\.01.*2000\.00/,
    ],
    [
      'whose number of payments is another',
      text.replaceAll('<NbOfTxs>2', '<NbOfTxs>3'),
      'AM10',
      /3 payments.*2/,
    ],
    ['in another currency', text.replaceAll('Ccy="SEK"', 'Ccy="EUR"'), 'FF01', /EUR/],
    ['with an amount that is none', text.replace('>1000.00<', '>1e3<'), 'FF01', /1e3/],
    [
      'with a payment without an id',
      text.replace('STB-PAY-2021-03-05</EndToEndId>', '</EndToEndId>'),
      'FF01',
      /EndToEndId/,
    ],
    [
      'with two instructions',
      text.replace(/<PmtInf>.*<\/PmtInf>/s, '$&$&'),
      'FF01',
      /several PmtInf/,
    ],
  ];
  it.each(cases)('%s', (_what, file, code, words) => {
    expect(file).not.toBe(text);
    expect(readPaymentFile(file)).toEqual({
      code,
      words: expect.stringMatching(words),
      messageId: 'STB-PAY-2021-03',
      format: 'pain.001.001.03',
    });
  });

  it('that has no id, and says that it is unknown', () => {
    expect(readPaymentFile('')).toMatchObject({ code: 'FF01', messageId: 'UNKNOWN' });
  });
});
