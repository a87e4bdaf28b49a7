import { rulebookOf } from '../../core/agreement/rulebook.ts';
import type { CaseId } from '../../core/record/case-id.ts';
import type { Finding, FoundStream } from '../../core/record/verify.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { waitingIn } from '../record/waiting.ts';
import type { YearInRecord } from '../record/year-in-record.ts';
import type { Check, Waiting, YearResult } from '../report/year-result.ts';
import { JOURNAL_LOST } from './go-on-from-record.ts';
import { standingStill } from './standing-still.ts';
import type { YearRun } from './year-run.ts';

/** What a year has come to. */
export interface YearOutcome {
  readonly result: YearResult;
  readonly checks: readonly Check[];
  readonly waiting: readonly Waiting[];
  /** What is wrong with the record itself; nothing, when it is whole. */
  readonly findings: readonly Finding[];
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** What should have gone on and has not: approved and not paid on its pay day, or with nobody left who brings it further. */
  readonly standing: readonly { readonly name: string; readonly why: string }[];
  readonly timings: Record<string, number>;
}

export function yearOutcome(
  { inputs, timed = false }: YearRun,
  cloud: LocalCloud,
  year: YearInRecord,
  {
    found,
    unlike,
  }: { readonly found: readonly FoundStream[]; readonly unlike: readonly Finding[] },
): YearOutcome {
  const { agreement } = rulebookOf(inputs.agreementYear);
  return {
    result: year.result(agreement.pot.printed.value.toString()),
    checks: year.payouts().flatMap((id: CaseId) => year.checks(id)),
    waiting: waitingIn(cloud),
    findings: [...year.verification().findings, ...unlike],
    standing: standingStill(cloud, found),
    failed: cloud
      .executions()
      .filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')
      .filter(({ error }) => error !== JOURNAL_LOST) // Another has gone on for it.
      .map(({ name, error, cause }) => ({ name, why: `${error ?? ''} ${cause ?? ''}`.trim() })),
    timings: timed ? cloud.timings() : {},
  };
}
