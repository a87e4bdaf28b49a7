import type { BankOrder, OrderedPayment } from '../../core/bank/bank-order.ts';
import { clearingOf } from '../../core/bank/clearing.ts';
import type { Giro } from '../../core/inputs/giro.ts';
import type { Debtor, PaymentFileFormat } from '../../core/payment/debtor.ts';
import { debtorAccount } from '../../core/payment/debtor-account.ts';
import type { Xml } from './write-xml.ts';

/** What the two versions of the message write differently; all else is the same in both. */
const versions = {
  'pain.001.001.03': { bic: 'BIC', day: (day: string): Xml[1] => day },
  'pain.001.001.09': { bic: 'BICFI', day: (day: string): Xml[1] => [['Dt', day]] },
} as const satisfies Record<PaymentFileFormat, unknown>;

export const namespaceOf = (format: PaymentFileFormat): string =>
  `urn:iso:std:iso:20022:tech:xsd:${format}`;

/**
 * The order as ISO 20022's customer credit transfer initiation (pain.001): one group, one debit account and day, one transaction for
 * each payee. Which element is what, and which bank asks for it, is in docs/payment-file.md. Elements stand in the schema's order.
 */
export function pain001(order: BankOrder): Xml {
  const { messageId, debtor, transactions } = order;
  const totals: readonly Xml[] = [
    ['NbOfTxs', `${order.numberOfTransactions}`],
    ['CtrlSum', withOre(order.controlSumSek)],
  ];
  const version = versions[debtor.fileFormat];
  const group: Xml = [
    'GrpHdr',
    [
      ['MsgId', messageId],
      ['CreDtTm', order.createdAt],
      ...totals,
      ['InitgPty', [['Nm', debtor.name], initiator(debtor)]],
    ],
  ];
  const payment: Xml = [
    'PmtInf',
    [
      ['PmtInfId', messageId],
      ['PmtMtd', 'TRF'],
      // Each payment is booked and reported by itself, so that each can be followed by its own id.
      ['BtchBookg', 'false'],
      ...totals,
      ['PmtTpInf', [['SvcLvl', [['Cd', 'NURG']]]]],
      ['ReqdExctnDt', version.day(order.executionDay)],
      ['Dbtr', party(debtor, addressOf(debtor))],
      ['DbtrAcct', [accountOf(debtor), ['Ccy', 'SEK']]],
      ['DbtrAgt', [['FinInstnId', [[version.bic, debtor.bic]]]]],
      ['ChrgBr', 'SHAR'],
      ...transactions.map(transaction),
    ],
  ];
  return ['Document', [['CstmrCdtTrfInitn', [group, payment]]]];
}

/** One payee's payment. The reference is free text: no region has asked for a structured one, and an order has no place for it. */
const transaction = (payment: OrderedPayment): Xml => [
  'CdtTrfTxInf',
  [
    // Some banks give back the one id, some the other: it is the same.
    [
      'PmtId',
      [
        ['InstrId', payment.endToEndId],
        ['EndToEndId', payment.endToEndId],
      ],
    ],
    ['Amt', [['InstdAmt', withOre(payment.sek), { Ccy: 'SEK' }]]],
    ['CdtrAgt', [['FinInstnId', [clearing(payment)]]]],
    ['Cdtr', party(payment)],
    ['CdtrAcct', [giro(payment)]],
    ['RmtInf', [['Ustrd', payment.reference]]],
  ],
];

/** The bank knows who sends the file by the agreement's number; the organisation number says whose agreement it is. */
const initiator = ({ bankAgreement, organisationNumber }: Debtor): Xml => [
  'Id',
  [['OrgId', [other(bankAgreement, 'BANK'), organisation(organisationNumber)]]],
];

/** A payee has no address: a giro number needs none, and half of one is refused. */
const party = (
  { name, organisationNumber }: Pick<Debtor | OrderedPayment, 'name' | 'organisationNumber'>,
  address: readonly Xml[] = [],
): readonly Xml[] => [
  ['Nm', name],
  ...address,
  ['Id', [['OrgId', [organisation(organisationNumber)]]]],
];

/** Whole, with town and country, or absent. Who pays is a Swedish authority. */
const addressOf = ({ town }: Debtor): readonly Xml[] =>
  town === undefined
    ? []
    : [
        [
          'PstlAdr',
          [
            ['TwnNm', town],
            ['Ctry', 'SE'],
          ],
        ],
      ];

/** COID: given by the country's authority. */
const organisation = (number: string): Xml => other(number.replace('-', ''), 'COID');

const other = (id: string, code: string): Xml => [
  'Othr',
  [
    ['Id', id],
    ['SchmeNm', [['Cd', code]]],
  ],
];

function accountOf({ account }: Debtor): Xml {
  const found = debtorAccount(account);
  if (!found) throw new RangeError(`Payments cannot leave from the account ${account}.`);
  return 'iban' in found ? ['Id', [['IBAN', found.iban]]] : giro(found);
}

function giro(account: Giro): Xml {
  const { digits, scheme } = clearingOf(account);
  const [[name, code] = ['', '']] = Object.entries(scheme);
  return [
    'Id',
    [
      [
        'Othr',
        [
          ['Id', digits],
          ['SchmeNm', [[name, code]]],
        ],
      ],
    ],
  ];
}

const clearing = (account: Giro): Xml => [
  'ClrSysMmbId',
  [
    ['ClrSysId', [['Cd', 'SESBA']]],
    ['MmbId', clearingOf(account).member],
  ],
];

/** Kronor as banks write them. Payments are of whole kronor, so the two decimals are zeros. */
const withOre = (sek: string): string => `${sek}.00`;
