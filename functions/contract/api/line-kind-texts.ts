import type { LineKind } from '../../../core/line-kinds.ts';
import type { Texts } from './problem-type.ts';

/** What an amount of a proposal is of: a line of a payment, or, in the year's allocation, the grant itself. */
export type ShownKind = LineKind | 'sol' | 'ihsi' | 'reissue' | 'grant';

/** What people call each kind of line, short enough for the head of a column. */
export const lineKindTexts = {
  grant: { sv: 'Årets bidrag', en: "Year's grant" },
  instalment: { sv: 'Månadsutbetalning, 1/12', en: 'Instalment, 1/12' },
  'interim-instalment': {
    sv: 'Utbetalning i avvaktan på överenskommelse',
    en: 'Interim instalment',
  },
  'rebate-forecast': { sv: 'Justering för återbäring, prognos', en: 'Rebate adjustment, forecast' },
  'ihsi-difference': { sv: 'Mellanskillnad för IHSI', en: 'IHSI difference' },
  'local-discount': {
    sv: 'Avdrag för lokala rabattöverenskommelser',
    en: 'Deduction for local discounts',
  },
  'rebate-settlement': {
    sv: 'Slutavstämning av återbäring',
    en: 'Final settlement of rebates',
  },
  'corridor-benefits': {
    sv: 'Vinst- och förlustdelning, läkemedelsförmånerna',
    en: 'Risk corridor, pharmaceutical benefits',
  },
  'corridor-hepatitis-c': {
    sv: 'Vinst- och förlustdelning, hepatit C',
    en: 'Risk corridor, hepatitis C',
  },
  'corridor-net': { sv: 'Vinst- och förlustdelning, netto', en: 'Risk corridor, net' },
  'carried-forward': { sv: 'Överfört belopp', en: 'Carried forward' },
  sol: { sv: 'Bidrag för SOL-tjänsterna', en: 'Grant for the SOL services' },
  ihsi: { sv: 'Regionernas andel till IHSI', en: "Regions' share of IHSI" },
  reissue: { sv: 'Ny utbetalning efter retur', en: 'Paid again after a return' },
} as const satisfies Readonly<Record<ShownKind, Texts>>;

/** The kinds in the order of columns. */
export const shownKinds = Object.keys(lineKindTexts) as readonly ShownKind[];
