import { appropriation } from '../agreement/appropriation.ts';
import { type Month, parseMonth } from '../calendar/month.ts';
import type { StreamId } from '../ports.ts';

/**
 * A case is what people and workflows handle as one: a month's payout, a requisition, the year's opening, the
 * reconciliation, one payment that came back and is sent again. Its id is also the name of its execution: `payout-2022-02`,
 * `requisition-2021-sol`, `opening-2021`, `reconciliation-2021`, `reissue-2022-02-05-1`.
 */
export type CaseId = string & { readonly caseId: unique symbol };

export type CaseKind = 'payout' | 'requisition' | 'opening' | 'reconciliation' | 'reissue';

/** The kinds of case that pay somebody. */
export const payingKinds: readonly CaseKind[] = ['payout', 'requisition', 'reissue'];

const shape =
  /^(?:payout-\d{4}-(?:0[1-9]|1[0-2])|requisition-\d{4}-(?:sol|ihsi)|opening-\d{4}|reconciliation-\d{4}|reissue-\d{4}-(?:(?:0[1-9]|1[0-2])-\d{2}|(?:sol|ihsi)-skr)-[1-9])$/;

/** Refuses anything else with a RangeError that shows the allowed forms. */
export function parseCaseId(text: string): CaseId {
  if (!shape.test(text))
    throw new RangeError(
      `"${text}" is no case. Allowed: payout-YYYY-MM, requisition-YYYY-sol, requisition-YYYY-ihsi, opening-YYYY, reconciliation-YYYY, reissue-YYYY-MM-REGION-N, reissue-YYYY-sol-skr-N, reissue-YYYY-ihsi-skr-N.`,
    );
  return text as CaseId;
}

export const payoutCase = (month: Month): CaseId => parseCaseId(`payout-${month}`);
export const requisitionCase = (year: number, kind: 'sol' | 'ihsi'): CaseId =>
  parseCaseId(`requisition-${year}-${kind}`);
export const openingCase = (year: number): CaseId => parseCaseId(`opening-${year}`);
export const reconciliationCase = (year: number): CaseId => parseCaseId(`reconciliation-${year}`);

export const caseKind = (id: CaseId): CaseKind => id.slice(0, id.indexOf('-')) as CaseKind;
/** The payment year of a payout and of what is reissued of it, else the grant year. */
export const caseYear = (id: CaseId): number => Number(id.split('-')[1]);
/** What follows the year: a payout's month of the year, a requisition's kind; of a reissue those of the case it began with. */
export const casePart = (id: CaseId): string => id.split('-')[2] ?? '';

/** The month that a payout pays; a case of another kind has none and is refused with a RangeError. */
export const payoutMonth = (id: CaseId): Month => parseMonth(id.slice('payout-'.length));

/** What a reissue sends again: whose payment, of which case, for which time; a case of another kind is refused with a RangeError. */
export function reissued(id: CaseId): {
  readonly payee: string;
  /** The case whose payment came back: the first one, or the reissue before. */
  readonly from: CaseId;
  readonly attempt: number;
} {
  const [kind, year, part = '', payee = '', last] = id.split('-');
  if (kind !== 'reissue') throw new RangeError(`${id} is no reissue.`);
  const attempt = Number(last);
  const first = /^\d/.test(part) ? `payout-${year}-${part}` : `requisition-${year}-${part}`;
  const before = attempt === 1 ? first : `reissue-${year}-${part}-${payee}-${attempt - 1}`;
  return { payee: payee.toUpperCase(), from: parseCaseId(before), attempt };
}

/**
 * The case that sends a payment again which came back of a payout, a requisition or a reissue. Refused, with a RangeError: a tenth
 * time, and a case that pays nobody.
 */
export function reissueOf(id: CaseId, payee: string): CaseId {
  const kind = caseKind(id);
  if (kind === 'reissue') {
    const { attempt } = reissued(id);
    return parseCaseId(`${id.slice(0, -1)}${attempt + 1}`);
  }
  if (kind !== 'payout' && kind !== 'requisition') throw new RangeError(`${id} pays nobody.`);
  return parseCaseId(`reissue-${caseYear(id)}-${casePart(id)}-${payee.toLowerCase()}-1`);
}

