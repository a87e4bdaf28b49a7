import {
  casesNamed,
  type MatchedReport,
  matchReport,
  type Told,
} from '../../core/bank/match-report.ts';
import type { BankReport } from '../../core/bank/report.ts';
import type { ReportItem } from '../../core/bank/report-events.ts';
import { canonical } from '../../core/canonical.ts';
import { type CaseState, evolve, unopened } from '../../core/payment/evolve.ts';
import { attempt, type FoundCase, type Parts } from '../../core/record/contradictions/parts.ts';
import { isFrom, partsOf } from './note-words.ts';

/**
 * What a report came to, part by part, each case taken as it was then: before it noted the part, or, where nothing of it was news, as it
 * was when what the record says of the report follows from it.
 */
export function matchedAnew(
  parts: Pick<Parts, 'cases' | 'reports'>,
  hash: string,
  report: BankReport,
): readonly MatchedReport[] {
  const taken = parts.reports.get(hash);
  const noted = Map.groupBy(taken?.items ?? [], (item) => item?.case);
  const made: MatchedReport[] = [];
  for (const [index, payments] of partsOf(report).entries()) {
    const before = made.flatMap(({ items }) => items);
    const told = made.at(-1)?.told ?? new Map();
    const part = { report: { ...report, payments }, hash, number: index + 1, told };
    const states = new Map(
      casesNamed(report).flatMap((id) => {
        const about = parts.cases.get(id);
        if (!about) return [];
        const from = before.filter((item) => item.case === id).length;
        return [
          [id, stateThen(part, about, taken?.at, (noted.get(id) ?? []).slice(from))] as const,
        ];
      }),
    );
    made.push(matchReport(part.report, states, told));
  }
  return made;
}

interface Part {
  readonly report: BankReport;
  readonly hash: string;
  /** From 1. */
  readonly number: number;
  readonly told: Told;
}

/** Where the record says of a part what follows from no state of the case, that at the time of the report. */
function stateThen(
  part: Part,
  about: FoundCase,
  at: string | undefined,
  items: readonly ReportItem[],
): CaseState {
  const states = statesOf(about);
  const own = about.events.findIndex((each) => isFrom(part, each));
  if (own >= 0) return states[own] ?? unopened;
  const then = states[about.events.filter(({ event }) => event.at <= (at ?? '')).length];
  // What is judged is what is known of its payments: states that differ in nothing of that are one.
  const once = new Map(states.map((state) => [state.lines, state]));
  const fits = [...(then ? [then] : []), ...once.values()].find((state) => {
    const matched = matchReport(part.report, new Map([[about.id, state]]), part.told);
    const made = matched.items.filter((item) => item.case === about.id);
    return matched.words.size === 0 && canonical(made) === canonical(items.slice(0, made.length));
  });
  return fits ?? then ?? unopened;
}

/** What a case was before each of its events, and after them, as far as they can be folded. */
const statesOf = ({ events }: FoundCase): readonly CaseState[] => {
  const states: CaseState[] = [unopened];
  for (const { event } of events) {
    const after = attempt(() => evolve(states.at(-1) ?? unopened, event) as CaseState | undefined);
    if (!after) return states;
    states.push(after);
  }
  return states;
};
