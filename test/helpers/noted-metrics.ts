import type { Instant } from '../../core/calendar/stockholm.ts';
import type { CountName, Metrics, MomentName } from '../../functions/shared/metrics.ts';

/** Notes what is counted, in the order in which it was said. */
export class NotedMetrics implements Metrics {
  readonly said: (readonly [CountName | MomentName, number | Instant])[] = [];

  count(name: CountName, number = 1): void {
    this.said.push([name, number]);
  }

  since(name: MomentName, moment: Instant): void {
    this.said.push([name, moment]);
  }

  /** Everything that was said under a name. */
  of(name: CountName | MomentName): readonly (number | Instant)[] {
    return this.said.filter(([said]) => said === name).map(([, value]) => value);
  }
}
