import { parseDay } from '../calendar/day.ts';
import { parseMonth } from '../calendar/month.ts';
import { Fraction } from '../money/fraction.ts';
import { Rate } from '../money/rate.ts';
import { Sek } from '../money/sek.ts';
import { needsGroups } from './needs-groups.ts';
import type { AgreementParameters } from './parameters.ts';
import { type Citation, cited } from './sources.ts';

const at = (place: string): Citation => ({ source: 'agreement-2021', place });
const reading = (id: string): Citation => ({ source: 'readings', place: id });

const table = at('2, tabell "Överenskommet belopp 2021"');
const order = at('Bilaga, Utbetalningsordning');
const solidarity = at('Bilaga, Modell för den solidariska finansieringen, Ersättningstrappa');
const rebates = at('Bilaga, Reglering av återbäring');
const corridorBenefits = at('Bilaga, Vinst- och förlustdelningsmodell, läkemedelsförmånerna');
const corridorHepatitisC = at('Bilaga, Vinst- och förlustdelningsmodell, hepatit C-läkemedel');

/** The agreement signed on 28 and 29 January 2021. Numbers are written as printed, in the unit they are printed in. */
export const agreement2021 = {
  year: 2021,
  source: 'agreement-2021',
  signed: cited(parseDay('2021-01-29'), at('7')),
  grant: {
    parts: [
      { name: 'benefits', amount: cited(Sek.millions('31400'), table) },
      { name: 'hepatitis-c', amount: cited(Sek.millions('424'), table) },
      { name: 'other', amount: cited(Sek.millions('1620'), table) },
    ],
    total: cited(Sek.of('33444000000'), order, table),
  },
  pot: {
    printed: cited(Sek.of('33432900840'), order),
    setAside: [
      { name: 'sol', amount: cited(Sek.of('7000000'), at('4.2'), order) },
      { name: 'ihsi', amount: cited(Sek.of('4099160'), at('4.3'), order) },
    ],
    unexplained: cited(Sek.of('0'), order),
  },
  needs: {
    groups: cited(needsGroups, at('Bilaga, Behovsmodellen')),
    populationOn: cited(
      parseDay('2018-12-31'),
      at('Bilaga, Behovsmodellen: "den 31/12 tre år innan bidragsåret"'),
    ),
  },
  solidarity: {
    gate: cited(Sek.perInhabitant('30'), solidarity),
    gateIs: cited('over', solidarity),
    countsFrom: cited('mean', solidarity, reading('R-03')),
    upToSecondLevel: cited(Rate.percent('85'), solidarity),
    aboveSecondLevel: cited(Rate.percent('90'), solidarity),
    fundedBy: cited(
      'pot',
      at('Bilaga, Modell för den solidariska finansieringen: "ryms inom ramen"'),
      reading('R-05'),
    ),
  },
  instalments: {
    count: cited(12, order),
    firstCostMonth: cited(parseMonth('2021-01'), at('2')),
    lagMonths: cited(
      2,
      { source: 'letter-2022', place: 'villkor för anslagspost 2' },
      reading('R-01'),
    ),
    payDay: cited(
      'first-weekday',
      { source: 'letter-2020', place: '"den första vardagen i februari"' },
      reading('R-01'),
    ),
  },
  rebate: {
    stateShare: cited(Rate.percent('40'), at('4.1')),
    forecastMonth: cited(parseMonth('2022-02'), rebates),
    settlementMonth: cited(parseMonth('2022-05'), rebates, at('5')),
  },
  reconciliation: {
    opens: cited(parseDay('2022-03-01'), at('5')),
    settlementMonth: cited(parseMonth('2022-05'), at('5'), reading('R-07')),
  },
  corridors: [
    {
      kind: 'corridor-benefits',
      lower: cited(Sek.millions('30458'), corridorBenefits),
      upper: cited(Sek.millions('32342'), corridorBenefits),
      limitsOn: 'cost',
      parts: [{ cost: 'benefits', share: cited(Rate.percent('100'), at('3')) }],
      sharing: cited(Rate.percent('50'), at('3'), corridorBenefits),
    },
    {
      kind: 'corridor-hepatitis-c',
      lower: cited(Sek.millions('588'), corridorHepatitisC, reading('R-02')),
      upper: cited(Sek.millions('624'), corridorHepatitisC, reading('R-02')),
      limitsOn: 'cost',
      parts: [{ cost: 'hepatitis-c', share: cited(Rate.percent('70'), at('2')) }],
      sharing: cited(Rate.percent('50'), at('3'), corridorHepatitisC),
    },
  ],
  nationalKey: cited('years-grant', at('5'), reading('R-06')),
  localDiscounts: {
    fromMonth: cited(parseMonth('2022-03'), at('4.1'), reading('R-09')),
    reportedBy: cited(parseDay('2022-01-31'), at('4.1')),
  },
  requisitions: [
    {
      kind: 'sol',
      requisitionedBy: cited('SKR', at('4.2')),
      lastDay: cited(parseDay('2021-12-01'), order),
      amount: { in: 'sek', fixed: cited(Sek.of('7000000'), at('4.2'), order) },
    },
    {
      kind: 'ihsi',
      requisitionedBy: cited('SKR', at('4.3')),
      lastDay: null,
      amount: {
        in: 'eur',
        euro: cited(Fraction.parse('395500'), at('4.3'), order),
        preliminary: cited(Sek.of('4099160'), at('4.3'), order),
      },
    },
  ],
  ihsiDifference: {
    month: cited(parseMonth('2022-02'), order),
    onlyAbove: cited(Sek.of('0'), order),
    unrequisitioned: cited('left-open', reading('R-10')),
  },
} as const satisfies AgreementParameters;
