import { dayInStockholm, type Instant } from '../../core/calendar/stockholm.ts';
import type { CaseEvent } from '../../core/payment/events.ts';
import type { Proposal } from '../../core/payment/proposal.ts';
import type { StreamId } from '../../core/ports.ts';
import {
  bankOrderStream,
  bankReportStream,
  type CaseId,
  caseKind,
  caseKinds,
  caseOfStream,
  caseStream,
  inputStream,
  journalStream,
  parseCaseId,
  proposalStream,
  reissued,
  reissueOf,
  roomStream,
  workingStream,
} from '../../core/record/case-id.ts';
import type { Head } from '../../core/record/chain.ts';
import { attempt, eventsIn, partitionKind } from '../../core/record/contradictions/parts.ts';
import { expectedStreams } from '../../core/record/expected-streams.ts';
import type { FoundStream } from '../../core/record/found-stream.ts';
import { holdsEvents, recordKinds } from '../../core/record/partitions.ts';
import { budgetYearOf } from './journal.ts';
import { stageOf, stages } from './read-streams.ts';
import type { StoredRecords } from './stored-records.ts';
import { StreamReader } from './stream-reader.ts';

/**
 * The latest year in which something has happened, as heads tell it: a case, a voucher, a report. What a person names says nothing of
 * it. Undefined where nothing has.
 */
export function latestYear(heads: readonly Head[]): number | undefined {
  const years = heads.flatMap(({ partition }) => {
    const [kind = '', year = ''] = partition.split('#');
    const which: readonly string[] = recordKinds[kind as keyof typeof recordKinds] ?? [];
    return which.includes('worked') ? [Number(year)] : [];
  });
  return years.length === 0 ? undefined : Math.max(...years);
}

/** Streams of which only what comes after the head is read: it refers to nothing before it. */
const fromHead = /^(AGENDA|BANK|WORKING)#/;

/**
 * Reads what is new in some years: of every stream that can begin there, and of those that are known, whether the head stands where it
 * stood, and whether anything follows it; then what follows, and what that refers to. Documents are looked for where a case has grown.
 * So what is read grows with what has happened, and not with the years.
 *
 * @param known heads that were verified before
 */
export async function readNew(
  records: StoredRecords,
  known: readonly Head[],
  years: readonly number[],
): Promise<StreamReader> {
  const reader = new StreamReader(records, known);
  const heads = known.filter(({ partition }) => holdsEvents(partition));
  const ids = heads.map(({ partition, stream: name }) => ({ partition, name }));
  const grown = await reader.grown([...expectedStreams(years), ...ids]);
  for (const at of stages.keys()) {
    const asked = grown
      .filter(({ stream }) => stageOf(stream.partition) === at)
      // A stream whose head stands no more is read whole: so it is said what is missing.
      .map((each) => ({ ...each, whole: !each.stands || !fromHead.test(each.stream.partition) }));
    await Promise.all(asked.map(({ stream, whole }) => reader.read(stream, whole)));
  }
  await Promise.all(framesOf(reader).map((stream) => reader.readVerified(stream)));
  const followed = new Set<CaseId>();
  for (;;) {
    const open = casesNamed(reader).filter((id) => !followed.has(id));
    if (open.length === 0) return reader;
    for (const id of open) followed.add(id);
    await Promise.all(open.map((id) => follow(reader, id)));
  }
}

/** What a year's payments are held to that were booked anew: its frame, and what the year before used of its credit. */
const framesOf = (reader: StreamReader): readonly StreamId[] =>
  reader
    .streams()
    .filter(({ partition }) => partition.startsWith('JOURNAL#'))
    .flatMap(({ partition }) => {
      const year = Number(partition.slice('JOURNAL#'.length));
      const frames = [year, year - 1].map((each) => inputStream(each, 'appropriation'));
      return [...frames, journalStream(year - 1)];
    });

/** The cases that something new is about. */
function casesNamed(reader: StreamReader): readonly CaseId[] {
  const named = reader.streams().flatMap((found) => casesIn(reader, found));
  return [...new Set(named.flatMap((text) => attempt(() => parseCaseId(text)) ?? []))];
}

