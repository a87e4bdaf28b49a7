import { canonical } from '../canonical.ts';
import { isApproved, mayApprove } from '../payment/approval.ts';
import type { Command } from '../payment/commands.ts';
import { decide } from '../payment/decide.ts';
import type { CaseEvent } from '../payment/events.ts';
import { type CaseState, evolve, unopened } from '../payment/evolve.ts';
import {
  decideSwitch,
  evolveSwitch,
  neverStopped,
  type SwitchEvent,
  type SwitchState,
} from '../payment/stop-switch.ts';
import { sumsToZero, type Voucher } from '../payment/voucher.ts';
import { type CaseKind, caseKinds } from './case-id.ts';
import { type Finding, type FoundStream, nameOf, readable } from './found-stream.ts';

/**
 * What the events of cases and journals say against each other, and against the proposals that the record holds (by hash): an
 * approval that was not allowed, a payment without two, one that was released twice or changed afterwards, an item that two
 * payments paid, a voucher that does not sum to zero, was booked twice, or books what nobody released, words of the bank that
 * cannot be true beside those before them, a stop of all releases that one person alone lifted.
 *
 * Whether a release was ordered while releases were stopped cannot be told: `release-ordered` holds the moment at which its state
 * was entered, which a retry keeps, so a stop that came and went meanwhile would be a false alarm.
 */
export function contradictions(
  record: readonly FoundStream[],
  proposals: ReadonlySet<string>,
): readonly Finding[] {
  const cases = record.flatMap((found) => {
    const kind = caseKinds.get(partitionKind(found));
    return kind ? [{ found, kind }] : [];
  });
  const released = new Set(cases.flatMap(({ found }) => releasedIn(found)));
  const booked = new Set<string>();
  const paid = new Set<string>();
  return [
    ...cases.flatMap(({ found, kind }) =>
      readable(found, () => wrongInCase(found, kind, proposals)),
    ),
    ...cases.flatMap(({ found }) => readable(found, () => paidAgain(found, paid))),
    ...record
      .filter((found) => partitionKind(found) === 'JOURNAL')
      .flatMap((found) => readable(found, () => wrongVouchers(found, released, booked))),
    ...record
      .filter((found) => partitionKind(found) === 'SWITCH')
      .flatMap((found) => readable(found, () => wrongInSwitch(found))),
  ];
}

