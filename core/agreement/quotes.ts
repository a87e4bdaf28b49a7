import type { SourceId } from './sources.ts';

/** Words of a document; `of` are the rules, by the beginning of their name, that rest on just these of a place. */
type Passage = string | { readonly words: string; readonly of: readonly string[] };

/** In the order of the document; something between two of them may be left out. */
type Passages = readonly [Passage, ...Passage[]];

const passage = (words: string, ...of: readonly string[]): Passage => ({ words, of });

const solidarityGate =
  'Gränsen är 30 kronor per invånare över riksgenomsnittet. Över denna gräns utgår det ett relativt stort bidrag för regioner med höga kostnader.';

const agreement2021: Readonly<Record<string, Passages>> = {
  '2': [
    'För år 2021 erhåller regionerna totalt 33 444 miljoner kronor varav 31 400 miljoner kronor avser kostnaderna för läkemedelsförmånerna och 424 miljoner kronor avser kostnader för läkemedel för behandling av hepatit C.',
    'regionerna erhåller ett bidrag motsvarande 70 procent av de beräknade läkemedelskostnaderna för behandling av hepatit C, dvs 424 miljoner kronor.',
  ],
  '2, tabell "Överenskommet belopp 2021"': [
    'Överenskommet belopp 2021 (miljoner kronor) Läkemedelsförmånen 31 400 Övrigt 1 620 Hepatit C 424 Totalt 33 444',
  ],
  '3': [
    'Om regionernas totala kostnader för läkemedelsförmånen överstiger det överenskomna beloppet på 31 400 miljoner kronor med mer än 3 procent förbinder sig staten att finansiera 50 procent av avvikelsen över 3 procent. På motsvarande sätt ska en återbetalning ske till staten i de fall kostnaderna skulle bli mer än 3 procent lägre än överenskommet belopp, se bilaga.',
    'Om regionernas kostnader för läkemedel för behandling av hepatit C för perioden överstiger överenskommet belopp på 424 miljoner kronor (motsvarande 70 procent av de prognosticerade kostnaderna) med mer än 3 procent förbinder sig staten att även här finansiera 50 procent av avvikelsen över 3 procent.',
  ],
  '4.1': [
    passage(
      'I det fall enskilda regioner ingår rabattöverenskommelser med läkemedelsföretag om läkemedel inom förmånerna kommer motsvarande belopp som rabatterna att dras av kommande års bidrag för de regioner som har genomfört sådana förhandlingar.',
      'settlement/local-discount',
    ),
    passage(
      'SKR ska i januari 2022 redovisa i fall sådana lokala överenskommelser förekom 2021.',
      'settlement/local-discount',
    ),
    passage(
      'Under 2021 ska 60 procent av återbäringen tillfalla regionerna och 40 procent tillfalla staten.',
      'rebate/',
    ),
    passage(
      'Utbetalningen av bidrag till respektive region kommer därefter att justeras ner med motsvarande statens andel av besparingsbeloppet, se bilaga.',
      'rebate/',
    ),
  ],
  '4.2': [
    'Parterna är överens om att 7 miljoner kronor ska utbetalas under 2021 till SKR för ersättning till E-hälsomyndigheten avseende kostnader för drift och utveckling av befintliga system för sortiments- och leveransinformation för dosdispenserade läkemedel (SOL-tjänsterna). Regionernas ersättning enligt avtalet minskas därför under 2021 med motsvarande belopp.',
  ],
  '4.3': [
    'Parterna är överens om att € 395 500 (motsvarande cirka 4 099 160 kronor med växelkursen ovan) ska utbetalas under 2021 till SKR för ersättning till IHSI. Växelkursen som gäller när Kammarkollegiets utbetalning genomförs ska tillämpas. Regionernas ersättning enligt avtalet minskas därför för 2021 med motsvarande belopp.',
  ],
  '5': [
    'Staten och SKR ska gemensamt göra en avstämning per den 31 december 2021, vilken ska ligga till grund för reglering av bidraget. Slutregleringen görs senast i den utbetalning som sker i maj efter en slutavstämning i mars månad avseende återbäringen föregående helår.',
  ],
  '6': [
    'Beslut om utbetalning av medel sker i regleringsbrev för respektive år avseende anslaget 1:5 Bidrag för läkemedelsförmånerna.',
  ],
  '7': [
    'För staten genom För Sveriges Kommuner och Socialdepartementet Regioner Stockholm Stockholm den 28 januari 2021 den 29 januari 2021',
  ],
  'Bilaga, Utbetalningsordning': [
    passage(
      'Huvuddelen av bidraget, 33 432 900 840 kronor, fördelas mellan regionerna enligt en särskild behovsmodell. Utbetalningen av Kammarkollegiet sker per månad med 1/12 av årets bidrag.',
      'instalment/',
      'pot/',
      'grant/',
      'need/',
    ),
    passage('Rekvisition ska lämnas senast den 1 december 2021.', 'requisition/sol-requisition'),
    passage(
      'Mellanskillnaden mellan det preliminära beloppet och det slutgiltiga beloppet för IHSI ska justeras senast i samband med den utbetalning till regionerna som sker i februari nästkommande år.',
      'requisition/ihsi',
    ),
  ],
  'Bilaga, Behovsmodellen': [
    'Gruppens andel av befolkningen mäts i respektive region per den 31/12 tre år innan bidragsåret och multipliceras med den genomsnittliga läkemedelskonsumtionen för respektive grupp.',
    'Varje region erhåller genom denna beräkning en modellkostnad. Denna modellkostnad justeras sedan så att genomsnittet för samtliga regioner sammanfaller med det av staten avsatta statsbidraget.',
  ],
  'Bilaga, Behovsmodellen: "den 31/12 tre år innan bidragsåret"': [
    'Gruppens andel av befolkningen mäts i respektive region per den 31/12 tre år innan bidragsåret',
  ],
  'Bilaga, Modell för den solidariska finansieringen: "ryms inom ramen"': [
    'Kostnaderna för den solidariska finansieringen ryms inom ramen för det särskilda statsbidraget för kostnaderna för läkemedelsförmånerna.',
  ],
  'Bilaga, Modell för den solidariska finansieringen, Ersättningstrappa': [
    solidarityGate,
    '• kostnader upp till medelvärdet ger inget bidrag • kostnader mellan medelvärdet och andra ersättningsnivån ersätts till 85 procent • kostnader över andra ersättningsnivån ersätts till 90 procent.',
  ],
  'Bilaga, Reglering av återbäring': [
    'För att fördela återbäringen mellan stat och regioner kommer utbetalningen av bidrag för läkemedelsförmånerna m.m. till respektive region att justeras ner med motsvarande statens andel av besparingsbeloppet.',
    'Baserat på prognosen är avsikten att justering av bidraget för läkemedelsförmånerna ska ske i utbetalningen i februari månad nästkommande år. Efter en slutavstämning i mars månad avseende återbäringen föregående helår är avsikten att eventuella ytterligare justeringar av beloppet ska ske senast i den utbetalning som sker i maj.',
  ],
  'Bilaga, Vinst- och förlustdelningsmodell, läkemedelsförmånerna': [
    'För kostnader under 30 458 miljoner kronor justeras kommande statsbidragsutbetalning ned med 50 procent av avvikelsen från gränsen nedåt. För kostnader över 32 342 miljoner kronor justeras kommande statsbidragsutbetalning upp med 50 procent av avvikelsen från gränsen uppåt.',
  ],
  'Bilaga, Vinst- och förlustdelningsmodell, hepatit C-läkemedel': [
    'Prognos 2021 Utfall 2021, gräns nedåt Utfall 2021, gräns uppåt Kostnad 606 588 624',
    'Exempelberäkning: Vid utfall 800 miljoner kronor utgår statsbidrag med 424 miljoner kronor plus 0,5(0,7*(800-624))=61,6 miljoner kronor i förlustdelning',
  ],
};

