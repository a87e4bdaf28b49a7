import { appendFileSync } from 'node:fs';
import type { DatabaseRequest, Meter, MeteredCall, Service, Took } from '../cloud/meter.ts';
import { DatabaseCount } from './database-use.ts';
import { metricsIn } from './metrics.ts';
import type { Units, UsageLine } from './usage.ts';

interface Under {
  readonly call: MeteredCall;
  readonly database: Map<string, Units>;
  databaseRequests: number;
  readonly requests: Map<string, number>;
  putBytes: number;
}

/** Writes what each call used, a line each, as soon as it is over. */
export class UsageMeter implements Meter {
  readonly #file: string;
  readonly #database = new DatabaseCount();
  #under: Under | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  begins(call: MeteredCall): void {
    this.#under = {
      call,
      database: new Map(),
      databaseRequests: 0,
      requests: new Map(),
      putBytes: 0,
    };
  }

  asksDatabase(request: DatabaseRequest): void {
    const under = this.#under;
    if (under === undefined) return; // The year's own report reads the record; in AWS there is none.
    under.databaseRequests++;
    for (const { kind, readUnits, writeUnits, addedBytes } of this.#database.use(request)) {
      const { reads = 0, writes = 0, addedBytes: before = 0 } = under.database.get(kind) ?? {};
      under.database.set(kind, {
        reads: reads + readUnits,
        writes: writes + writeUnits,
        addedBytes: before + addedBytes,
      });
    }
  }

  asks(service: Service, operation: string, bytes: number): void {
    const under = this.#under;
    if (under === undefined) return;
    const name = `${service}.${operation}`;
    under.requests.set(name, (under.requests.get(name) ?? 0) + 1);
    if (name === 's3.PUT') under.putBytes += bytes;
  }

  ends({ importCpuUs, callCpuUs, logged }: Took): void {
    const under = this.#under;
    if (under === undefined) throw new Error('A call ended that never began.');
    this.#under = undefined;
    const text = logged.join('');
    const { call, database, databaseRequests, requests, putBytes } = under;
    this.#write({
      kind: 'call',
      ...call,
      ...{ importCpuUs, callCpuUs },
      logBytes: Buffer.byteLength(text),
      logLines: text.split('\n').length - 1,
      metrics: metricsIn(text),
      database: Object.fromEntries(database),
      databaseRequests,
      requests: Object.fromEntries(requests),
      putBytes,
    });
  }

  putFromOutside(at: string, putBytes: number): void {
    this.#write({ kind: 'outside', at, putBytes });
  }

  /** The year was counted whole. */
  close(assembly: string): void {
    this.#write({ kind: 'ended', assembly });
  }

  #write(line: UsageLine): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}
