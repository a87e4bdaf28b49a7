import { describe, expect, it } from 'vitest';
import { readPaymentFile } from '../../../functions/shared/read-payment-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const file = (
  version = '03',
  namespace = `urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}`,
) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${namespace}"><CstmrCdtTrfInitn>
  <GrpHdr><MsgId>STB-PAY-2022-02</MsgId><NbOfTxs>2</NbOfTxs><CtrlSum>100.00</CtrlSum></GrpHdr>
  <PmtInf><PmtInfId>STB-PAY-2022-02</PmtInfId><NbOfTxs>2</NbOfTxs><CtrlSum>100.00</CtrlSum>
    <CdtTrfTxInf><PmtId><InstrId>x</InstrId><EndToEndId>STB-PAY-2022-02-01</EndToEndId></PmtId>
      <Amt><InstdAmt Ccy="SEK">60.00</InstdAmt></Amt></CdtTrfTxInf>
    <CdtTrfTxInf><PmtId><EndToEndId>STB-PAY-2022-02-03</EndToEndId></PmtId>
      <Amt><InstdAmt Ccy="SEK">40.00</InstdAmt></Amt></CdtTrfTxInf>
  </PmtInf></CstmrCdtTrfInitn></Document>`;

describe('A payment file', () => {
  it.each(['03', '09'])('of pain.001.001.%s is read: its id, its payments, its sums', (version) => {
    expect(readPaymentFile(bytes(file(version)))).toEqual({
      kind: 'read',
      messageId: 'STB-PAY-2022-02',
      payments: [
        { endToEndId: 'STB-PAY-2022-02-01', sek: '60.00' },
        { endToEndId: 'STB-PAY-2022-02-03', sek: '40.00' },
      ],
      controlSums: ['100.00', '100.00'],
      counts: ['2', '2'],
    });
  });

  it('that is not there is missing', () => {
    expect(readPaymentFile(undefined)).toEqual({ kind: 'missing' });
  });

  it.each([
    [
      'another message',
      file('03', 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'),
      'not pain.001',
    ],
    ['no namespace', '<Document/>', 'it is nothing, not pain.001'],
    ['no XML', 'STB-PAY-2022-02', ''],
    ['an element that is not closed', file().replace('</Document>', ''), ''],
    ['a document type', file().replace('<Document', '<!DOCTYPE x><Document'), 'a declaration'],
    ['another currency', file().replace('Ccy="SEK"', 'Ccy="EUR"'), 'an amount is in EUR'],
    ['no currency', file().replace(' Ccy="SEK"', ''), 'an amount is in null'],
    ['an amount with a comma', file().replace('60.00', '60,00'), '"60,00" is no amount'],
    ['a negative amount', file().replace('60.00', '-60.00'), '"-60.00" is no amount'],
    ['no amount', file().replace(/<Amt>.*?<\/Amt>/, ''), 'has no single amount'],
    [
      'two ids of one payment',
      file().replace('<InstrId>x</InstrId>', '<EndToEndId>x</EndToEndId>'),
      'has 2 EndToEndId',
    ],
    ['no id of the message', file().replace(/<MsgId>.*?<\/MsgId>/, ''), 'has no MsgId'],
    ['no control sum', file().replace(/<CtrlSum>.*?<\/CtrlSum>/, ''), 'has no CtrlSum'],
  ])('with %s cannot be read, and says why', (_, text, why) => {
    const found = readPaymentFile(bytes(text));
    expect(found.kind).toBe('unreadable');
    expect(found).toHaveProperty('why', expect.stringContaining(why));
  });

  it('that is not UTF-8 cannot be read', () => {
    expect(readPaymentFile(new Uint8Array([0xff, 0xfe, 0x3c]))).toHaveProperty(
      'kind',
      'unreadable',
    );
  });
});
