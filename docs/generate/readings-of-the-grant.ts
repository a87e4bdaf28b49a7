import type { AgreementParameters } from '../../core/agreement/parameters.ts';
import { type Citation, cited } from '../../core/agreement/sources.ts';
import { given } from '../../core/explain.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { Case } from './compare-years.ts';
import { byRunning, type Reading } from './reading.ts';
import { eachByItself, lastTakesTheRest, roundingEffect } from './rounding-effect.ts';

const at = (place: string): Citation => ({ source: 'agreement-2021', place });
const reading = (id: string): Citation => ({ source: 'readings', place: id });
const staircase = at('Bilaga, Ersättningstrappa');

const instalments =
  (change: Partial<AgreementParameters['instalments']>) =>
  (base: Case): Case => ({
    ...base,
    agreement: {
      ...base.agreement,
      instalments: { ...base.agreement.instalments, ...change },
    },
  });
const solidarity =
  (change: Partial<AgreementParameters['solidarity']>) =>
  (base: Case): Case => ({
    ...base,
    agreement: { ...base.agreement, solidarity: { ...base.agreement.solidarity, ...change } },
  });
const secondLevel =
  (kronor: bigint) =>
  (base: Case): Case => {
    const source = { stream: 'reading R-04', version: 1, hash: '' };
    const level = given.perInhabitant(Fraction.of(kronor), 'second level', source);
    const allocation = { ...base.facts.allocation, secondLevel: level };
    return { ...base, facts: { ...base.facts, allocation } };
  };

/** The readings that decide the grants and their instalments. */
export const firstReadings: readonly Reading[] = [
  {
    id: 'R-01',
    question: 'When is a month of costs paid?',
    passages: [
      {
        ...at('Bilaga, Utbetalningsordning'),
        quote: 'Utbetalningen av Kammarkollegiet sker per månad med 1/12 av årets bidrag.',
      },
      {
        source: 'letter-2022',
        place: 'villkor för anslagspost 2',
        quote: 'utbetala bidrag i januari 2022 avseende kostnader i november 2021',
      },
      {
        source: 'letter-2020',
        place: 'villkor för anslagspost 2',
        quote: 'Bidraget ska utbetalas till regionerna den första vardagen i februari',
      },
    ],
    inForce: 'Two months after the cost month, on its first weekday (Monday to Saturday).',
    chosenBy: '`instalments.lagMonths`, `instalments.payDay`',
    why: 'The agreement names neither month nor day; the appropriation letters name both.',
    alternatives: [
      byRunning(
        'one month after the cost month',
        instalments({ lagMonths: cited(1, reading('R-01')) }),
      ),
      byRunning(
        'three months after the cost month',
        instalments({ lagMonths: cited(3, reading('R-01')) }),
      ),
      byRunning(
        'on the first bank day',
        instalments({ payDay: cited('first-bank-day', reading('R-01')) }),
      ),
    ],
  },
  {
    id: 'R-03',
    question: 'Does the staircase count from the mean or from the gate?',
    passages: [
      {
        ...staircase,
        quote: 'Gränsen är 30 kronor per invånare över riksgenomsnittet.',
      },
      {
        ...staircase,
        quote: 'kostnader mellan medelvärdet och andra ersättningsnivån ersätts till 85 procent',
      },
    ],
    inForce:
      'The 30 kronor are a gate: past it (strictly), compensation counts from the mean. A region just past it gets 25.50 kr per inhabitant, one just below nothing.',
    chosenBy: '`solidarity.countsFrom`, `solidarity.gateIs`',
    why: 'The ladder says "from the mean"; the gate says who may climb it.',
    alternatives: [
      byRunning(
        'only what lies above the gate counts',
        solidarity({ countsFrom: cited('gate', reading('R-03')) }),
      ),
      byRunning(
        'a region exactly at the gate is let in',
        solidarity({ gateIs: cited('at-least', reading('R-03')) }),
      ),
    ],
  },
  {
    id: 'R-04',
    question: 'Where is the second compensation level?',
    passages: [
      {
        ...staircase,
        quote: 'kostnader över andra ersättningsnivån ersätts till 90 procent.',
      },
    ],
    inForce: 'It is an input of the year, in kronor above the mean; 60 in the sample.',
    chosenBy: 'the input `secondLevel`',
    why: 'No source that was found gives a figure, so none is built in.',
    alternatives: [
      byRunning('30 kronor above the mean', secondLevel(30n)),
      byRunning('90 kronor above the mean', secondLevel(90n)),
      byRunning('never reached', secondLevel(1_000_000n)),
    ],
  },
  {
    id: 'R-05',
    question: 'Who pays for solidarity?',
    passages: [
      {
        ...at('Bilaga, Modell för den solidariska finansieringen'),
        quote:
          'Kostnaderna för den solidariska finansieringen ryms inom ramen för det särskilda statsbidraget för kostnaderna för läkemedelsförmånerna.',
      },
    ],
    inForce: 'It is taken off the pot before the rest is shared by need.',
    chosenBy: '`solidarity.fundedBy`',
    why: '"Ryms inom ramen" makes it a part of the pot; nothing says that it is collected per head.',
    alternatives: [
      byRunning(
        'every region pays the same per inhabitant',
        solidarity({ fundedBy: cited('per-inhabitant', reading('R-05')) }),
      ),
    ],
  },
  {
    id: 'R-08',
    question: 'How do amounts become whole kronor?',
    passages: [
      {
        ...at('Bilaga, Utbetalningsordning'),
        quote:
          'Huvuddelen av bidraget, 33 432 900 840 kronor, fördelas mellan regionerna enligt en särskild behovsmodell.',
      },
    ],
    inForce:
      'Among regions: each signed amount cut down, one krona each to those that lost most, ties by region code. National amounts: half up, away from zero on ties.',
    chosenBy: '`core/money/allocate.ts`, `core/money/rounding.ts`, `core/money/split.ts`',
    why: 'No rounding rule was found. This one loses no krona and favours no region.',
    alternatives: [
      {
        says: 'each region half up by itself (the parts then miss the whole)',
        effect: (_, year) => roundingEffect(year, eachByItself),
      },
      {
        says: 'each region cut down, the last one takes the rest',
        effect: (_, year) => roundingEffect(year, lastTakesTheRest),
      },
    ],
  },
];
