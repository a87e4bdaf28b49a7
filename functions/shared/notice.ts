import type { Day } from '../../core/calendar/day.ts';
import type { Instant } from '../../core/calendar/stockholm.ts';
import type { CaseId } from '../../core/record/case-id.ts';

/**
 * What a group of people is told: that a case waits for their approval, that it still does shortly before the pay day, or what
 * has become of the switch. It names cases, hashes and days, and holds no amount and nobody's name.
 */
export type Notice = {
  readonly at: Instant;
  /** The group, as the identity provider names it. */
  readonly to: string;
  readonly kind: 'asked' | 'reminder' | 'stopped' | 'lift-asked' | 'lifted';
  readonly case?: CaseId;
  /** Hash of the proposal that waits. */
  readonly proposal?: string;
  readonly payDay?: Day;
  /** Of a reminder: its day. Each day has its own. */
  readonly day?: Day;
  /** Of the switch: the number of the event that it tells of. */
  readonly switchEvent?: number;
};

/** Sends what people are told out of the system. It may be asked to send the same notice again. */
export interface Notifier {
  publish(notice: Notice): Promise<void>;
}
