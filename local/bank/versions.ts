import type { PaymentFileFormat } from '../../core/payment/debtor.ts';

/** Versions of messages go together: a customer who sends the files of 2009 is answered in the form of 2009. */
export const answersTo = {
  'pain.001.001.03': {
    status: 'pain.002.001.03',
    notification: 'camt.054.001.02',
    statement: 'camt.053.001.02',
  },
  'pain.001.001.09': {
    status: 'pain.002.001.11',
    notification: 'camt.054.001.08',
    statement: 'camt.053.001.08',
  },
} as const satisfies Record<PaymentFileFormat, Readonly<Record<string, string>>>;