const quotes: Readonly<Partial<Record<SourceId, Readonly<Record<string, Passages>>>>> = {
  'agreement-2021': agreement2021,
  'letter-2022': {
    'villkor för anslagspost 2': [
      'utbetala bidrag i januari 2022 avseende kostnader i november 2021 i enlighet med bilagan',
    ],
  },
  'letter-2020': {
    '"den första vardagen i februari"': [
      'Bidraget ska utbetalas till regionerna den första vardagen i februari',
    ],
  },
  'letter-2016': {
    'ändringsbeslut 2016-02-25: "I avvaktan på en överenskommelse"': [
      'ska Kammarkollegiet utbetala bidrag i mars och april 2016 avseende kostnader i januari och februari 2016 i enlighet med bilaga 3',
    ],
  },
};

/**
 * What is written at a place that is cited, word for word in Swedish; of a rule only what is about that, where the place speaks of several
 * things. Undefined where the text is not kept here (docs/agreements) and the citation stands alone.
 */
export function quoteOf({ source, place, rule = '' }: QuotedPlace): readonly string[] | undefined {
  const passages = quotes[source as SourceId]?.[place];
  const own = passages?.filter(
    (each) => typeof each !== 'string' && each.of.some((name) => rule.startsWith(name)),
  );
  const shown = own && own.length > 0 ? own : passages;
  return shown?.map((each) => (typeof each === 'string' ? each : each.words));
}

/** A place that a rule, or a parameter of no rule, cites. */
interface QuotedPlace {
  readonly source: string;
  readonly place: string;
  readonly rule?: string | undefined;
}
