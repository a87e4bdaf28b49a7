import { Logger } from '@aws-lambda-powertools/logger';

/** Ids that every line of a call holds, so that whoever has one line finds the others. */
export type LogKeys = Readonly<Record<string, string | undefined>>;

let running: Logger | undefined;

/** Begins a call of a handler: its lines hold these ids, and none of the call before. One process is given one call at a time. */
export function beginLog(logger: Logger, keys: LogKeys): void {
  logger.resetKeys();
  logger.appendKeys(keys);
  running = logger;
}

/** The log of the call that is running; outside any, one without ids. */
export const log = (): Logger => running ?? new Logger();
