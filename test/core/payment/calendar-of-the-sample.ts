import { agreement2021 } from '../../../core/agreement/2021.ts';
import {
  lineRules2021,
  type Rulebook,
  rulebookFrom,
  rulebookOf,
} from '../../../core/agreement/rulebook.ts';
import { cited } from '../../../core/agreement/sources.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { addMonths, type Month, parseMonth } from '../../../core/calendar/month.ts';
import type { Authorisation } from '../../../core/inputs/contents.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { type CaseState, fold } from '../../../core/payment/evolve.ts';
import { happened } from './words.ts';

/** The decisions and calendar of the sample, for tests of what is due. */

export const rulebook2021 = rulebookOf(2021);

const decision = (
  name: string,
  kind: Authorisation['kind'],
  agreementYear: number,
  firstMonth: string,
  lastMonth: string,
): Authorisation => ({
  decision: name,
  decidedOn: parseDay(name.slice(3)),
  kind,
  agreementYear,
  firstMonth: parseMonth(firstMonth),
  lastMonth: parseMonth(lastMonth),
  ...(kind === 'interim' && { monthlyTotalSek: '2860000000' }),
});

export const interimSpring = decision('rb-2022-02-17', 'interim', 2022, '2022-03', '2022-04');
export const interimMay = decision('rb-2022-04-21', 'interim', 2022, '2022-05', '2022-05');

/** As in the sample's authorisations.csv. */
export const decisions: readonly Authorisation[] = [
  decision('rb-2021-02-18', 'agreement', 2021, '2021-03', '2021-12'),
  decision('rb-2021-12-22', 'agreement', 2021, '2022-01', '2022-01'),
  decision('rb-2022-01-20', 'agreement', 2021, '2022-02', '2022-02'),
  interimSpring,
  interimMay,
  decision('rb-2022-04-21', 'agreement', 2021, '2022-05', '2022-05'),
];

/** An agreement of the year after, with the calendar of 2021 one year later. Nothing is paid by it. */
export const rulebook2022: Rulebook = rulebookFrom(
  {
    ...agreement2021,
    year: 2022,
    signed: cited(parseDay('2022-01-28'), { source: 'readings', place: 'test' }),
    instalments: {
      ...agreement2021.instalments,
      firstCostMonth: cited(addMonths(agreement2021.instalments.firstCostMonth.value, 12), {
        source: 'readings',
        place: 'test',
      }),
    },
  },
  lineRules2021.slice(0, 1),
);

/** The states of some runs, each from what has happened in it. */
export const runsOf = (
  runs: Readonly<Record<string, readonly CaseEvent[]>>,
): ReadonlyMap<Month, CaseState> =>
  new Map(Object.entries(runs).map(([month, events]) => [parseMonth(month), fold(events)]));

export const open = [happened.opened];
export const closedWithout = [happened.opened, happened.closed('without-payment')];
export const releasedWith = (...paid: string[]): readonly CaseEvent[] => [
  happened.opened,
  { ...happened.released(), paid },
];
export const paidWith = (...paid: string[]): readonly CaseEvent[] => [
  happened.opened,
  { ...happened.released(), paid },
  happened.settled,
  happened.closed('paid'),
];
