import { casesNamed, type MatchedReport } from '../../core/bank/match-report.ts';
import type { BankReport } from '../../core/bank/report.ts';
import type { BankReportEvent, ReportItem } from '../../core/bank/report-events.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import { canonical, type Json } from '../../core/canonical.ts';
import {
  eventsIn,
  type Parts,
  paymentNamed,
  streamsOf,
} from '../../core/record/contradictions/parts.ts';
import { type Finding, lookedAt, nameOf } from '../../core/record/found-stream.ts';
import type { Result } from '../../core/result.ts';
import { accountsApart, accountsOf, foreignAmong } from './another-account.ts';
import { matchedAnew } from './matched-anew.ts';
import { readReport } from './read-report/read-report.ts';
import type { UnreadableReport } from './read-report/unreadable.ts';
import { refusedAs } from './record-report.ts';

type Outcome = Extract<BankReportEvent, { hash: string }>;
type Read = Result<BankReport, UnreadableReport>;

/** A file of the bank's that lies where it was put, and the hash by which the record knows it. */
interface HeldFile {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/**
 * What the record says of a file of the bank's otherwise than the file, read again by whoever took it in: whether it was taken or refused
 * and why, everything in it, matched or not, and what cases note of it.
 *
 * What became of an entry is judged by a case as it was before it noted the report; where it noted nothing, as it was at some point.
 */
export function unlikeReport(parts: Parts, { bytes, hash }: HeldFile): readonly Finding[] {
  const read = readReport(bytes);
  const matched = read.ok ? matchedAnew(parts, hash, read.value) : [];
  return [
    ...streamsOf(parts, 'BANK').flatMap((found) =>
      eventsIn<BankReportEvent | null>(found).flatMap(({ number, event }) =>
        event && 'hash' in event && event.hash === hash
          ? lookedAt(`${nameOf(found)} event ${number}`, () => [
              ...(event.bytes === bytes.length ? [] : ['says another size than the file has']),
              ...(event.type === 'report-refused'
                ? wrongRefusal(parts, event, read)
                : wrongTaken(parts, event, read, matched)),
            ])
          : [],
      ),
    ),
    ...otherWords(parts, hash, read, matched),
  ];
}

/** A file is refused for what is found when it is read again, and not otherwise. */
function wrongRefusal(
  parts: Parts,
  { at, code, why, facts }: Extract<Outcome, { type: 'report-refused' }>,
  read: Read,
): readonly string[] {
  const due = read.ok ? foreignRefusal(parts, read.value, facts.allowed ?? '', at) : read.refusal;
  if (!due) return [`refuses as ${code} a file that can be read`];
  return namesUnlike(refusedAs(due), { code, why, facts }).map(
    (name) => `refuses a file with another ${name} than is found in it`,
  );
}

/**
 * Why a file that can be read was refused: it names an account that was none of those from which payments left then, which are said,
 * nor from which those left that it names. Where something was proposed since, proposals know what is said.
 */
function foreignRefusal(
  parts: Parts,
  report: BankReport,
  said: string,
  at: Instant,
): UnreadableReport | undefined {
  const allowed = said.split(accountsApart);
  const ours = accountsProposed(parts);
  if (isProposedAfter(parts, at) && !allowed.every((each) => ours.has(each))) return undefined;
  const paidFrom = casesNamed(report).flatMap((id) => {
    const { released } = parts.cases.get(id)?.state ?? {};
    const proposal = released && paymentNamed(parts, id, released.proposal);
    return proposal ? accountsOf(proposal.debtor) : [];
  });
  return foreignAmong(report.accounts, [...allowed, ...paidFrom]);
}

/** The accounts of every payment that was ever proposed. */
const accountsProposed = ({ proposals }: Parts): ReadonlySet<string> =>
  new Set(
    [...proposals.values()]
      .flatMap((own) => [...own.values()])
      .flatMap((each) => (each?.kind === 'payment' ? accountsOf(each.debtor) : [])),
  );

/** Only then it is told by proposals from which account payments left: it may have been changed after the last of them. */
const isProposedAfter = ({ cases }: Parts, at: Instant): boolean =>
  [...cases.values()].some(({ events }) =>
    events.some(({ event }) => event.type === 'proposed' && event.at > at),
  );

type Taken = Extract<Outcome, { type: 'report-taken' }>;

function wrongTaken(
  parts: Parts,
  event: Taken,
  read: Read,
  matched: readonly MatchedReport[],
): readonly string[] {
  if (!read.ok) return [`takes a file that cannot be read: ${read.refusal.code}`];
  const { format, messageId, createdAt, accounts } = read.value;
  const foreign = foreignAmong(accounts, [...accountsProposed(parts)]);
  const said = { format, messageId, createdAt };
  const found = { format: event.format, messageId: event.messageId, createdAt: event.createdAt };
  return [
    ...(foreign && isProposedAfter(parts, event.at) ? ['takes a file of another account'] : []),
    ...namesUnlike(said, found).map((name) => `has another ${name} than the file says`),
    ...wrongItems(
      parts.reports.get(event.hash)?.items ?? [],
      matched.flatMap(({ items }) => items),
    ),
  ];
}

const wrongItems = (
  found: readonly ReportItem[],
  made: readonly ReportItem[],
): readonly string[] => [
  ...(found.length === made.length
    ? []
    : [`has ${found.length} items; the file makes ${made.length}`]),
  ...found.flatMap((item, index) => {
    const names = namesUnlike(made[index] ?? {}, item);
    return names.length === 0 || index >= made.length
      ? []
      : [`has item ${index + 1} with another ${names.join(', ')} than the file says`];
  }),
];

/** What a case notes of the bank's words must be what the file says of the case as it was before them. */
function otherWords(
  parts: Parts,
  hash: string,
  read: Read,
  matched: readonly MatchedReport[],
): readonly Finding[] {
  return [...parts.cases.values()].flatMap(({ id, found, events }) =>
    events.flatMap(({ number, event }) => {
      if (event?.type !== 'bank-reported' || !('report' in event.source)) return [];
      const { report, part = 1 } = event.source;
      if (report !== hash) return [];
      return lookedAt(`${nameOf(found)} event ${number}`, () => {
        if (!read.ok) return [`has words of a report that cannot be read: ${read.refusal.code}`];
        return canonical(matched[part - 1]?.words.get(id) ?? []) === canonical(event.words)
          ? []
          : ['has other words of the bank than the file says'];
      });
    }),
  );
}

const namesUnlike = (made: object, found: object): readonly string[] => {
  const text = (of: object, name: string) => canonical((of as Record<string, Json>)[name] ?? null);
  const names = [...new Set([...Object.keys(made), ...Object.keys(found)])].sort();
  return names.filter((name) => text(made, name) !== text(found, name));
};