function casesIn(reader: StreamReader, found: FoundStream): readonly string[] {
  const { partition, stream: name } = found;
  const fresh = found.events.filter(({ number }) => reader.isNew(found, number));
  if (fresh.length === 0) return [];
  if (caseKinds.has(partitionKind(found)))
    return (
      attempt(() => {
        const id = caseOfStream({ partition, name });
        return [id, ...sentAgain(id, found)];
      }) ?? []
    );
  return fresh.flatMap(({ event }) => {
    const { case: id, items } = Object(event) as { case?: unknown; items?: unknown };
    const each = Array.isArray(items) ? items.map((item) => Object(item).case as unknown) : [];
    return [id, ...each].filter((named) => typeof named === 'string');
  });
}

/** The cases that send again what came back of a case. */
const sentAgain = (id: CaseId, found: FoundStream): readonly CaseId[] =>
  eventsIn<CaseEvent>(found).flatMap(({ event }) =>
    event.type === 'return-resolved' && event.choice === 'reissue'
      ? [reissueOf(id, event.payee)]
      : [],
  );

/** Reads a case, its documents, and what they refer to. */
async function follow(reader: StreamReader, id: CaseId): Promise<void> {
  const found = await reader.read(caseStream(id), true);
  if (!found) return;
  const first = caseKind(id) === 'reissue' ? [reissued(id).from] : [];
  const whole = [
    ...[proposalStream(id), bankOrderStream(id), ...roomsOf(found)],
    // The payment that came back, and what was proposed of it.
    ...[...first.map(caseStream), ...first.map(proposalStream)],
  ];
  const tails = [workingStream(id), ...reportsOf(reader, found)];
  const journals = journalsOf(found);
  await Promise.all(whole.map((stream) => reader.read(stream, true)));
  await Promise.all(tails.map((stream) => reader.read(stream, false)));
  await Promise.all(journals.map((stream) => reader.readVerified(stream)));
  const proposals = reader.found(proposalStream(id));
  if (!proposals) return;
  const inputs = restsOn(proposals, (number) => reader.isNew(proposals, number));
  // What is recorded of a requisition names the rate that its proposal was made from.
  const rates = eventsIn<CaseEvent>(found).some(
    ({ number, event }) => event.type === 'recorded' && reader.isNew(found, number),
  )
    ? restsOn(proposals, () => true).filter(({ name }) => name === 'rate')
    : [];
  await Promise.all([...inputs, ...rates].map((stream) => reader.read(stream, true)));
}

const yearOf = (at: Instant): number => budgetYearOf(dayInStockholm(at));

function reportsOf(reader: StreamReader, found: FoundStream): readonly StreamId[] {
  const years = eventsIn<CaseEvent>(found).flatMap(({ number, event }) =>
    event.type === 'bank-reported' && reader.isNew(found, number)
      ? (attempt(() => yearOf(event.at)) ?? [])
      : [],
  );
  return [...new Set(years)].map(bankReportStream);
}

/** The journals in which a case's vouchers stand. */
function journalsOf(found: FoundStream): readonly StreamId[] {
  const years = eventsIn<CaseEvent>(found).flatMap(({ event }) =>
    event.type === 'release-ordered' || event.type === 'returned'
      ? (attempt(() => yearOf(event.at)) ?? [])
      : [],
  );
  return [...new Set(years)].map(journalStream);
}

/** The rooms in which a case's payment was taken. */
const roomsOf = (found: FoundStream): readonly StreamId[] =>
  eventsIn<CaseEvent>(found).flatMap(({ event }) =>
    event.type === 'release-ordered'
      ? (attempt(() => [roomStream(budgetYearOf(event.paidOn))]) ?? [])
      : [],
  );

/** The inputs that some of a case's proposals rest on. */
function restsOn(found: FoundStream, ofInterest: (number: number) => boolean): readonly StreamId[] {
  const names = eventsIn<Proposal>(found).flatMap(({ number, event }) =>
    ofInterest(number)
      ? (attempt(() => [...event.restsOn.map(({ stream }) => stream), 'INPUT#all/payees']) ?? [])
      : [],
  );
  return [...new Set(names)].map((text) => {
    const [partition = '', name = ''] = text.split('/');
    return { partition, name };
  });
}