const partitions: Record<CaseKind, string> = {
  payout: 'RUN',
  requisition: 'REQUISITION',
  opening: 'GRANT',
  reconciliation: 'RECONCILIATION',
  reissue: 'REISSUE',
};
/** The kind of case that a partition's streams tell of, by the partition's name without its year. */
export const caseKinds: ReadonlyMap<string, CaseKind> = new Map(
  Object.entries(partitions).map(([kind, partition]) => [partition, kind as CaseKind]),
);

const names: Record<CaseKind, (id: CaseId) => string> = {
  payout: casePart,
  requisition: casePart,
  opening: () => 'allocation',
  reconciliation: () => 'settlement',
  reissue: (id) => id.slice('reissue-YYYY-'.length),
};

/** The stream of a case's events. */
export const caseStream = (id: CaseId): StreamId => ({
  partition: casePartition(caseKind(id), caseYear(id)),
  name: names[caseKind(id)](id),
});

/** Where the cases of a kind lie, by year: `RUN#2022`. */
export const casePartition = (kind: CaseKind, year: number): string =>
  `${partitions[kind]}#${year}`;

const ids: Record<CaseKind, (year: string, name: string) => string> = {
  payout: (year, name) => `payout-${year}-${name}`,
  requisition: (year, name) => `requisition-${year}-${name}`,
  opening: (year) => `opening-${year}`,
  reconciliation: (year) => `reconciliation-${year}`,
  reissue: (year, name) => `reissue-${year}-${name}`,
};

/** The case that a stream tells of. A stream of something else is refused with a RangeError. */
export function caseOfStream({ partition, name }: StreamId): CaseId {
  const [kindOf = '', year = ''] = partition.split('#');
  const kind = caseKinds.get(kindOf);
  if (!kind) throw new RangeError(`${partition}/${name} tells of no case.`);
  return parseCaseId(ids[kind](year, name));
}

/** The streams that lie beside a case: what was proposed, how it was worked out, what was sent to the bank. */
export const proposalStream = (id: CaseId): StreamId => ({
  partition: `PROPOSAL#${caseYear(id)}`,
  name: id,
});
export const workingStream = (id: CaseId): StreamId => ({
  partition: `WORKING#${caseYear(id)}`,
  name: id,
});
export const bankOrderStream = (id: CaseId): StreamId => ({
  partition: `ORDER#${caseYear(id)}`,
  name: id,
});
export const tokenStream = (id: CaseId): StreamId => ({
  partition: `TOKEN#${caseYear(id)}`,
  name: id,
});
export const journalStream = (budgetYear: number): StreamId => ({
  partition: `JOURNAL#${budgetYear}`,
  name: 'voucher',
});
/** The room of the appropriation in a budget year: which payments have taken what of it. */
export const roomStream = (budgetYear: number): StreamId => ({
  partition: `ROOM#${budgetYear}`,
  name: appropriation,
});
/** What the bank reported in a calendar year, and what became of it. */
export const bankReportStream = (calendarYear: number): StreamId => ({
  partition: `BANK#${calendarYear}`,
  name: 'report',
});
/** One stream for all years: the opener reads it every day, and it grows by some twenty small events a year. */
export const agendaStream: StreamId = { partition: 'AGENDA#all', name: 'closed' };
/** The one switch that stops all releases: of no year, since a stop holds until it is lifted. */
export const switchStream: StreamId = { partition: 'SWITCH#all', name: 'releases' };
/** What a group of people was told in a calendar year. Apart from the record, as tokens are. */
export const noticeStream = (calendarYear: number, group: string): StreamId => ({
  partition: `NOTICE#${calendarYear}`,
  name: group,
});
/**
 * What became of a caller's Idempotency-Key for an operation. Apart from the record, and of no year. The key is written as in an
 * address, since a name holds no `#`.
 */
export const requestStream = (sub: string, operation: string, key: string): StreamId => ({
  partition: `REQUEST#${sub}`,
  name: `${operation} ${encodeURIComponent(key)}`,
});
/** Inputs lie by agreement year, appropriations by budget year. Payees are nobody's year: they count until changed. */
export const inputStream = (year: number, kind: string): StreamId => ({
  partition: kind === 'payees' ? 'INPUT#all' : `INPUT#${year}`,
  name: kind,
});

export const streamText = (stream: StreamId): string => `${stream.partition}/${stream.name}`;
