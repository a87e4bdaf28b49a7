/**
 * The kinds of input that payments rest on: who supplies each, and whether it takes effect at once or only when a second
 * person has confirmed it. `year` in the record is the agreement year, for appropriations the budget year.
 */
export const inputKinds = {
  population: { from: 'SCB', confirmed: false },
  'price-tags': { from: 'SKR', confirmed: false },
  'solidarity-costs': { from: 'Socialstyrelsen', confirmed: false },
  'second-level': { from: 'SKR', confirmed: false },
  'rebate-forecast': { from: 'TLV', confirmed: false },
  'rebate-final': { from: 'TLV', confirmed: false },
  'local-discounts': { from: 'SKR', confirmed: false },
  outcomes: { from: 'Socialstyrelsen', confirmed: false },
  rate: { from: 'Riksbanken', confirmed: false },
  authorisation: { from: 'Regeringen', confirmed: true },
  'year-ended': { from: 'Regeringen', confirmed: true },
  appropriation: { from: 'Regeringen', confirmed: true },
  payees: { from: 'Kammarkollegiet', confirmed: true },
} as const;

export type InputKind = keyof typeof inputKinds;

export const isInputKind = (text: string): text is InputKind => Object.hasOwn(inputKinds, text);
