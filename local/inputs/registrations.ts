import { type Day, parseDay } from '../../core/calendar/day.ts';
import { canonical } from '../../core/canonical.ts';
import type { InputContents } from '../../core/inputs/contents.ts';
import { type InputKind, inputKinds } from '../../core/inputs/kinds.ts';
import {
  appropriationContent,
  authorisationContent,
  discountsContent,
  rowsByRegion,
  texts,
} from '../../functions/csv/contents.ts';
import { bundledPayees, type Payee } from '../payees.ts';
import { AGREEMENT_YEAR } from './authorisations.ts';
import type { InputFile } from './input-files.ts';
import type { LocalDiscount } from './local-discounts.ts';
import { payeesContent } from './payees-content.ts';
import {
  arrivalOrder,
  type InputRegistration,
  type Registration,
  type RequisitionRegistration,
} from './registration.ts';
import { requisitionContent } from './requisition-content.ts';
import { FIRST_DAY } from './run-days.ts';
import { sha256 } from './sha256.ts';
import type { YearInputs } from './year-inputs.ts';

const NO_DISCOUNTS_REPORTED = parseDay('2022-01-31');
const FORECAST = parseDay('2021-12-15');
const OUTCOMES = parseDay('2022-03-15');
const FINALS = parseDay('2022-03-20');

/** Every input on its simulated day (the table in local/sample-2021/README.md): by day, and on a day by kind. */
export function registrations(inputs: YearInputs): readonly Registration[] {
  const { payees, hash } = bundledPayees();
  const all: Registration[] = [
    ...onOpening(inputs, payees, hash),
    ...inputs.appropriations.map((row) =>
      input(
        inputs,
        'appropriation',
        'appropriations.csv',
        appropriationDay(row.budgetYear),
        appropriationContent(row),
        row.budgetYear,
      ),
    ),
    ...inputs.authorisations.map((row) =>
      input(
        inputs,
        'authorisation',
        'authorisations.csv',
        row.decidedOn,
        authorisationContent(row),
        row.agreementYear,
      ),
    ),
    ...requisitions(inputs, payees),
    ...duringTheYear(inputs),
  ];
  return all.sort((a, b) => byText(a.day, b.day) || rank(a) - rank(b));
}

function onOpening(inputs: YearInputs, payees: readonly Payee[], hash: string): Registration[] {
  const { population, priceTags, solidarityCosts, outcome } = inputs;
  const people = rowsByRegion(population);
  const costs = rowsByRegion(solidarityCosts);
  return [
    {
      day: FIRST_DAY,
      year: AGREEMENT_YEAR,
      kind: 'payees',
      content: payeesContent(payees),
      from: inputKinds.payees.from,
      document: 'payees.json',
      documentHash: hash,
    },
    input(inputs, 'population', 'population-by-group.csv', FIRST_DAY, people),
    input(inputs, 'price-tags', 'price-tags.csv', FIRST_DAY, texts(priceTags)),
    input(inputs, 'solidarity-costs', 'solidarity-costs.csv', FIRST_DAY, costs),
    input(inputs, 'second-level', 'outcome.json', FIRST_DAY, {
      sekPerInhabitant: outcome.solidaritySecondLevelSekPerInhabitantAboveMean,
    }),
  ];
}

function duringTheYear(inputs: YearInputs): Registration[] {
  const { outcome, rebates, localDiscounts } = inputs;
  const { ihsiPaymentDay, eurSekOnPaymentDay } = outcome;
  const reported = reportDay(localDiscounts);
  const discounts = discountsContent(localDiscounts);
  return [
    input(inputs, 'rate', 'outcome.json', ihsiPaymentDay, {
      day: ihsiPaymentDay,
      sekPerEuro: eurSekOnPaymentDay,
    }),
    input(inputs, 'rebate-forecast', 'rebates.csv', FORECAST, texts(rebates.forecast)),
    input(inputs, 'local-discounts', 'local-discounts.csv', reported, discounts),
    input(inputs, 'outcomes', 'outcome.json', OUTCOMES, {
      benefitCostSek: String(outcome.benefitCostSek),
      hepatitisCCostSek: String(outcome.hepatitisCCostSek),
    }),
    input(inputs, 'rebate-final', 'rebates.csv', FINALS, texts(rebates.final)),
  ];
}

function input<K extends InputKind>(
  { fileHashes }: YearInputs,
  kind: K,
  document: InputFile,
  day: Day,
  content: InputContents[K],
  year: number = AGREEMENT_YEAR,
): InputRegistration {
  return {
    day: day < FIRST_DAY ? FIRST_DAY : day, // What was decided earlier is known when the year is opened.
    year,
    kind,
    content,
    from: inputKinds[kind].from,
    document,
    documentHash: fileHashes[document],
  } as InputRegistration; // The compiler cannot see that kind and content belong together; the signature says so.
}

/** The appropriation of the agreement year is known when the year is opened, a later one on 22 December before it. */
function appropriationDay(budgetYear: number): Day {
  return budgetYear === AGREEMENT_YEAR ? FIRST_DAY : parseDay(`${budgetYear - 1}-12-22`);
}

/** SKR reports once, when it knows the last discount; that there were none it reports at the end of January. */
function reportDay(discounts: readonly LocalDiscount[]): Day {
  const days = discounts.map(({ reported }) => reported).sort();
  return days.at(-1) ?? NO_DISCOUNTS_REPORTED;
}

function requisitions(
  { outcome }: YearInputs,
  payees: readonly Payee[],
): RequisitionRegistration[] {
  const skr = payees.find(({ payee }) => payee === 'SKR');
  if (skr === undefined) throw new RangeError('SKR is missing among the payees.');
  const wishes = [
    ['sol', outcome.solRequisitionedOn, outcome.solPaymentDay],
    ['ihsi', outcome.ihsiRequisitionedOn, outcome.ihsiPaymentDay],
  ] as const;
  return wishes.flatMap(([requisition, day, payDay]) => {
    if (day === null) return [];
    const content = requisitionContent(requisition, payDay, skr);
    return {
      day,
      year: AGREEMENT_YEAR,
      kind: 'requisition',
      requisition,
      content,
      from: 'SKR',
      document: 'requisition',
      documentHash: sha256(canonical(content)),
    };
  });
}

const rank = ({ kind }: Registration): number => arrivalOrder.indexOf(kind);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
