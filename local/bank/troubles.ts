import type { FileTreatment, PaymentTreatment } from './treatment.ts';

/** What the bank does otherwise than it should with one file. Payments by payee: what is not named goes well. */
export type Trouble = Partial<Omit<FileTreatment, 'payments'>> & {
  readonly payments?: Readonly<Record<string, Partial<PaymentTreatment>>>;
};

/**
 * The troubled year: everything that can happen to money that has left, once or twice, in months that nothing else is special about.
 * By the message id of the file.
 */
const troubles: Readonly<Record<string, Trouble>> = {
  // An account that is closed: rejected before it leaves, and sent again to the new one.
  'STB-PAY-2021-04': { payments: { '05': { rejectedFor: 'AC04' } } },
  // Comes back while May is open, since another payment of it is late; is sent again, comes back again, and arrives at the third time.
  'STB-PAY-2021-05': {
    payments: { '12': { returned: { code: 'AC01', afterDays: 2 } }, '17': { delayDays: 4 } },
  },
  'STB-REI-2021-05-12-1': { payments: { '12': { returned: { code: 'AC06', afterDays: 1 } } } },
  // The requisition of IHSI is paid in June, and told of twice.
  'STB-REQ-2021-IHSI': { tellsTwice: true },
  // Comes back, and is paid with July's.
  'STB-PAY-2021-06': { payments: { '09': { returned: { code: 'AC04', afterDays: 3 } } } },
  // Comes back when July is closed as paid.
  'STB-PAY-2021-07': { payments: { '20': { returned: { code: 'AC06', afterDays: 9 } } } },
  // Booked two bank days late, two payments of the month.
  'STB-PAY-2021-08': { payments: { '14': { delayDays: 2 }, '25': { delayDays: 2 } } },
  'STB-PAY-2021-09': { tellsTwice: true },
  // The whole file of the requisition of SOL.
  'STB-REQ-2021-SOL': { refused: true },
  'STB-PAY-2021-10': { outOfOrder: true },
  'STB-PAY-2021-11': { tellsOfAnother: true },
  // Comes back in the budget year after the one in which it was paid.
  'STB-PAY-2021-12': { payments: { '18': { returned: { code: 'AC04', afterDays: 22 } } } },
  'STB-PAY-2022-01': { cutOff: true },
  // Everything at once.
  'STB-PAY-2022-02': {
    tellsTwice: true,
    outOfOrder: true,
    payments: {
      '03': { rejectedFor: 'AC01' },
      '10': { delayDays: 1, returned: { code: 'AC04', afterDays: 1 } },
    },
  },
  // In the last month: of one nobody has said yet what is to become, the other waits for its region's next payment.
  'STB-PAY-2022-05': {
    payments: {
      '13': { rejectedFor: 'AC06' },
      '24': { returned: { code: 'AC04', afterDays: 2 } },
    },
  },
};

export const troubleWith = (messageId: string): Trouble => troubles[messageId] ?? {};
