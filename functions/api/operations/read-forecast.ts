import type { Rulebook } from '../../../core/agreement/rulebook.ts';
import type { Day } from '../../../core/calendar/day.ts';
import { addMonths, type Month, monthOf } from '../../../core/calendar/month.ts';
import { dayInStockholm, type Instant } from '../../../core/calendar/stockholm.ts';
import { lineCites } from '../../../core/forecast/line-cites.ts';
import {
  type ForecastItem,
  regionForecast,
  withExpectedDeduction,
} from '../../../core/forecast/region-forecast.ts';
import { unpaidItems, yearMonths } from '../../../core/forecast/year-items.ts';
import { dueUpTo, isDone } from '../../../core/payment/due.ts';
import type { PayoutContext } from '../../../core/payment/payout.ts';
import { payoutDay } from '../../../core/payment/payout-day.ts';
import { type RegionCode, regions } from '../../../core/regions.ts';
import type { FactName } from '../../../core/rules/facts.ts';
import { lineKindTexts } from '../../contract/api/line-kind-texts.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { signedYears } from '../../shared/deduction.ts';
import { latestGrantsBefore } from '../../shared/grants.ts';
import { Inputs } from '../../shared/inputs.ts';
import { paymentFacts } from '../../shared/payment-facts.ts';
import { payoutContext, releasedOfYear } from '../../shared/payout-context.ts';
import type { PaysBy } from '../../shared/ports.ts';
import { Refused } from '../../shared/refused.ts';
import { citationView } from '../views/citation-view.ts';
import { type ForecastFacts, forecastText } from '../views/forecast-texts.ts';
import { refuseOtherRegions } from '../views/own-region.ts';

type ShownItem = AnswerOf<'readForecast'>['items'][number];

/**
 * What a region has still to expect of an agreement year, by the very rules that pay: certain where everything is decided, a range
 * where an outcome is assumed, without figures where something is missing. What is released is no forecast any more.
 */
export async function readForecast(
  { at, by, language, parameters: { region, year } }: RequestOf<'readForecast'>,
  ports: PaysBy,
): Promise<AnswerOf<'readForecast'>> {
  refuseOtherRegions(by, region);
  const { rulebooks } = ports;
  if (!rulebooks.years.includes(year))
    throw new Refused('not-found', { what: `/regions/${region}/forecasts/${year}` });
  const { items, about } = await forecastOf(ports, region, rulebooks.of(year), at);
  return {
    region,
    name: regions[region],
    year,
    now: at,
    items: items.map((item) => shownItem(item, about, language)),
  };
}

async function forecastOf(ports: PaysBy, region: RegionCode, rulebook: Rulebook, at: Instant) {
  const { records } = ports;
  const inputs = new Inputs(records);
  const { agreement, lines, reconciliationNeeds } = rulebook;
  const today = dayInStockholm(at);
  const { last } = yearMonths(rulebook);
  // It has every payout of the year, and every one that is opened already, behind it.
  const after = addMonths(last > monthOf(today) ? last : monthOf(today), 2);
  const names = new Set<FactName>([...lines.flatMap(({ needs }) => needs), ...reconciliationNeeds]);
  const [context, facts] = await Promise.all([
    payoutContext(ports, inputs, after, new Set(), at),
    paymentFacts(ports, inputs, agreement.year, names),
  ]);
  const all = dueUpTo(after, context.rulebooks, context.interims, context.ended);
  const calendar = { ...context, signed: await signedYears(records, all) };
  const due = unpaidItems(rulebook, calendar, nextMonth(context, today));
  const { interimTotal } = context;
  const keys = new Map(
    await Promise.all(
      [agreement.year, agreement.year + 1].map(
        async (each) => [each, await latestGrantsBefore(ports, each)] as const,
      ),
    ),
  );
  const latestGrants = (each: number) => keys.get(each);
  const grantReleased = await releasedOfYear(records, context.runs, agreement.year);
  const expected = regionForecast(region, due, {
    ...{ rulebook, facts, interimTotal, latestGrants, grantReleased },
  });
  const balance = context.balances.get(region);
  const carried: readonly ForecastItem[] = balance
    ? [
        {
          month: expected[0]?.month ?? after,
          due: expected[0]?.month ?? after,
          kind: 'carried-forward',
          basis: 'decided',
          amount: balance.value,
          cites: lineCites('carried-forward', agreement),
        },
      ]
    : [];
  const about: ForecastFacts = {
    region,
    agreement,
    facts: withExpectedDeduction(facts, due),
  };
  return { items: [...carried, ...expected], about };
}

/** The month in which is paid what months that are done have left behind: the first that is not done and whose pay day is to come. */
function nextMonth(
  { rulebooks, runs }: Pick<PayoutContext, 'rulebooks' | 'runs'>,
  today: Day,
): Month {
  let month = monthOf(today);
  for (;;) {
    const run = runs.get(month);
    const paidOn = payoutDay(month, [], rulebooks);
    if (paidOn !== undefined && paidOn >= today && !(run && isDone(run))) return month;
    month = addMonths(month, 1);
  }
}

function shownItem(item: ForecastItem, about: ForecastFacts, language: Language): ShownItem {
  const { month, kind, basis, cites } = item;
  return {
    month,
    kind,
    text: lineKindTexts[kind][language],
    basis,
    ...boundsOf(item),
    how: forecastText(item, about, language),
    cites: cites.map(citationView),
  };
}

/** The smaller amount first. Nothing known, no bounds: zero would be a figure. */
function boundsOf(item: ForecastItem): Pick<ShownItem, 'fromSek' | 'toSek'> {
  if (item.basis === 'unknown') return {};
  if (item.basis === 'range') return { fromSek: item.low.toString(), toSek: item.high.toString() };
  const amount = item.amount.toString();
  return { fromSek: amount, toSek: amount };
}
