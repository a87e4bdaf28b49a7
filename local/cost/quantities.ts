import { Decimal } from 'decimal.js';
import {
  ACCESS_LOG_BYTES,
  ACL_LOG_BYTES,
  KEY_CACHE_MS,
  LOG_LINE_BYTES,
  STATE_LOG_BYTES,
  SYSTEM_LOG_BYTES,
  SYSTEM_LOG_LINES,
} from './assumptions.ts';
import type { CausedCall } from './every-call.ts';
import { billedMbMs, MB_MS_PER_GB_SECOND } from './lambda-time.ts';
import { monthOfInstant } from './month-of.ts';
import type { PriceId } from './prices.ts';
import type { Keyed, Setup } from './setup.ts';
import type { Transition } from './transitions.ts';

/** So much of something was used in a month, because of a case or because of the clock. */
export interface Quantity {
  readonly by: CausedCall['by'];
  readonly month: string;
  readonly price: PriceId;
  readonly quantity: Decimal;
}

/** An object that somebody outside put. */
export interface PutFromOutside {
  readonly at: string;
  readonly putBytes: number;
}

export interface CountedYear {
  readonly calls: readonly CausedCall[];
  readonly outside: readonly PutFromOutside[];
  readonly transitions: readonly Transition[];
  /** Simulated instants. What is stored is stored to the end. */
  readonly from: string;
  readonly to: string;
}

const GB = 1024 ** 3;
/** AWS's month of 730 hours. */
const MONTH_MS = 730 * 3_600_000;

/** Everything that a year uses, by cause, month and price. */
export function quantitiesOf(year: CountedYear, setup: Setup): Quantity[] {
  const { transitions, outside, to } = year;
  const calls = year.calls.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const lastUse = new Map<string, string>();
  return [
    ...transitions.flatMap((each) => ofTransition(each, setup)),
    ...(setup.tracesExecutions ? firstOfEach(transitions) : []).map(({ month }) =>
      quantity('case', month, 'xray.trace', 1),
    ),
    ...calls.flatMap((call) => ofCall(call, to, setup, lastUse)),
    ...outside.flatMap(({ at, putBytes }) => {
      const month = monthOfInstant(at);
      return [
        quantity('case', month, 's3.put', 1),
        quantity('case', month, 'events.event', 1),
        quantity('case', month, 's3.storage', gbMonths(putBytes, at, to)),
      ];
    }),
  ].filter(({ quantity: each }) => !each.isZero());
}

const quantity = (
  by: Quantity['by'],
  month: string,
  price: PriceId,
  amount: Decimal.Value,
): Quantity => ({ by, month, price, quantity: new Decimal(amount) });

function ofCall(
  call: CausedCall,
  to: string,
  setup: Setup,
  lastUse: Map<string, string>,
): Quantity[] {
  const { by, at, functionName, requests } = call;
  const month = monthOfInstant(at);
  const of = (price: PriceId, amount: Decimal.Value) => quantity(by, month, price, amount);
  const units = Object.values(call.database);
  const sum = (field: 'reads' | 'writes' | 'addedBytes') =>
    units.reduce((all, each) => all.plus(each[field]), new Decimal(0));
  const stored = gbMonths(sum('addedBytes'), at, to);
  const database = setup.tableIsInfrequent ? infrequent : standard;
  const asked = setup.behindApi.has(functionName) ? 1 : 0;
  const logged = logBytes(call, setup) + asked * (ACCESS_LOG_BYTES + setup.acls * ACL_LOG_BYTES);
  const [published = 0, puts = 0, gets = 0] = ['sns.POST', 's3.PUT', 's3.GET'].map(
    (name) => requests[name] ?? 0,
  );
  const keyed = (resource: Keyed, uses: number) => (setup.keyed.has(resource) ? uses : 0);
  return [
    of('lambda.request', 1),
    of('lambda.gbSecond', new Decimal(billedMbMs(call)).dividedBy(MB_MS_PER_GB_SECOND)),
    of(database.read, sum('reads')),
    of(database.write, sum('writes')),
    of(database.storage, stored),
    of('dynamodb.recovery', setup.tableHasRecovery ? stored : 0),
    of('kms.request', keyed('table', asksForKey(call, lastUse) ? 1 : 0)),
    // At most: what these services keep of a key for a while is not known here. How often logs ask for theirs is published nowhere.
    of('kms.request', keyed('function', 1)),
    of('kms.request', keyed('topic', published) + keyed('bucket', puts + gets)),
    of('logs.ingestion', new Decimal(logged).dividedBy(GB)),
    of('logs.storage', gbMonths(logged, at, to)),
    of('scheduler.firing', by === 'clock' ? 1 : 0),
    of('api.request', asked),
    of('waf.request', asked * setup.acls),
    of('xray.trace', setup.tracesApi ? asked : 0),
    of('xray.trace', setup.traced.has(functionName) ? 1 : 0),
    of('sns.publish', published),
    of('sns.mail', published),
    of('s3.put', puts),
    of('s3.get', gets),
    of('s3.storage', gbMonths(call.putBytes, at, to)),
  ];
}

const standard = {
  read: 'dynamodb.read',
  write: 'dynamodb.write',
  storage: 'dynamodb.storage',
} as const;
const infrequent = {
  read: 'dynamodb.infrequentRead',
  write: 'dynamodb.infrequentWrite',
  storage: 'dynamodb.infrequentStorage',
} as const;

/** Bytes for as long as they are kept within the year. */
function gbMonths(bytes: Decimal.Value, at: string, to: string): Decimal {
  const ms = Math.max(0, Date.parse(to) - Date.parse(at));
  return new Decimal(bytes).times(ms).dividedBy(GB).dividedBy(MONTH_MS);
}

function ofTransition({ month }: Transition, { keyed, logsStates }: Setup): Quantity[] {
  const logged = new Decimal(logsStates ? STATE_LOG_BYTES : 0).dividedBy(GB);
  return [
    quantity('case', month, 'states.transition', 1),
    quantity('case', month, 'kms.request', keyed.has('machine') ? 1 : 0),
    quantity('case', month, 'logs.ingestion', logged),
  ];
}

/** The first state of each execution. */
const firstOfEach = (transitions: readonly Transition[]): Transition[] => [
  ...new Map(transitions.toReversed().map((each) => [each.execution, each])).values(),
];

/** Each function is a caller of its own, by its role. */
function asksForKey(
  { functionName, at, databaseRequests }: CausedCall,
  lastUse: Map<string, string>,
): boolean {
  if (databaseRequests === 0) return false;
  const last = lastUse.get(functionName);
  lastUse.set(functionName, at);
  return last === undefined || Date.parse(at) - Date.parse(last) > KEY_CACHE_MS;
}

function logBytes({ functionName, logBytes, logLines }: CausedCall, { quiet }: Setup): number {
  const system = quiet.has(functionName) ? 0 : SYSTEM_LOG_BYTES + SYSTEM_LOG_LINES * LOG_LINE_BYTES;
  return logBytes + logLines * LOG_LINE_BYTES + system;
}
