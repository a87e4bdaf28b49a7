import { type Instant, parseInstant } from '../../core/calendar/stockholm.ts';
import type { Actor, LocalCloud, OpenWait } from '../../local/cloud/local-cloud.ts';
import { type Asked, askedIn } from '../../local/officials/asked.ts';

/** What somebody does: with the case's wait in front of them, at that moment. */
export type Deed = (cloud: LocalCloud, at: Instant, asked: AskedWait) => Promise<unknown>;

export type AskedWait = Asked & { readonly token: string };

/** Which wait of a case: for what, and the how manyeth for that, from 1 (the first when left out). */
export interface WhichWait {
  readonly case: string;
  readonly purpose: 'inputs' | 'approval' | 'change' | 'bank' | 'return';
  readonly nth?: number;
  /** How long after the wait began. The local officials answer after an hour at the earliest. */
  readonly minutes: number;
}

const later = (since: string, minutes: number): Instant =>
  parseInstant(new Date(Date.parse(since) + minutes * 60_000).toISOString());

/** Somebody who does one thing, once, some minutes after a case has begun to wait. */
export const whenWaiting =
  (which: WhichWait, deed: Deed) =>
  (cloud: LocalCloud): Actor => {
    const seen: string[] = [];
    const id = `${which.case} ${which.purpose} ${which.nth ?? 1} ${which.minutes}`;
    const found = (waits: readonly OpenWait[]) => {
      const fitting = waits.find((wait) => {
        const { case: of, purpose } = askedIn(wait.payload);
        return of === which.case && purpose === which.purpose;
      });
      if (!fitting || cloud.done(id)) return undefined;
      if (!seen.includes(fitting.token)) seen.push(fitting.token);
      if (seen.indexOf(fitting.token) + 1 !== (which.nth ?? 1)) return undefined;
      return { ...fitting, at: later(fitting.since, which.minutes) };
    };
    return {
      nextAt: (waits) => found(waits)?.at,
      async act(now) {
        const wait = found(cloud.waits());
        if (!wait) return;
        const asked = { ...askedIn(wait.payload), token: wait.token };
        await cloud.once(id, async () => void (await deed(cloud, parseInstant(now), asked)));
      },
    };
  };

/** Somebody who does one thing, once, at a moment. */
export const atInstant =
  (moment: string, deed: (cloud: LocalCloud, at: Instant) => Promise<unknown>) =>
  (cloud: LocalCloud): Actor => {
    const at = parseInstant(moment);
    return {
      nextAt: () => (cloud.done(`at ${at}`) ? undefined : at),
      act: () => cloud.once(`at ${at}`, async () => void (await deed(cloud, at))),
    };
  };

/** The same approvers, to whom what one case asks is never shown. */
export const blindTo =
  (ofCase: string, approvers: (cloud: LocalCloud) => Actor) =>
  (cloud: LocalCloud): Actor => {
    const others = (waits: readonly OpenWait[]) =>
      waits.filter(({ payload }) => askedIn(payload).case !== ofCase);
    const shown: LocalCloud = { ...cloud, waits: () => others(cloud.waits()) };
    const inner = approvers(shown);
    return {
      nextAt: (waits) => inner.nextAt(others(waits)),
      act: (now) => inner.act(now, shown),
    };
  };
