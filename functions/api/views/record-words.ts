import type { NeedName } from '../../../core/payment/needs.ts';
import { lineKindTexts, type ShownKind } from '../../contract/api/line-kind-texts.ts';
import { needTexts } from '../../contract/api/need-texts.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { grouped } from './amount-text.ts';

type Swedish = (...parts: string[]) => string;

/**
 * What the record says in words of its own, and how it is said in Swedish. The record holds one language, since what it holds is
 * hashed and signed; these are the sentences that the steps write into it.
 */
const phrases: readonly (readonly [pattern: RegExp, swedish: Swedish])[] = [
  [/^no rate of (\d{4}-\d\d-\d\d) is known$/, (day) => `Eurokursen för ${day} saknas`],
  [
    /^no ([a-z-]+) of (\d{4})(?: is known)?$/,
    (need, year) => `${needName(need)} för ${year} saknas`,
  ],
  [
    /^no decision covers ([a-z-]+) of (\d{4}) in (\d{4}-\d\d)$/,
    (kind, year, month) => `Inget beslut omfattar ${kindName(kind)} för ${year} i ${month}`,
  ],
  [/^no decision covers (\d{4}-\d\d)$/, (month) => `Inget beslut omfattar ${month}`],
  [
    /^(\S.*) and the interim decision (\S.*) both cover (\d{4}) in (\d{4}-\d\d), until a new version of .* ends earlier$/,
    (agreement, interim, year, month) =>
      `Både ${agreement} och ${interim}, som gäller i avvaktan på överenskommelse, omfattar ${year} i ${month}; det löses av en ny version av ${interim} som upphör tidigare`,
  ],
  [
    /^the payout of (\d{4}-\d\d) could still pay (\d{4}) and is not released or closed$/,
    (month, year) =>
      `Utbetalningen för ${month} kan ännu betala ${year} och är varken lämnad till banken eller avslutad`,
  ],
  [
    /^money has moved beside the payment that came back$/,
    () => 'Pengar har rört sig utan uppdrag vid sidan av betalningen som kom tillbaka',
  ],
  [/^no payees are confirmed$/, () => 'Inga bekräftade betalningsmottagare finns'],
  [
    /^the appropriation of (\d{4}) and its credit lack (-?\d+) kronor$/,
    (year, sek) => `Anslaget för ${year} och dess kredit räcker inte: ${kronor(sek)} saknas`,
  ],
  [
    /^takes (\d+) kronor of the credit of (\d{4}); (-?\d+) are left$/,
    (sek, year, left) =>
      `Tar ${kronor(sek)} av anslagskrediten för ${year}; ${kronor(left)} återstår`,
  ],
  [
    /^the requisition names ((?:bank|plus)giro [\d-]+); it is paid to the confirmed ((?:bank|plus)giro [\d-]+)$/,
    (named, confirmed) =>
      `Rekvisitionen anger ${named}; den betalas till det bekräftade ${confirmed}`,
  ],
  [
    /^it goes to ((?:bank|plus)giro [\d-]+) again, from which it came back with (\S+)$/,
    (account, code) => `Går igen till ${account}, som den kom tillbaka från med ${code}`,
  ],
  [
    /^lacks (.+)$/,
    (needs) =>
      `Underlag saknas: ${needs
        .split(', ')
        .map((need) => needName(need))
        .join(', ')
        .toLowerCase()}`,
  ],
  [
    /^a payout is about to deduct the forecast of (\d{4})$/,
    (year) => `En utbetalning är på väg att dra av prognosen för ${year}`,
  ],
  [
    /^the reconciliation was signed without the deduction$/,
    () => 'Avstämningen undertecknades utan avdraget',
  ],
  [/^(payout-\S+) deducts the forecast$/, (payout) => `${payout} drar av prognosen`],
  [/^replaced by proposal (\d+)$/, (number) => `Ersatt av förslag ${number}`],
  [
    /^(\S.*) has a new version$/,
    (streams) => `${streams.split(', ').map(streamName).join(', ')} har en ny version`,
  ],
  [
    /^(\S+) is not this payout's to pay any more$/,
    (key) => `${keyName(key)} ska inte längre betalas i den här utbetalningen`,
  ],
  [
    /^another payout has paid of a year that this one settles$/,
    () => 'En annan utbetalning har betalat av ett år som den här reglerar',
  ],
  [
    /^another payout has carried kronor forward$/,
    () => 'En annan utbetalning har fört belopp vidare',
  ],
  [
    /^it takes credit of the appropriation that nobody was warned of$/,
    () => 'Den tar anslagskredit som ingen har varnats för',
  ],
  [/^the appropriation has no room$/, () => 'Anslaget räcker inte'],
  [
    /^received on (\S+); the last day is (\S+)$/,
    (day, last) => `Inkom ${day}; sista dag var ${last}`,
  ],
  [
    /^(\S+) is no bank day; the nearest are (\S+) and (\S+)$/,
    (day, before, after) => `${day} är ingen bankdag; närmast är ${before} och ${after}`,
  ],
  [
    /^(\S+) is asked for as pay day; the last that can be is (\S+)$/,
    (asked, last) => `${asked} begärdes som betalningsdag; den sista möjliga är ${last}`,
  ],
  [
    /^(\S+) was asked for; (\S+) is agreed$/,
    (asked, agreed) => `${asked} rekvirerades; överenskommet är ${agreed}`,
  ],
  [
    /^(.+) asked; (.+) is agreed$/,
    (asked, agreed) => `${asked} rekvirerade; det ska ${agreed} göra`,
  ],
  [
    /^the agreement of (\d{4}) knows no such amount$/,
    (year) => `Överenskommelsen för ${year} har inget sådant belopp`,
  ],
  [/^lines of (\w+) = its payment$/, (payee) => `Raderna för ${payee} = betalningen`],
  [/^(\w+) is not paid below zero$/, (payee) => `${payee} får inte mindre än noll`],
  [
    /^years of ([a-z-]+) of (\w+) = its line$/,
    (kind, payee) => `Årens delar av ${kindName(kind)} för ${payee} = raden`,
  ],
  [/^payments = total$/, () => 'Betalningarna = summan'],
  [/^kinds = total$/, () => 'Radslagen = summan'],
  [/^grants = pot$/, () => 'Bidragen = huvuddelen av bidraget'],
];

