import { setTimeout as sleep } from 'node:timers/promises';
import { firstDayOf } from '../../core/calendar/day.ts';
import { addMonths, type Month, monthOf, monthsFrom } from '../../core/calendar/month.ts';
import { dayInStockholm, instantInStockholm, parseInstant } from '../../core/calendar/stockholm.ts';
import type { Records } from '../../core/ports.ts';
import { DynamoDbRecords } from '../../functions/adapters/dynamodb-records.ts';
import { LocalBank } from '../bank/local-bank.ts';
import { type Actor, type LocalCloud, openLocalCloud } from '../cloud/local-cloud.ts';
import { registrations } from '../inputs/registrations.ts';
import { FIRST_DAY } from '../inputs/run-days.ts';
import { issuerKeys } from '../issuer/keys.ts';
import { ISSUER_PATH, LocalIssuer } from '../issuer/local-issuer.ts';
import { Approvers } from '../officials/approvers.ts';
import { Registrars } from '../officials/registrars.ts';
import { ReturnDesk } from '../officials/return-desk.ts';
import { beginRun, noteHeads } from '../record/anchored.ts';
import { foundStreams, localClient, localDynamoDb, theTable } from '../record/found-streams.ts';
import { streamsOfMonth } from '../record/streams-of-month.ts';
import { waitingIn } from '../record/waiting.ts';
import { YearInRecord } from '../record/year-in-record.ts';
import type { ConsoleFiles } from '../serving/console-files.ts';
import type { LoopbackServer } from '../serving/loopback-server.ts';
import { site } from '../serving/site.ts';
import type { WebAnswer, WebRequest } from '../serving/web.ts';
import { goOnFromRecord } from './go-on-from-record.ts';
import { lastMonth } from './last-month.ts';
import { Signal } from './signal.ts';
import { Turns } from './turns.ts';
import { underWay } from './under-way.ts';
import { waitsForPeople } from './waits-for-people.ts';
import { type YearOutcome, yearOutcome } from './year-outcome.ts';
import type { YearRun } from './year-run.ts';

/** How far a run of months has come. */
export type Progress =
  /** Every month is over. */
  | 'ended'
  /** Something waits for a person, and nobody was to wait for them. */
  | 'waits'
  /** It was told to stop. */
  | 'stopped';

/** The database as the functions may ask it, and as whoever reads all of it must. */
const databasesAt = (endpoint: string) => ({
  functions: localDynamoDb(endpoint),
  whole: localClient(endpoint),
});

type Databases = ReturnType<typeof databasesAt>;

function destroyAll({ functions, whole }: Databases): void {
  functions.destroy();
  whole.destroy();
}

/**
 * A grant year on a local cloud, with the issuer, the API and the console of the same origin before it. The months run, people
 * send requests, and each acts in its turn; after each request the executions run on.
 */
export class LiveYear {
  readonly cloud: LocalCloud;
  readonly #run: YearRun;
  readonly #databases: Databases;
  readonly #table: string;
  readonly #records: Records;
  readonly #actors: readonly Actor[];
  readonly #last: Month;
  readonly #turns = new Turns();
  readonly #acted = new Signal();
  readonly #stopping = Promise.withResolvers<void>();
  #stopped = false;
  #notBefore = 0;
  /** Says beside the record that the run has ended, where nothing has been recorded since its heads were noted. */
  #noteEnd: (() => void) | undefined;

  private constructor(run: YearRun, cloud: LocalCloud, databases: Databases, table: string) {
    const arrivals = run.arrivals ?? registrations(run.inputs);
    this.cloud = cloud;
    this.#run = run;
    this.#databases = databases;
    this.#table = table;
    this.#records = new DynamoDbRecords(databases.functions, table);
    this.#last = run.until ?? lastMonth(run.inputs, arrivals);
    const { bank: conduct = 'calm' } = run;
    const bank = new LocalBank(cloud, run.records, conduct);
    const officials = [
      run.approvers?.(cloud) ?? new Approvers(cloud),
      new ReturnDesk(cloud, () => bank.deliveries(), conduct),
    ];
    this.#actors = [
      new Registrars(cloud, this.#records, arrivals, run.approve === 'console'),
      bank,
      ...(run.approve === 'auto' ? officials : []),
      ...(run.actors?.(cloud) ?? []),
    ];
  }

  /** Opens the year where its records are. `server` answers from now on. */
  static async open(
    run: YearRun,
    server: LoopbackServer,
    console: Promise<ConsoleFiles> | null,
  ): Promise<LiveYear> {
    const beginning = instantInStockholm(FIRST_DAY, '00:00');
    const cloud = await openLocalCloud({
      assembly: run.assembly,
      records: run.records,
      startAt: beginning,
      issuer: `${server.origin}${ISSUER_PATH}`,
      ...run.cloud,
    });
    const databases = databasesAt(cloud.endpoints().dynamodb);
    try {
      const table = await theTable(databases.whole);
      const year = new LiveYear(run, cloud, databases, table);
      const found = await foundStreams(databases.whole, table);
      if ((await beginRun(run.records, found)) === 'under way') run.onUnended?.();
      const { origin } = server;
      const issuer = new LocalIssuer({ origin, keys: await issuerKeys(), now: () => cloud.now() });
      server.answerWith(site({ origin, issuer, console, api: year }));
      const goesOn = await goOnFromRecord(cloud, found);
      if (goesOn !== null) run.onLoss?.(goesOn);
      // What was recorded before a crash and reached nobody is delivered now, not at the next full hour.
      if (cloud.now() !== beginning) await cloud.invoke('redeliver-answers', {});
      return year;
    } catch (error) {
      destroyAll(databases);
      await cloud.close();
      throw error;
    }
  }