const partitionKind = ({ partition }: FoundStream): string => partition.replace(/#.*$/, '');

function releasedIn({ events }: FoundStream): readonly string[] {
  return events.flatMap(({ event }) => {
    const maybe = event as Partial<CaseEvent> | null;
    return maybe?.type === 'release-ordered' && maybe.proposal ? [maybe.proposal] : [];
  });
}

/** After the release of a payment, or a decision, none of these can follow. */
const changes: ReadonlySet<CaseEvent['type']> = new Set([
  'submitted',
  'waiting',
  'going-without',
  'proposed',
  'deduction-begun',
  'approved',
  'rejected',
  'withdrawn',
  'voided',
  'reopened',
  'close-requested',
  'release-ordered',
  'decided',
]);

function wrongInCase(
  found: FoundStream,
  kind: CaseKind,
  proposals: ReadonlySet<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  let before = unopened;
  for (const { event: json, number } of found.events) {
    const event = json as unknown as CaseEvent;
    const where = `${nameOf(found)} event ${number}`;
    findings.push(...wrongEvent(kind, before, event, proposals).map((what) => ({ where, what })));
    try {
      before = evolved(before, event);
    } catch (error) {
      // What was found so far is true all the same; what follows cannot be judged.
      return [...findings, { where: nameOf(found), what: `cannot be read: ${String(error)}` }];
    }
  }
  return findings;
}

function evolved(before: CaseState, event: CaseEvent): CaseState {
  const after: CaseState | undefined = evolve(before, event);
  if (!after) throw new RangeError(`"${event.type}" is nothing that happens to a case`);
  return after;
}

/** What is wrong with an event, given what came before it. */
function wrongEvent(
  kind: CaseKind,
  before: CaseState,
  event: CaseEvent,
  proposals: ReadonlySet<string>,
): readonly string[] {
  const { type } = event;
  const past = before.released ?? before.decided;
  const late = past && changes.has(type) ? [`${type} after ${past.type}`] : [];
  if (type === 'approved') {
    const may = mayApprove(kind, before, event);
    return may.ok ? late : [...late, `an approval that was not allowed: ${may.refusal.code}`];
  }
  if (isAboutTheBank(event)) return wrongAboutTheBank(kind, before, event);
  if (type !== 'release-ordered' && type !== 'decided') return late;
  const approved =
    isApproved(kind, before) && before.proposal?.proposed.proposal === event.proposal;
  return [
    ...late,
    ...(approved ? [] : [`${type} without two people's approvals`]),
    ...(proposals.has(event.proposal)
      ? []
      : [`${type} of a proposal that the record does not hold`]),
  ];
}

/** By which command each of these events comes about: the case is asked again whether it would have. */
const commandOf = {
  'bank-reported': 'report',
  returned: 'return',
  'return-resolved': 'resolve-return',
  'movement-decided': 'decide-movement',
  settled: 'settle',
} as const;

type AboutTheBank = Extract<CaseEvent, { type: keyof typeof commandOf }>;

const isAboutTheBank = (event: CaseEvent): event is AboutTheBank =>
  Object.hasOwn(commandOf, event.type);

function wrongAboutTheBank(
  kind: CaseKind,
  before: CaseState,
  event: AboutTheBank,
): readonly string[] {
  const { type, ...said } = event;
  const decision = decide(kind, before, { kind: commandOf[type], ...said } as Command);
  if (!decision.ok) return [`${type} that was not allowed: ${decision.refusal.code}`];
  const [same] = decision.value;
  return same && canonical(same) === canonical(event) ? [] : [`${type} that says nothing new`];
}

/** `paid` grows by every item that a release paid: whatever the months, an item is paid once. */
function paidAgain(found: FoundStream, paid: Set<string>): readonly Finding[] {
  return found.events.flatMap(({ number, event: json }) => {
    const event = json as unknown as CaseEvent;
    if (event.type !== 'release-ordered') return [];
    const again = event.paid.filter((key) => paid.has(key));
    for (const key of event.paid) paid.add(key);
    return again.map((key) => ({
      where: `${nameOf(found)} event ${number}`,
      what: `pays ${key} again`,
    }));
  });
}

/** `booked` grows by every voucher's key: no payment is booked in two years either. */
function wrongVouchers(
  { partition, events }: FoundStream,
  released: ReadonlySet<string>,
  booked: Set<string>,
): readonly Finding[] {
  return events.flatMap(({ number, event }) => {
    const voucher = event as unknown as Voucher;
    const wrong = [
      ...(voucher.number === number ? [] : [`stands in the place of ${number}`]),
      ...(sumsToZero(voucher) ? [] : ['does not sum to zero']),
      ...(booked.has(voucher.key) ? [`books ${voucher.key} again`] : []),
      ...(released.has(voucher.proposal) ? [] : ['books a payment that was not released']),
    ];
    booked.add(voucher.key);
    return wrong.map((what) => ({ where: `${partition} voucher ${voucher.number}`, what }));
  });
}

/** Every word about the switch must be what the switch itself would have answered, asked by the same person at that point. */
function wrongInSwitch(found: FoundStream): readonly Finding[] {
  let state = neverStopped;
  return found.events.flatMap(({ event: json, number }) => {
    const event = json as unknown as SwitchEvent;
    const { type, at, by, reason } = event;
    const kind = type === 'stopped' ? 'stop' : 'lift';
    const decision = decideSwitch(state, { kind, at, by, reason });
    const allowed = decision.ok && decision.value[0]?.type === type;
    const after: SwitchState | undefined = evolveSwitch(state, event);
    if (!after) throw new RangeError(`"${type}" is nothing that happens to the switch`);
    state = after;
    const why = decision.ok ? '' : `: ${decision.refusal.code}`;
    return allowed
      ? []
      : [{ where: `${nameOf(found)} event ${number}`, what: `${type} that was not allowed${why}` }];
  });
}
