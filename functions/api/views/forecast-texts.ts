import type { AgreementParameters, Corridor } from '../../../core/agreement/parameters.ts';
import type { Explained } from '../../../core/explain.ts';
import { assumedDeviationPercent } from '../../../core/forecast/assumed-outcomes.ts';
import type { ForecastItem } from '../../../core/forecast/region-forecast.ts';
import { inputKinds, isInputKind } from '../../../core/inputs/kinds.ts';
import { Sek } from '../../../core/money/sek.ts';
import { needFor } from '../../../core/payment/needs.ts';
import type { RegionCode } from '../../../core/regions.ts';
import type { FactName, PaymentFacts } from '../../../core/rules/facts.ts';
import { instalmentMonths } from '../../../core/rules/instalment/pay-month.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { amountText } from './amount-text.ts';
import { needName } from './record-words.ts';

/** What the sentences speak of. */
export interface ForecastFacts {
  readonly region: RegionCode;
  readonly agreement: AgreementParameters;
  readonly facts: PaymentFacts;
}

/** How an amount of a forecast was computed and from what, or what is missing for it and from whom, in sentences. */
export function forecastText(item: ForecastItem, about: ForecastFacts, language: Language): string {
  const sentences = [ruleText(item, about, language), ...basisTexts(item, about, language)];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function basisTexts(item: ForecastItem, about: ForecastFacts, language: Language): string[] {
  switch (item.basis) {
    case 'decided':
      return [];
    case 'unsigned':
      return [
        {
          sv: 'Staten och SKR har inte undertecknat avstämningen än.',
          en: 'State and SKR have not signed the reconciliation yet.',
        }[language],
      ];
    case 'range':
      return [rangeText(item, language), missingText(item.missing, about, language)];
    case 'unknown':
      return [missingText(item.missing, about, language)];
  }
}

/** By which rule the amount comes about, with the figures that are known. */
function ruleText(item: ForecastItem, about: ForecastFacts, language: Language): string {
  const { agreement, facts, region } = about;
  const kronor = (amount: Explained<Sek> | undefined) =>
    amount ? amountText(amount.value.fraction, 'sek', language) : '';
  const of = (sv: string, en: string): string => ({ sv, en })[language];
  const share = amountText(agreement.rebate.stateShare.value.fraction, 'share', language);
  const [forecast, final] = [facts.rebateForecast?.get(region), facts.rebateFinal?.get(region)];
  switch (item.kind) {
    case 'instalment': {
      if (item.settles)
        return of(
          'Alla delar av årets bidrag till och med månaden, minus det som har betalats ut av året och det som väntas före den. Minus betyder att för mycket har betalats ut.',
          "All parts of the year's grant up to the month, minus what has been paid of the year and what is expected before it. Minus means that too much was paid.",
        );
      const number = instalmentMonths(agreement).indexOf(item.due) + 1;
      const count = agreement.instalments.count.value;
      const grant = kronor(facts.grants?.get(region));
      return of(
        `Del ${number} av ${count} av årets bidrag${grant && `, ${grant}`}. Delarna är hela kronor och blir tillsammans bidraget.`,
        `Part ${number} of ${count} of the year's grant${grant && `, ${grant}`}. The parts are whole kronor and together the grant.`,
      );
    }
    case 'interim-instalment':
      return of(
        'Regionens andel, efter årets bidrag, av det som regeringen har beslutat för månaden i avvaktan på en överenskommelse.',
        "The region's share, by the year's grant, of what the Government has decided for the month while there is no agreement.",
      );
    case 'rebate-forecast':
      return of(
        `Avdrag med ${share} av regionens egen prognos för återbäring${forecast ? `, ${kronor(forecast)}` : ''}. Alla regioners belopp görs till hela kronor tillsammans.`,
        `Deduction of ${share} of the region's own forecast of rebates${forecast ? `, ${kronor(forecast)}` : ''}. All regions' amounts are made whole kronor together.`,
      );
    case 'rebate-settlement':
      return `${rebateSettlementText(about, share, language)}${final ? of(` Utfall ${kronor(final)}.`, ` Final ${kronor(final)}.`) : ''}`;
    case 'ihsi-difference':
      return of(
        'Regionens andel, efter årets bidrag, av det som avsattes för IHSI minus det som betalades till betalningsdagens kurs.',
        "The region's share, by the year's grant, of what was set aside for IHSI minus what was paid at the rate of the payment day.",
      );
    case 'local-discount':
      return discountText(about, language);
    case 'corridor-benefits':
    case 'corridor-hepatitis-c':
    case 'corridor-net':
      return corridorText(item, about, language);
    case 'carried-forward':
      return of(
        'Vad tidigare utbetalningar har lämnat kvar: minus är kvar att dra av, plus är kvar att betala.',
        'What earlier payments have left: minus is still to be deducted, plus is still to be paid.',
      );
  }
}

/** What the final rebates are settled against: the forecast that was, or is expected to be, deducted. */
function rebateSettlementText(
  { facts: { rebateDeducted }, region }: ForecastFacts,
  share: string,
  language: Language,
): string {
  if (rebateDeducted === 'not-deducted')
    return {
      sv: `Avdrag med ${share} av återbäringen. Ingen utbetalning har dragit av en prognos.`,
      en: `Deduction of ${share} of the rebates. No payment has deducted a forecast.`,
    }[language];
  const own = rebateDeducted?.get(region);
  const deducted = own && amountText(own.value.fraction, 'sek', language);
  return {
    sv: `Avdrag med ${share} av det som återbäringen blev över prognosen, tillägg om den blev lägre.${deducted ? ` Prognos ${deducted}.` : ''}`,
    en: `Deduction of ${share} of what the rebates came to above the forecast, addition if they came to less.${deducted ? ` Forecast ${deducted}.` : ''}`,
  }[language];
}

function discountText({ facts, region, agreement }: ForecastFacts, language: Language): string {
  const own = facts.localDiscounts?.get(region);
  const from = agreement.localDiscounts.fromMonth.value;
  const when = {
    sv: `Dras av från nästa bidragsårs första utbetalning, tidigast ${from}.`,
    en: `Deducted from the first payment of the next grant year, in ${from} at the earliest.`,
  }[language];
  if (!own) return when;
  const sum = amountText(Sek.sum(own.map(({ value }) => value)).fraction, 'sek', language);
  const what: Texts =
    own.length === 0
      ? {
          sv: 'SKR har inte rapporterat någon lokal rabatt för regionen.',
          en: 'SKR has reported no local discount of the region.',
        }
      : {
          sv: `De lokala rabatter som SKR har rapporterat för regionen, ${sum}.`,
          en: `The local discounts that SKR has reported of the region, ${sum}.`,
        };
  return `${what[language]} ${when}`;
}

function corridorText(
  { kind }: ForecastItem,
  { agreement, facts }: ForecastFacts,
  language: Language,
): string {
  const corridor = agreement.corridors.find((each) => each.kind === kind);
  if (!corridor) throw new RangeError(`The ${agreement.year} agreement has no ${kind}.`);
  const known = kind === 'corridor-benefits' ? facts.benefitCost : facts.hepatitisCCost;
  const [lower, upper] = limitsOf(corridor, language);
  const outcome = known && amountText(known.value.fraction, 'sek', language);
  return {
    sv: `Regionens andel, efter årets bidrag, av det som stat och regioner delar på när kostnaden ligger utanför ${lower} till ${upper}.${outcome ? ` Utfallet är ${outcome}.` : ''}`,
    en: `The region's share, by the year's grant, of what State and regions share when the cost lies outside ${lower} to ${upper}.${outcome ? ` The outcome is ${outcome}.` : ''}`,
  }[language];
}

const limitsOf = ({ lower, upper }: Corridor, language: Language) =>
  [lower, upper].map(({ value }) => amountText(value.fraction, 'sek', language));

function rangeText(
  { assumed }: Extract<ForecastItem, { readonly basis: 'range' }>,
  language: Language,
): string {
  const [low, high] = [assumed.low, assumed.high].map(({ value }) =>
    amountText(value.fraction, 'sek', language),
  );
  return {
    sv: `Antagande: utfallet blir mellan ${low} och ${high}, alltså högst ${assumedDeviationPercent} procent under eller över det överenskomna. Innanför gränserna är andelen 0 kr; utanför antagandet kan den bli större.`,
    en: `Assumption: the outcome is between ${low} and ${high}, at most ${assumedDeviationPercent} per cent below or above what was agreed. Within the limits the share is 0 kr; outside the assumption it can be more.`,
  }[language];
}

/** Which inputs are missing and who supplies them. */
function missingText(
  missing: readonly FactName[],
  { agreement: { year } }: ForecastFacts,
  language: Language,
): string {
  const needs = [...new Set(missing.map(needFor))];
  const named = needs.map((need) => {
    const from = isInputKind(need) ? inputKinds[need].from : undefined;
    const what = `${needName(need, language)} ${year}`;
    if (!from) return what;
    return { sv: `${what} (lämnas av ${from})`, en: `${what} (supplied by ${from})` }[language];
  });
  return { sv: `Saknas: ${named.join(', ')}.`, en: `Missing: ${named.join(', ')}.` }[language];
}
