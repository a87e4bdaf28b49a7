import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankOrder } from '../../../core/bank/bank-order.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { type PaymentFileFormat, paymentFileFormats } from '../../../core/payment/debtor.ts';
import { payoutCase } from '../../../core/record/case-id.ts';
import { paymentFile } from '../../../functions/bank/payment-file.ts';
import { anyOrder, order } from '../../core/bank/orders.ts';
import { cases } from '../../helpers/cases.ts';
import { hasSchema, validate } from '../../helpers/iso-schemas.ts';
import { goldenMonths, sampleOrder } from '../support/sample-orders.ts';

const inForm = (given: BankOrder, fileFormat: PaymentFileFormat): BankOrder => ({
  ...given,
  debtor: { ...given.debtor, fileFormat },
});

function textOf(given: BankOrder): string {
  const file = paymentFile(given);
  return file.sent === 'file' ? new TextDecoder().decode(file.bytes) : '';
}

/** What the schema says against a file; nothing when it is valid. */
function against(form: PaymentFileFormat, text: string): string {
  try {
    validate(form, text);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe.skipIf(!paymentFileFormats.every(hasSchema))(
  'Held against the schemas of ISO 20022 (only where ISO20022_XSD_DIR names their folder)',
  () => {
    describe.each(paymentFileFormats)('a payment file in the form %s', (form) => {
      it.each(Object.keys(goldenMonths))('is valid for %s of the sample', async (month) => {
        const given = await sampleOrder(payoutCase(parseMonth(month)));
        expect(against(form, textOf(inForm(given, form)))).toBe('');
      });

      it('is valid for any order', () => {
        fc.assert(
          fc.property(anyOrder, (any) => {
            expect(against(form, textOf(inForm(any, form)))).toBe('');
          }),
          cases(100),
        );
      });

      it('is not valid without an id, with an element in another place, or in the other form', () => {
        const right = textOf(inForm(order(), form));
        const other = form === 'pain.001.001.03' ? 'pain.001.001.09' : 'pain.001.001.03';
        const wrong = [
          right.replace(/<MsgId>.*<\/MsgId>/, '<MsgId></MsgId>'),
          right.replace(/( *<ChrgBr>SHAR<\/ChrgBr>\n)(.*)<\/PmtInf>/s, '$2$1</PmtInf>'),
          right.replace(`xsd:${form}`, `xsd:${other}`),
          textOf(inForm(order(), other)).replace(`xsd:${other}`, `xsd:${form}`),
        ];
        for (const text of wrong) expect(against(form, text)).not.toBe('');
      });
    });
  },
);
