import type { InputKind } from '../../../core/inputs/kinds.ts';
import type { Texts } from './problem-type.ts';

interface KindText extends Texts {
  /** Whether a version may be given as CSV in the form of local/sample-2021; otherwise as JSON only. */
  readonly csv: boolean;
}

/** What people call the kinds of input, and which of them come as tables. */
export const inputKindTexts: Readonly<Record<InputKind, KindText>> = {
  population: { sv: 'Invånarantal per grupp', en: 'Inhabitants by group', csv: true },
  'price-tags': { sv: 'Prislappar', en: 'Price tags', csv: true },
  'solidarity-costs': {
    sv: 'Kostnader för solidarisk finansiering',
    en: 'Costs for solidarity financing',
    csv: true,
  },
  'second-level': { sv: 'Andra ersättningsnivån', en: 'Second level', csv: false },
  'rebate-forecast': { sv: 'Återbäring, prognos', en: 'Rebates, forecast', csv: true },
  'rebate-final': { sv: 'Återbäring, utfall', en: 'Rebates, final', csv: true },
  'local-discounts': { sv: 'Lokala rabatter', en: 'Local discounts', csv: true },
  outcomes: { sv: 'Kostnadsutfall', en: 'Cost outcomes', csv: false },
  rate: { sv: 'Eurokurs', en: 'Euro rate', csv: false },
  authorisation: { sv: 'Regleringsbrev och ändringsbeslut', en: 'Authorisations', csv: true },
  'year-ended': { sv: 'År utan överenskommelse', en: 'Year without an agreement', csv: false },
  appropriation: { sv: 'Anslag och anslagskredit', en: 'Appropriation and its credit', csv: true },
  payees: { sv: 'Betalningsmottagare', en: 'Payees', csv: false },
};
