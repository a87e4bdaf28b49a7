/**
 * The kinds of input that payments rest on: who supplies each, whether it takes effect at once or only when a second person has
 * confirmed it, and what its entries come to where they add up to something. `year` in the record is the agreement year, for
 * appropriations the budget year.
 */
export const inputKinds = {
  population: { from: 'SCB', confirmed: false, sum: 'inhabitants' },
  'price-tags': { from: 'SKR', confirmed: false, sum: undefined },
  'solidarity-costs': { from: 'Socialstyrelsen', confirmed: false, sum: 'kronor' },
  'second-level': { from: 'SKR', confirmed: false, sum: undefined },
  'rebate-forecast': { from: 'TLV', confirmed: false, sum: 'kronor' },
  'rebate-final': { from: 'TLV', confirmed: false, sum: 'kronor' },
  'local-discounts': { from: 'SKR', confirmed: false, sum: 'kronor' },
  outcomes: { from: 'Socialstyrelsen', confirmed: false, sum: undefined },
  rate: { from: 'Riksbanken', confirmed: false, sum: undefined },
  authorisation: { from: 'Regeringen', confirmed: true, sum: undefined },
  'year-ended': { from: 'Regeringen', confirmed: true, sum: undefined },
  appropriation: { from: 'Regeringen', confirmed: true, sum: undefined },
  payees: { from: 'Kammarkollegiet', confirmed: true, sum: undefined },
} as const;

export type InputKind = keyof typeof inputKinds;

export const isInputKind = (text: string): text is InputKind => Object.hasOwn(inputKinds, text);