  /** Answers a request to the API in its turn. After one that may have written, the executions run on and the clock stays. */
  answer(request: WebRequest): Promise<WebAnswer> {
    return this.#turns.take(async () => {
      const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
      if (!isRead) this.#noteEnd = undefined;
      const answer = await this.cloud.api().answer(request);
      if (isRead || answer.status >= 300) return answer;
      await this.cloud.runUntil(this.cloud.now(), this.#actors);
      this.#notBefore = performance.now() + (this.#run.graceMs ?? 0);
      this.#acted.give();
      return answer;
    });
  }

  /** Runs the months that are left, with the local officials or up to what waits for a person. */
  async runMonths(whenWaiting: 'stop' | 'wait' = 'stop'): Promise<Progress> {
    const { approve, inputs, onMonth } = this.#run;
    const reached = monthOf(dayInStockholm(parseInstant(this.cloud.now())));
    for (const month of monthsFrom(monthOf(FIRST_DAY), this.#last)) {
      let progress: Progress = 'ended';
      if (month >= reached) {
        const end = instantInStockholm(firstDayOf(addMonths(month, 1)), '00:00');
        progress =
          approve === 'auto' ? await this.#runTo(end) : await this.#stepTo(end, whenWaiting);
      }
      if (progress === 'stopped') return progress;
      await this.#turns.take(async () => {
        const streams = await streamsOfMonth(this.#records, inputs.agreementYear, month);
        const year = new YearInRecord(streams, inputs.agreementYear);
        onMonth(month, year, waitingIn(this.cloud));
      });
      if (progress === 'waits') return progress;
    }
    return 'ended';
  }

  /**
   * After the months the clock stands still, until it is stopped; it goes on for what people set going then, such as a payment that is
   * sent again, as long as that waits for nobody.
   */
  async runOn(): Promise<void> {
    const from = this.cloud.now();
    while (!this.#stopped) {
      // Taken before the step: a request right after it must not be missed.
      const acted = this.#acted.next();
      if (!(await this.#turns.take(() => this.#goOn(from))))
        await Promise.race([acted, this.#stopping.promise]);
    }
  }

  /** Lets what is under way come to its end and starts nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#stopping.resolve();
  }

  /** What the year has come to, read from the record. Notes the record's heads beside it. */
  outcome(): Promise<YearOutcome> {
    return this.#turns.take(async () => {
      const { agreementYear } = this.#run.inputs;
      const found = await foundStreams(this.#databases.whole, this.#table);
      const year = new YearInRecord(found, agreementYear);
      const note = (run: 'under way' | 'ended') =>
        noteHeads(this.#run.records, found, year.verification(), run);
      const unlike = note('under way');
      this.#noteEnd = () => note('ended');
      return yearOutcome(this.#run, this.cloud, year, { found, unlike });
    });
  }

  /** Ends after what is under way. */
  close(): Promise<void> {
    this.stop();
    return this.#turns.take(async () => {
      destroyAll(this.#databases);
      this.#noteEnd?.();
      await this.cloud.close();
    });
  }

  async #runTo(end: string): Promise<Progress> {
    return await this.#turns.take(async () => {
      if (this.#stopped) return 'stopped';
      this.#noteEnd = undefined;
      await this.cloud.runUntil(end, this.#actors, this.#run.onTime);
      return 'ended';
    });
  }

  /** From one thing that happens to the next, so that requests come in between; the clock stands still for a person. */
  async #stepTo(end: string, whenWaiting: 'stop' | 'wait'): Promise<Progress> {
    for (;;) {
      const graceMs = this.#notBefore - performance.now();
      if (graceMs > 0) await Promise.race([sleep(graceMs), this.#stopping.promise]);
      // Taken before the step: a request right after it must not be missed.
      const acted = this.#acted.next();
      const step = await this.#turns.take(() => this.#step(end));
      if (step === 'ended' || step === 'stopped') return step;
      if (step === 'waits') {
        if (whenWaiting === 'stop') return step;
        this.#run.onWaiting?.(waitingIn(this.cloud));
        await Promise.race([acted, this.#stopping.promise]);
      }
    }
  }

  /** To the next thing that happens; false when there is nothing to go on for. */
  async #goOn(from: string): Promise<boolean> {
    const { cloud } = this;
    this.#noteEnd = undefined;
    if (this.#stopped || underWay(cloud.executions(), cloud.waits(), from).length === 0)
      return false;
    const next = await cloud.nextAt(this.#actors);
    if (next === undefined) return false;
    await cloud.runUntil(next, this.#actors, this.#run.onTime);
    return true;
  }

  async #step(end: string): Promise<Progress | 'on'> {
    const { cloud } = this;
    if (this.#stopped) return 'stopped';
    this.#noteEnd = undefined;
    await cloud.runUntil(cloud.now(), this.#actors);
    if (waitsForPeople(cloud.waits()).length > 0) return 'waits';
    if (performance.now() < this.#notBefore) return 'on';
    const next = await cloud.nextAt(this.#actors);
    const over = next === undefined || next > end;
    await cloud.runUntil(over ? end : next, this.#actors, this.#run.onTime);
    return over ? 'ended' : 'on';
  }
}
