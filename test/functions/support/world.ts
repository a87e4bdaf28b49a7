import { agreements, type Rulebooks } from '../../../core/agreement/rulebook.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { type Instant, instantInStockholm } from '../../../core/calendar/stockholm.ts';
import type { Json } from '../../../core/canonical.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { type CaseState, foldRecorded } from '../../../core/payment/evolve.ts';
import type { Voucher } from '../../../core/payment/voucher.ts';
import {
  bankOrderStream,
  type CaseId,
  caseStream,
  journalStream,
} from '../../../core/record/case-id.ts';
import { RememberingRecords } from '../../../functions/adapters/remembering-records.ts';
import type { Started, Workflows } from '../../../functions/adapters/step-functions.ts';
import type { FunctionName } from '../../../functions/contract/functions.ts';
import type { WholePorts } from '../../../functions/shared/anchor-ports.ts';
import type { Notice, Notifier } from '../../../functions/shared/notice.ts';
import type { WorkflowPorts } from '../../../functions/shared/workflow-ports.ts';
import { type LocalPerson, person } from '../../../local/officials/people.ts';
import { testDebtor } from '../../helpers/debtor.ts';
import { MemoryFiles } from '../../helpers/memory-files.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { NotedMetrics } from '../../helpers/noted-metrics.ts';
import { RightfulRecords } from '../../helpers/rightful-records.ts';

/** Notes what is started and woken, and does nothing else. Every case that has ever waited runs, unless a test says what does. */
export class FakeWorkflows implements Workflows {
  readonly #records: MemoryRecords;
  executing: readonly string[] | undefined;
  readonly started: { readonly machine: string; readonly case: string; readonly name: string }[] =
    [];
  readonly woken: string[] = [];
  /** Executions that have ended, by their names; a test says which. */
  readonly ended = new Set<string>();

  constructor(records: MemoryRecords) {
    this.#records = records;
  }

  running(): Promise<readonly string[]> {
    const places = Object.keys(this.#records.dump()).filter((place) => place.startsWith('TOKEN#'));
    const names = places.map((place) =>
      place.slice(place.indexOf('/') + 1, place.lastIndexOf('#')),
    );
    return Promise.resolve(this.executing ?? [...new Set(names)]);
  }

  start(machine: string, caseId: CaseId, name: string): Promise<Started> {
    if (this.ended.has(name)) return Promise.resolve('ended');
    this.started.push({ machine, case: caseId, name });
    return Promise.resolve('under-way');
  }

  find(_machine: string, name: string): Promise<Started | undefined> {
    if (this.ended.has(name)) return Promise.resolve('ended');
    return Promise.resolve(
      this.started.some((each) => each.name === name) ? 'under-way' : undefined,
    );
  }

  wake(token: string): Promise<void> {
    this.woken.push(token);
    return Promise.resolve();
  }
}

/** Notes what is sent, and does nothing else, unless it is told to fail. */
export class FakeNotifier implements Notifier {
  readonly sent: Notice[] = [];
  failing = false;

  publish(notice: Notice): Promise<void> {
    if (this.failing) return Promise.reject(new Error('The topic is out of reach.'));
    this.sent.push(notice);
    return Promise.resolve();
  }
}

/** Everything that a handler may use, in memory. */
export interface World extends WorkflowPorts {
  readonly records: MemoryRecords;
  readonly workflows: FakeWorkflows;
  readonly notifier: FakeNotifier;
  readonly paymentFiles: MemoryFiles;
  readonly documents: MemoryFiles;
  /** What the bank has put into its bucket. */
  readonly reports: MemoryFiles;
  readonly metrics: NotedMetrics;
  readonly anchors: MemoryFiles;
}

export const newWorld = (
  records = new MemoryRecords(),
  paymentFiles = new MemoryFiles(),
  anchors = new MemoryFiles(),
  rulebooks: Rulebooks = agreements,
  reports = new MemoryFiles(),
  documents = new MemoryFiles(),
): World => ({
  records,
  rulebooks,
  workflows: new FakeWorkflows(records),
  notifier: new FakeNotifier(),
  codeVersion: 'test',
  debtor: testDebtor,
  paymentFiles,
  documents,
  reports,
  metrics: new NotedMetrics(),
  anchors,
});

/**
 * The world as one call of a function is given it: what it has read it does not read again, and what its role would be refused is
 * `BeyondItsRights`. A door is called by the function of the API, or the step, that people or the bank come to it through.
 */
export const asCalled = (world: WorkflowPorts, by: FunctionName): WorkflowPorts => ({
  ...world,
  records: new RightfulRecords(by, new RememberingRecords(world.records)),
});

/** The world as one call of those that anchor is given it. */
export const asAnchoring = (
  { records, anchors, paymentFiles, reports, documents, metrics }: World,
  by: 'anchor-record' | 'verify-events' | 'verify-record',
): WholePorts => ({
  stored: new RightfulRecords(by, records).stored(records),
  anchors,
  files: { payments: paymentFiles, reports, documents },
  metrics,
});

/** The same record and files, going their own way; nobody has been started or woken in them yet. */
export const copyOf = (world: World): World =>
  newWorld(
    world.records.copy(),
    world.paymentFiles.copy(),
    world.anchors.copy(),
    world.rulebooks,
    world.reports.copy(),
    world.documents.copy(),
  );

/** A moment by Stockholm's clocks: `at('2021-03-01', '06:00')`. */
export const at = (day: string, time = '08:00'): Instant => instantInStockholm(parseDay(day), time);

/** Who does something, and when, as doors are told. */
export function by(who: LocalPerson, when: Instant) {
  const { groups, ...rest } = person(who, when);
  return { at: when, by: { ...rest, groups: [...groups] } };
}

export const eventsOf = async (world: WorkflowPorts, id: CaseId): Promise<readonly CaseEvent[]> =>
  (await world.records.read<CaseEvent>(caseStream(id))).map(({ event }) => event);

export const typesOf = async (world: WorkflowPorts, id: CaseId): Promise<readonly string[]> =>
  (await eventsOf(world, id)).map(({ type }) => type);

export const stateOf = async (world: WorkflowPorts, id: CaseId): Promise<CaseState> =>
  foldRecorded(await world.records.read<CaseEvent>(caseStream(id)));

export const vouchersOf = async (world: WorkflowPorts, year: number): Promise<readonly Voucher[]> =>
  (await world.records.read<Voucher>(journalStream(year))).map(({ event }) => event);

/** What was sent to the bank for the case, oldest first. */
export const ordersOf = async (world: WorkflowPorts, id: CaseId): Promise<readonly Json[]> =>
  (await world.records.read(bankOrderStream(id))).map(({ event }) => event);

/** How often the case was paid: releases ordered, orders to the bank, and vouchers under its own key. */
export async function paymentsOf(world: WorkflowPorts, id: CaseId) {
  const released = (await typesOf(world, id)).filter((type) => type === 'release-ordered').length;
  const orders = (await ordersOf(world, id)).length;
  const journals = await Promise.all([vouchersOf(world, 2021), vouchersOf(world, 2022)]);
  const vouchers = journals.flat().filter(({ key }) => key === id).length;
  return { released, orders, vouchers };
}

export const paidOnce = { released: 1, orders: 1, vouchers: 1 } as const;
export const notPaid = { released: 0, orders: 0, vouchers: 0 } as const;

/** Lets a promise be refused, and gives the error's name and message; undefined when it was not refused. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ readonly name: string; readonly message: string } | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { name: error.name, message: error.message };
  }
}
