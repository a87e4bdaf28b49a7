import { agreement2021 } from '../../../core/agreement/2021.ts';
import type { AgreementParameters } from '../../../core/agreement/parameters.ts';
import {
  agreements,
  lineRules2021,
  type Rulebook,
  rulebookFrom,
  rulebooksOf,
} from '../../../core/agreement/rulebook.ts';
import { type Cited, cited } from '../../../core/agreement/sources.ts';
import { type Day, parseDay } from '../../../core/calendar/day.ts';
import { addMonths, type Month } from '../../../core/calendar/month.ts';
import { Sek } from '../../../core/money/sek.ts';

const source = { source: 'readings', place: 'made up' } as const;
const aYearLater = ({ value }: Cited<Month>) => cited(addMonths(value, 12), source);
const thatDayNextYear = ({ value }: Cited<Day>) =>
  cited(parseDay(`${Number(value.slice(0, 4)) + 1}${value.slice(4)}`), source);

const more = Sek.millions('1200');
const { grant, pot, instalments, rebate, reconciliation, localDiscounts } = agreement2021;

/**
 * An agreement of 2022 that nobody signed: that of 2021 a year later, with 1 200 million kronor more to share. For tests of what
 * becomes of interim payments when the agreement comes.
 */
export const agreement2022 = {
  ...agreement2021,
  year: 2022,
  signed: cited(parseDay('2022-04-20'), source),
  grant: {
    parts: [...grant.parts, { name: 'made up', amount: cited(more, source) }],
    total: cited(grant.total.value.plus(more), source),
  },
  pot: { ...pot, printed: cited(pot.printed.value.plus(more), source) },
  instalments: { ...instalments, firstCostMonth: aYearLater(instalments.firstCostMonth) },
  rebate: {
    ...rebate,
    forecastMonth: aYearLater(rebate.forecastMonth),
    settlementMonth: aYearLater(rebate.settlementMonth),
  },
  reconciliation: {
    opens: thatDayNextYear(reconciliation.opens),
    settlementMonth: aYearLater(reconciliation.settlementMonth),
  },
  localDiscounts: {
    fromMonth: aYearLater(localDiscounts.fromMonth),
    reportedBy: thatDayNextYear(localDiscounts.reportedBy),
  },
  requisitions: agreement2021.requisitions.map((terms) => ({
    ...terms,
    lastDay: terms.lastDay && thatDayNextYear(terms.lastDay),
  })),
  ihsiDifference: {
    ...agreement2021.ihsiDifference,
    month: aYearLater(agreement2021.ihsiDifference.month),
  },
} as const satisfies AgreementParameters;

export const madeUp2022: Rulebook = rulebookFrom(agreement2022, lineRules2021);

/** The signed agreements, and the one that is made up. */
export const withMadeUp2022 = rulebooksOf([...agreements.years.map(agreements.of), madeUp2022]);