/** A sentence of the record in the reader's language. What nobody has put into Swedish stays as the record has it. */
export function recordWords(words: string, language: Language): string {
  if (language === 'en') return words;
  return (
    inSwedish(words) ??
    words
      .split('; ')
      .map((each) => inSwedish(each) ?? each)
      .join('; ')
  );
}

function inSwedish(words: string): string | undefined {
  for (const [pattern, swedish] of phrases) {
    const found = pattern.exec(words);
    if (found) return swedish(...found.slice(1));
  }
  return undefined;
}

const kronor = (sek: string) => `${grouped(sek, 'sv')}\u00a0kr`;

export const needName = (need: string, language: Language = 'sv'): string =>
  needTexts[need as NeedName]?.[language] ?? need;

const kindName = (kind: string): string => lowerFirst(lineKindTexts[kind as ShownKind]?.sv ?? kind);

/** `INPUT#2021/rebate-final` as a person knows it. */
function streamName(stream: string): string {
  const [partition = '', kind = ''] = stream.split('/');
  const year = partition.slice(partition.indexOf('#') + 1);
  return year === 'all' ? needName(kind) : `${needName(kind)} ${year}`;
}

/** `instalment/2021/2021-03` as a person knows it. */
function keyName(key: string): string {
  const [kind = '', year = '', month] = key.split('/');
  return `${lineKindTexts[kind as ShownKind]?.sv ?? kind} ${month ?? year}`;
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
