import type { AgreementParameters, SharingKey } from '../../core/agreement/parameters.ts';
import { type Citation, cited } from '../../core/agreement/sources.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import { allocateByWeight } from '../../core/money/allocate.ts';
import { Sek } from '../../core/money/sek.ts';
import { regionCodes } from '../../core/regions.ts';
import { termsOf } from '../../core/rules/requisition/requisition-objection.ts';
import type { SimulatedYear } from '../../core/simulate-year.ts';
import { type Case, difference, type Effect, largestOf, run } from './compare-years.ts';
import { byRunning, type Reading } from './reading.ts';

const at = (place: string): Citation => ({ source: 'agreement-2021', place });
const reading = (id: string): Citation => ({ source: 'readings', place: id });
const hepatitisC = at('Bilaga, Vinst- och förlustdelningsmodell för 2021, hepatit C-läkemedel');
const order = at('Bilaga, Utbetalningsordning');

const withAgreement =
  (change: (agreement: AgreementParameters) => Partial<AgreementParameters>) =>
  (base: Case): Case => ({
    ...base,
    agreement: { ...base.agreement, ...change(base.agreement) },
  });
const hepatitisLimits = (lower: string, upper: string) =>
  withAgreement(({ corridors }) => ({
    corridors: corridors.map((corridor) =>
      corridor.kind === 'corridor-hepatitis-c'
        ? {
            ...corridor,
            limitsOn: 'share-of-cost',
            lower: cited(Sek.millions(lower), reading('R-02')),
            upper: cited(Sek.millions(upper), reading('R-02')),
          }
        : corridor,
    ),
  }));
const key = (value: SharingKey) =>
  withAgreement(() => ({ nationalKey: cited(value, reading('R-06')) }));
const discountsIn =
  (month: string) =>
  (base: Case): Case => ({ ...base, facts: { ...base.facts, discountMonth: parseMonth(month) } });
const unrequisitioned =
  (value: 'left-open' | 'returned-to-regions') =>
  ({ agreement, facts }: Case): Case => ({
    agreement: {
      ...agreement,
      ihsiDifference: {
        ...agreement.ihsiDifference,
        unrequisitioned: cited(value, reading('R-10')),
      },
    },
    facts: { ...facts, payment: { ...facts.payment, ihsiRate: 'not-requisitioned' } },
  });

/** The SOL money, shared by the year's grant in February. */
function solReturned({ agreement }: Case, { grants }: SimulatedYear): Effect {
  const sol = termsOf(agreement, 'sol')?.amount.fixed.value ?? Sek.zero;
  const weights = [...grants].map(([region, { value }]) => ({
    key: region,
    weight: value.kronor(),
  }));
  const shares = allocateByWeight(sol, weights);
  return {
    ...largestOf((region) => shares.get(region) ?? Sek.zero),
    national: sol,
    months: [agreement.ihsiDifference.month.value],
    payDays: 0,
  };
}

/** What regions would be asked to pay back at once, instead of less in their next payment. */
function claimedBack(_: Case, { months }: SimulatedYear): Effect {
  const carried = months.flatMap(({ month, regions }) =>
    regionCodes.flatMap((region) => {
      const line = regions.get(region)?.lines.get('carried-forward')?.value;
      return line && !line.isNegative() ? [{ month, region, line }] : [];
    }),
  );
  const sum = (lines: typeof carried) => Sek.sum(lines.map(({ line }) => line)).negated();
  return {
    ...largestOf((region) => sum(carried.filter((each) => each.region === region))),
    national: sum(carried),
    months: [...new Set(carried.map(({ month }) => month))],
    payDays: 0,
  };
}

const withoutMay = (base: Case): Case => ({
  ...base,
  facts: {
    ...base.facts,
    interimTotals: new Map([...base.facts.interimTotals].filter(([month]) => month < '2022-05')),
  },
});

