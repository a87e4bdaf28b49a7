import { agreement2021 } from '../../../core/agreement/2021.ts';
import {
  corridorLines,
  ihsiDifferenceLines,
  instalmentLines,
  localDiscountLines,
} from '../../../core/agreement/line-rules.ts';
import type { AgreementParameters } from '../../../core/agreement/parameters.ts';
import { rulebookFrom } from '../../../core/agreement/rulebook.ts';
import { type Citation, cited } from '../../../core/agreement/sources.ts';
import { parseDay } from '../../../core/calendar/day.ts';
import { parseMonth } from '../../../core/calendar/month.ts';
import { Fraction } from '../../../core/money/fraction.ts';
import { Rate } from '../../../core/money/rate.ts';
import { Sek } from '../../../core/money/sek.ts';

const at = (place: string): Citation => ({ source: 'agreement-2026', place });
const reading = (id: string): Citation => ({ source: 'readings', place: id });

/**
 * A trial of the shape, not the agreement of 2026: its printed numbers in the parameters that 2021 has, to see that they
 * fit. What the 2026 agreement leaves open is filled with the readings of 2021. Nothing is paid by this.
 */
export const shapeOf2026 = {
  year: 2026,
  source: 'agreement-2026',
  signed: cited(parseDay('2026-01-30'), at('signatures')),
  grant: {
    parts: [
      { name: 'benefits', amount: cited(Sek.millions('41536'), at('2')) },
      { name: 'hepatitis-c', amount: cited(Sek.millions('265'), at('2')) },
      { name: 'state-share-of-rebates', amount: cited(Sek.millions('-1960'), at('2')) },
      { name: 'other', amount: cited(Sek.millions('1620'), at('2')) },
    ],
    total: cited(Sek.millions('41461'), at('2')),
  },
  pot: {
    printed: cited(Sek.of('41429282097'), at('Bilaga 1')),
    setAside: [
      { name: 'sol', amount: cited(Sek.millions('11'), at('4.5')) },
      { name: 'feasibility-study', amount: cited(Sek.millions('3'), at('4.6')) },
      { name: 'ihsi', amount: cited(Sek.of('4017903'), at('4.7')) },
      { name: 'medication-list', amount: cited(Sek.millions('14'), at('4.8')) },
    ],
    unexplained: cited(Sek.of('300000'), at('Bilaga 1')),
  },
  needs: {
    groups: agreement2021.needs.groups,
    populationOn: cited(parseDay('2023-12-31'), at('Bilaga 1')),
  },
  solidarity: {
    ...agreement2021.solidarity,
    gateIs: cited('at-least', at('Bilaga 1: "minst 30 kronor per invånare över riksgenomsnittet"')),
  },
  instalments: {
    ...agreement2021.instalments,
    firstCostMonth: cited(parseMonth('2026-01'), at('2')),
  },
  rebate: {
    stateShare: cited(Rate.percent('40'), at('4.4')),
    forecastMonth: null,
    settlementMonth: null,
  },
  reconciliation: {
    opens: cited(parseDay('2027-01-01'), at('Bilaga 1')),
    settlementMonth: cited(parseMonth('2027-03'), at('5'), at('Bilaga 1: "mars månad 2026"')),
  },
  corridors: [
    {
      kind: 'corridor-net',
      lower: cited(Sek.millions('38646'), at('Bilaga 1, tabell 2')),
      upper: cited(Sek.millions('41037'), at('Bilaga 1, tabell 2')),
      limitsOn: 'share-of-cost',
      parts: [
        { cost: 'benefits', share: cited(Rate.percent('100'), at('3')) },
        { cost: 'hepatitis-c', share: cited(Rate.percent('70'), at('3')) },
        { cost: 'state-share-of-rebates', share: cited(Rate.percent('-100'), at('3')) },
      ],
      sharing: cited(Rate.percent('50'), at('3')),
    },
  ],
  nationalKey: cited('years-grant', reading('R-06')),
  localDiscounts: {
    fromMonth: cited(parseMonth('2027-03'), at('4.1'), reading('R-09')),
    reportedBy: cited(parseDay('2027-01-31'), at('4.1')),
  },
  requisitions: [
    {
      kind: 'sol',
      requisitionedBy: cited('E-hälsomyndigheten', at('6')),
      lastDay: cited(parseDay('2026-12-01'), at('6')),
      amount: { in: 'sek', fixed: cited(Sek.millions('11'), at('4.5')) },
    },
    {
      kind: 'ihsi',
      requisitionedBy: cited('Kammarkollegiet', at('4.7')),
      lastDay: null,
      amount: {
        in: 'eur',
        euro: cited(Fraction.parse('361305'), at('4.7')),
        preliminary: cited(Sek.of('4017903'), at('4.7')),
      },
    },
  ],
  ihsiDifference: {
    month: cited(parseMonth('2027-02'), at('Bilaga 1')),
    onlyAbove: cited(Sek.of('100000'), at('Bilaga 1')),
    unrequisitioned: cited('left-open', reading('R-10')),
  },
} as const satisfies AgreementParameters;

/** The line rules that a net grant with one corridor needs: those of 2021 without the rebate steps. */
export const rulebookOf2026Shape = rulebookFrom(shapeOf2026, [
  instalmentLines,
  ihsiDifferenceLines,
  localDiscountLines,
  corridorLines('corridor-net'),
]);
