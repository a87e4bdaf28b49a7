import {
  ASKED_AT_ONCE,
  CONNECTION_CPU_MS,
  CONNECTION_WAIT_MS,
  CPU_FACTOR,
  DATABASE_WAIT_MS,
  RUNTIME_INIT_MS,
  SERVICE_WAIT_MS,
  WHOLE_CPU_MB,
} from './assumptions.ts';
import type { CallUsage } from './usage.ts';

/**
 * What Lambda would bill for a call that begins cold, in whole milliseconds, rounded up: INIT at a whole processor, the call itself at
 * the share that its memory gives, and waiting for one request after the other, though some are sent together.
 */
export function billedMs(call: CallUsage): number {
  const initMs = RUNTIME_INIT_MS + inLambdaMs(call.importCpuUs);
  const slower = Math.max(1, WHOLE_CPU_MB / call.memoryMb);
  const services = new Set(Object.keys(call.requests).map((name) => name.split('.')[0]));
  const connections = services.size + (call.databaseRequests > 0 ? 1 : 0);
  const others = Object.entries(call.requests).reduce(
    (sum, [name, count]) => sum + (name === ASKED_AT_ONCE ? 1 : count),
    0,
  );
  const cpuMs = inLambdaMs(call.callCpuUs) + connections * CONNECTION_CPU_MS;
  const waitMs =
    connections * CONNECTION_WAIT_MS +
    call.databaseRequests * DATABASE_WAIT_MS +
    others * SERVICE_WAIT_MS;
  return Math.ceil(initMs + cpuMs * slower + waitMs);
}

const inLambdaMs = (cpuUs: number): number => (cpuUs / 1000) * CPU_FACTOR;

/** Megabyte-milliseconds: integers, so that sums are exact. 1 024 000 of them are a GB-second. */
export const billedMbMs = (call: CallUsage): number => billedMs(call) * call.memoryMb;

export const MB_MS_PER_GB_SECOND = 1024 * 1000;