/** The readings that decide February's and May's adjustments, discounts and what nobody asked for. */
export const laterReadings: readonly Reading[] = [
  {
    id: 'R-02',
    question: 'Which limits does the hepatitis C corridor have?',
    passages: [
      {
        ...hepatitisC,
        quote:
          'Vid utfall 800 miljoner kronor utgår statsbidrag med 424 miljoner kronor plus 0,5(0,7*(800-624))=61,6 miljoner kronor i förlustdelning',
      },
      {
        ...hepatitisC,
        quote:
          'Om 70 procent av kostnaden ligger över 437 miljoner kronor justeras kommande statsbidragsutbetalning upp med 50 procent av avvikelsen från gränsen uppåt.',
      },
    ],
    inForce:
      'The limits of the cost, 588 and 624 mnkr; half of 70 percent of the deviation. The example then gives 61.6 mnkr.',
    chosenBy: '`corridors[1].lower`, `.upper`, `.limitsOn`',
    why: 'The signed example reckons so. The text’s limits, 411 and 437, are the same limits times 0.7, rounded.',
    alternatives: [
      byRunning(
        'limits 411 and 437 on 70 percent of the cost, as the text says (61.5 at 800)',
        hepatitisLimits('411', '437'),
      ),
      byRunning(
        'exactly 3 percent beside 424 on 70 percent of the cost (61.64 at 800)',
        hepatitisLimits('411.28', '436.72'),
      ),
    ],
  },
  {
    id: 'R-06',
    question: 'By what key are the corridors and the IHSI difference shared?',
    passages: [
      {
        ...at('5'),
        quote:
          'Parterna är överens om att principerna i den fördelnings- och betalningsordning som hittills har gällt ska tillämpas under avtalsperioden.',
      },
    ],
    inForce: 'By the year’s grant, solidarity included.',
    chosenBy: '`nationalKey`',
    why: 'They adjust the grant, so each region bears them as it shares the grant.',
    alternatives: [
      byRunning('by needs share', key('needs-share')),
      byRunning('by population', key('population')),
    ],
  },
  {
    id: 'R-07',
    question: 'In which month are the corridors settled?',
    passages: [
      {
        ...at('5'),
        quote:
          'Slutregleringen görs senast i den utbetalning som sker i maj efter en slutavstämning i mars månad avseende återbäringen föregående helår.',
      },
    ],
    inForce: 'In May, together with the final rebates.',
    chosenBy: '`reconciliation.settlementMonth`',
    why: 'May is the last month that the text allows, and the only one that it names. The outcomes that the State published suggest that March was used in some years.',
    alternatives: [
      byRunning(
        'in March',
        withAgreement(({ reconciliation }) => ({
          reconciliation: {
            ...reconciliation,
            settlementMonth: cited(parseMonth('2022-03'), reading('R-07')),
          },
        })),
      ),
    ],
  },
  {
    id: 'R-09',
    question: 'When do local discounts reduce the grant?',
    passages: [
      {
        ...at('4.1'),
        quote:
          'kommer motsvarande belopp som rabatterna att dras av kommande års bidrag för de regioner som har genomfört sådana förhandlingar.',
      },
      {
        ...at('4.1'),
        quote:
          'SKR ska i januari 2022 redovisa i fall sådana lokala överenskommelser förekom 2021.',
      },
    ],
    inForce: 'In full, in the first instalment of the next grant year, March; an interim one too.',
    chosenBy: '`localDiscounts.fromMonth`, and the first such month in the record',
    why: '"Kommande års bidrag" begins with that instalment, and the report is there by then.',
    alternatives: [
      byRunning('in February, with the last instalment of the year itself', discountsIn('2022-02')),
      byRunning('in May, with the settlement', discountsIn('2022-05')),
    ],
  },
  {
    id: 'R-10',
    question: 'What becomes of SOL and IHSI money that nobody requisitions?',
    passages: [
      {
        ...order,
        quote: 'Rekvisition ska lämnas senast den 1 december 2021.',
      },
      {
        ...order,
        quote:
          'Mellanskillnaden mellan det preliminära beloppet och det slutgiltiga beloppet för IHSI ska justeras senast i samband med den utbetalning till regionerna som sker i februari nästkommande år.',
      },
    ],
    inForce: 'It stays in the appropriation; the open amount is shown and makes no line.',
    chosenBy: '`ihsiDifference.unrequisitioned`; SOL has no other reading to select',
    why: 'A difference needs a final amount. The text has no way back to the regions for the SOL money, nor a line for it.',
    alternatives: [
      {
        says: 'IHSI money goes to the regions, if it was never requisitioned',
        effect: (base) =>
          difference(
            run(unrequisitioned('left-open')(base)),
            run(unrequisitioned('returned-to-regions')(base)),
          ),
      },
      {
        says: 'SOL money goes to the regions, if it was never requisitioned (not selectable)',
        effect: solReturned,
      },
    ],
  },
  {
    id: 'R-11',
    question: 'What if a region’s lines of a month sum below zero?',
    passages: [
      {
        ...at('Bilaga, Vinst- och förlustdelningsmodell för 2021'),
        quote:
          'justeras kommande statsbidragsutbetalning ned med 50 procent av avvikelsen från gränsen nedåt.',
      },
    ],
    inForce: 'It is paid nothing that month, and its next payments are lower until all is settled.',
    chosenBy: '`core/rules/settlement/carried-forward.ts`',
    why: 'The text reduces coming payments and asks for nothing back.',
    alternatives: [
      { says: 'the region is asked to pay it back (not selectable)', effect: claimedBack },
      {
        says: 'the same, had there been no interim payment in May (not selectable)',
        effect: (base) => claimedBack(base, run(withoutMay(base))),
      },
    ],
  },
  {
    id: 'R-12',
    question: 'What if several lines of one kind fall in one month?',
    passages: [
      {
        ...order,
        quote: 'Utbetalningen av Kammarkollegiet sker per månad med 1/12 av årets bidrag.',
      },
    ],
    inForce: 'They become one line, their sum; each stays visible in its working.',
    chosenBy: '`core/payment/compose.ts`',
    why: 'A month that was closed without payment leaves its lines due for the next. A statement then shows one instalment of two months, and no kind twice.',
    alternatives: [
      {
        says: 'a line for each of them (not selectable); no amount differs',
        effect: (_, year) => difference(year, year),
      },
    ],
  },
];
