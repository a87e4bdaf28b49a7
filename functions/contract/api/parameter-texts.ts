import type { Texts } from './problem-type.ts';

/** What people call the figures that an agreement states, by the names that workings have for them. */
const names: readonly (readonly [RegExp, Texts])[] = [
  [
    /^grant\.parts\.benefits$/,
    { sv: 'bidraget för läkemedelsförmånerna', en: 'the grant for pharmaceutical benefits' },
  ],
  [
    /^grant\.parts\.hepatitis-c$/,
    { sv: 'bidraget för läkemedel mot hepatit C', en: 'the grant for hepatitis C drugs' },
  ],
  [
    /^grant\.parts\.other$/,
    { sv: 'bidraget för övriga läkemedel', en: 'the grant for other drugs' },
  ],
  [
    /^pot\.setAside\.sol$/,
    { sv: 'det som avsätts för SOL-tjänsterna', en: 'what is set aside for the SOL services' },
  ],
  [/^pot\.setAside\.ihsi$/, { sv: 'det som avsätts för IHSI', en: 'what is set aside for IHSI' }],
  [
    /^pot\.unexplained$/,
    { sv: 'skillnad som texten inte förklarar', en: 'a difference that the text does not explain' },
  ],
  [
    /^solidarity\.gate$/,
    { sv: 'gränsen i ersättningstrappan', en: 'the gate of the compensation staircase' },
  ],
  [
    /^solidarity\.upToGate$/,
    { sv: 'ersättning upp till gränsen', en: 'compensation up to the gate' },
  ],
  [
    /^solidarity\.upToSecondLevel$/,
    {
      sv: 'ersättningens andel upp till andra nivån',
      en: 'the share compensated up to the second level',
    },
  ],
  [
    /^solidarity\.aboveSecondLevel$/,
    {
      sv: 'ersättningens andel över andra nivån',
      en: 'the share compensated above the second level',
    },
  ],
  [
    /^solidarity\.secondLevel$/,
    { sv: 'andra nivån i ersättningstrappan', en: 'the second level of the staircase' },
  ],
  [
    /^rebate\.stateShare$/,
    { sv: 'statens andel av återbäringen', en: 'the State’s share of the rebates' },
  ],
  [
    /^requisitions\.sol\.amount$/,
    { sv: 'bidraget för SOL-tjänsterna', en: 'the grant for the SOL services' },
  ],
  [
    /^requisitions\.ihsi\.euro$/,
    { sv: 'bidraget till IHSI i euro', en: 'the grant to IHSI in euros' },
  ],
  [
    /^requisitions\.ihsi\.preliminary$/,
    { sv: 'det preliminära beloppet för IHSI', en: 'the preliminary amount for IHSI' },
  ],
  [
    /^ihsiDifference\.onlyAbove$/,
    {
      sv: 'gränsen under vilken mellanskillnaden får bero',
      en: 'the limit up to which the difference is let be',
    },
  ],
  [
    /^ihsiDifference\.upToLimit$/,
    { sv: 'mellanskillnad under gränsen', en: 'a difference up to the limit' },
  ],
  [
    /^corridor-[a-z-]+\.lower$/,
    { sv: 'vinst- och förlustdelningens nedre gräns', en: 'the lower limit of the risk corridor' },
  ],
  [
    /^corridor-[a-z-]+\.upper$/,
    { sv: 'vinst- och förlustdelningens övre gräns', en: 'the upper limit of the risk corridor' },
  ],
  [
    /^corridor-[a-z-]+\.sharing$/,
    { sv: 'andelen som stat och regioner delar', en: 'the share that State and regions divide' },
  ],
  [
    /^corridor-[a-z-]+\.parts\.[a-z-]+$/,
    { sv: 'andelen av kostnaden som delas', en: 'the share of the cost that is divided' },
  ],
];

/** What a parameter is called; undefined of one that has no name here, which a test does not let be. */
export const parameterText = (name: string): Texts | undefined =>
  names.find(([known]) => known.test(name))?.[1];
