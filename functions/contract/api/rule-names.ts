import type { Texts } from './problem-type.ts';

/**
 * What people call the rules that a working names: Swedish as in the rule's own `@sv`, English as in the glossary. A test holds the
 * table to both, since functions carry neither sources nor documents.
 */
export const ruleNames: Readonly<Record<string, Texts>> = {
  'pot/pot': { sv: 'huvuddelen av bidraget', en: 'pot' },
  'need/inhabitants': { sv: 'invånarantal', en: 'inhabitants' },
  'need/model-cost': { sv: 'modellkostnad', en: 'model cost' },
  'need/needs-share': { sv: 'behovsandel', en: 'needs share' },
  'solidarity/solidarity-staircase': { sv: 'ersättningstrappa', en: 'solidarity staircase' },
  'grant/years-grant': { sv: 'årets bidrag', en: "year's grant" },
  'instalment/interim-instalment': {
    sv: 'utbetalning i avvaktan på överenskommelse',
    en: 'interim instalment',
  },
  'instalment/interim-true-up': {
    sv: 'reglering av utbetalningar i avvaktan på överenskommelse',
    en: 'interim true-up',
  },
  'instalment/pay-month': { sv: 'utbetalningsmånad', en: 'pay month' },
  'instalment/twelve-instalments': { sv: 'månadsutbetalning, 1/12', en: 'instalment' },
  'rebate/february-rebate-adjustment': {
    sv: 'justering för återbäring (februariutbetalningen)',
    en: 'february rebate adjustment',
  },
  'rebate/may-rebate-settlement': {
    sv: 'slutavstämning av återbäring (majutbetalningen)',
    en: 'may rebate settlement',
  },
  'requisition/ihsi-difference': { sv: 'mellanskillnad för IHSI', en: 'IHSI difference' },
  'requisition/ihsi-requisition': {
    sv: 'rekvisition av regionernas andel till IHSI',
    en: 'IHSI requisition',
  },
  'requisition/requisition-objection': {
    sv: 'prövning av rekvisition',
    en: 'validation of a requisition',
  },
  'requisition/sol-requisition': {
    sv: 'rekvisition av bidraget för SOL-tjänsterna',
    en: 'SOL requisition',
  },
  'corridor/risk-corridor': { sv: 'vinst- och förlustdelning', en: 'risk corridor' },
  'settlement/carried-forward': { sv: 'överfört belopp', en: 'carried forward' },
  'settlement/local-discount': {
    sv: 'avdrag för lokala rabattöverenskommelser',
    en: 'local discount',
  },
  'settlement/national-key': { sv: 'fördelningsnyckel för nationella belopp', en: 'national key' },
  'settlement/reconciliation': { sv: 'avstämning', en: 'reconciliation' },
  'payment/appropriation': { sv: 'anslag och anslagskredit', en: 'appropriation and its credit' },
  'payment/authority': { sv: 'betalningsbemyndigande', en: 'authority, authorisation' },
  // These put finished lines together, or assume an outcome for a forecast, and are no rules of the agreement.
  'forecast/assumed-outcomes': { sv: 'antaget utfall', en: 'assumed outcome' },
  'payment/balances': { sv: 'överfört belopp', en: 'carried forward' },
  'payment/compose': { sv: 'rader av samma slag', en: 'lines of one kind' },
};
