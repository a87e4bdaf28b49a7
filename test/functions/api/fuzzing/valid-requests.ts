import { regionCodes } from '../../../../core/regions.ts';
import { requestExamples } from '../../../../functions/contract/api/openapi-examples.ts';
import type { OperationId } from '../../../../functions/contract/api/routes.ts';
import { inputOf } from '../../support/year.ts';
import type { Chance } from './odd-values.ts';

/** What requests can name in the world that is fuzzed. */
export interface Names {
  readonly runs: readonly string[];
  readonly proposals: readonly { readonly run: string; readonly proposal: string }[];
  readonly workings: readonly string[];
  /** Lines of released payments. */
  readonly lines: readonly {
    readonly region: string;
    readonly month: string;
    readonly working: string;
  }[];
  /** The proposal that waits for approval. */
  readonly standing: string;
}

const kinds = [
  'population',
  'price-tags',
  'second-level',
  'rebate-forecast',
  'rebate-final',
  'local-discounts',
  'outcomes',
  'rate',
  'authorisation',
  'appropriation',
  'payees',
] as const;

const reason = 'Enligt beslut.';

const pain002 = (status: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-${status}</MsgId><CreDtTm>2021-04-27T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>STB-PAY-2021-04</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>
<GrpSts>${status}</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;

/** What a case officer may send in: reports that say something, and files that are none. */
const bankReports = [
  pain002('ACCP'),
  pain002('RJCT'),
  pain002('PDNG'),
  '<Document/>',
  'inget svar',
];

/** Path parameters that mostly name something, for whichever operation wants them. */
export const parametersFrom = (names: Names, chance: Chance): Record<string, string> => {
  const kind = chance.one(kinds);
  return {
    run: chance.one(names.runs),
    year:
      kind === 'payees' && chance.in(0.7) ? 'all' : chance.one(['2021', '2021', '2021', '2022']),
    month: chance.one(['2021-03', '2021-04', '2021-05', '2022-02']),
    proposal: names.standing,
    working: chance.one(names.workings),
    requisition: chance.one(['requisition-2021-sol', 'requisition-2021-ihsi', 'payout-2021-03']),
    kind,
    version: chance.one(['1', '1', '2', '3']),
    region: chance.one(regionCodes),
    report: 'e'.repeat(64),
    item: chance.one(['1', '2']),
    format: chance.one(['xlsx', 'csv', 'sie']),
    // What belongs together is mostly asked for together.
    ...(chance.in(0.7) && chance.one(names.proposals)),
    ...(chance.in(0.7) && chance.one(names.lines)),
  };
};

/** A query that the operation may take, as far as it takes one. */
export const queryFrom = (id: OperationId, chance: Chance): Record<string, string> => {
  const page = { limit: chance.one(['1', '3', '200']) };
  switch (id) {
    case 'listRuns':
      return { ...page, kind: chance.one(['payout', 'opening']), year: '2021' };
    case 'listRequisitions':
      return { ...page, year: '2021' };
    case 'readWorking':
    case 'readStatementWorking':
      return { depth: chance.one(['0', '1', '2']) };
    case 'readEvents':
      return { ...page, partition: chance.one(['RUN#2021', 'INPUT#all', 'SWITCH#all']) };
    default:
      return {};
  }
};

/** A body that the operation may take; what is asked for is mostly possible in the world that is fuzzed. */
export function bodyFrom(
  id: OperationId,
  { standing }: Names,
  { kind = '' }: Record<string, string>,
  chance: Chance,
): unknown {
  const right = chance.one(['attest', 'order']);
  switch (id) {
    case 'approveProposal':
      return { right, proposal: standing };
    case 'rejectProposal':
    case 'withdrawApproval':
      return { right, proposal: standing, code: 'other', reason };
    case 'prepareAgain':
    case 'requestClose':
    case 'stopReleases':
    case 'liftStop':
      return { reason };
    case 'resolveReturn':
      return {
        payee: chance.one(regionCodes),
        choice: chance.one(['reissue', 'next-month']),
        reason,
      };
    case 'takeBankReport':
      return { file: 'svar.xml', content: chance.one(bankReports) };
    case 'resolveBankItem':
      return { reason };
    case 'registerInput':
    case 'tryInput':
      return registration(kind);
    case 'signLocalDiscounts':
      return { documentHash: 'd'.repeat(64), discounts: chance.one([{}, { '09': ['100'] }]) };
    default:
      return requestExamples[id] ?? {};
  }
}

function registration(kind: string) {
  const { from, documentHash, content } = inputOf(
    kinds.find((each) => each === kind) ?? 'second-level',
  );
  return { from, documentHash, content };
}
