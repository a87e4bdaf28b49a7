import type { Texts } from './problem-type.ts';

/** What each reading comes to, in a sentence: where the agreement is silent, the choice that is in force (docs/readings.md). */
export const readingTexts: Readonly<Record<string, Texts>> = {
  'R-01': {
    sv: 'En månads kostnader betalas två månader senare, den första vardagen i månaden.',
    en: 'A month’s costs are paid two months later, on the first weekday of the month.',
  },
  'R-02': {
    sv: 'Gränserna för hepatit C är kostnadens, 588 och 624 miljoner kronor, som i överenskommelsens eget exempel.',
    en: 'The limits for hepatitis C are those of the cost, SEK 588 and 624 million, as in the agreement’s own example.',
  },
  'R-03': {
    sv: 'De 30 kronorna är en tröskel. Den som är över den ersätts räknat från medelvärdet.',
    en: 'The 30 kronor are a threshold: whoever is above it is compensated from the mean upwards.',
  },
  'R-04': {
    sv: 'Den andra ersättningsnivån är ett underlag för året, i kronor över medelvärdet.',
    en: 'The second level of compensation is an input of the year, in kronor above the mean.',
  },
  'R-05': {
    sv: 'Den solidariska finansieringen tas av bidraget innan resten fördelas efter behov.',
    en: 'Solidarity is taken from the grant before the rest is shared by need.',
  },
  'R-06': {
    sv: 'Nationella belopp fördelas efter årets bidrag, där den solidariska finansieringen ingår.',
    en: 'National amounts are shared in proportion to the year’s grant, solidarity included.',
  },
  'R-07': {
    sv: 'Vinst- och förlustdelningen regleras i maj, tillsammans med den slutliga återbäringen.',
    en: 'The risk corridors are settled in May, together with the final rebates.',
  },
  'R-08': {
    sv: 'Belopp som fördelas avrundas nedåt, och de kronor som blir över går till dem som förlorade mest.',
    en: 'Amounts that are shared are rounded down, and the kronor left over go to those that lost most.',
  },
  'R-09': {
    sv: 'Lokala rabatter dras av i sin helhet från nästa bidragsårs första utbetalning.',
    en: 'Local discounts are deducted in full from the first payment of the next grant year.',
  },
  'R-10': {
    sv: 'Det som ingen rekvirerar står kvar på anslaget. Det visas som öppet och ger ingen rad.',
    en: 'What nobody requisitions stays in the appropriation. It is shown as open and makes no line.',
  },
  'R-11': {
    sv: 'Blir en regions rader tillsammans mindre än noll betalas inget den månaden, och resten dras av senare.',
    en: 'Where a region’s lines sum below zero nothing is paid that month, and the rest is deducted later.',
  },
  'R-12': {
    sv: 'Flera rader av samma slag i en månad blir en rad, deras summa.',
    en: 'Several lines of one kind in a month become one line, their sum.',
  },
  'R-13': {
    sv: 'Den slutliga återbäringen räknas av mot den prognos som en utbetalning faktiskt drog av.',
    en: 'The final rebates are settled against the forecast that a payment actually deducted.',
  },
  'R-14': {
    sv: 'Det som ett år utan överenskommelse inte hann dra av förs vidare till nästa bidragsår.',
    en: 'What a year that ended without an agreement had not deducted is carried to the next grant year.',
  },
};
