/** Avstämning. */
export const reconciliation = {
  'reconciliation.replaced.title': 'Det här gäller inte längre',
  'reconciliation.replaced.text':
    'Det som ska undertecknas har ändrats sedan du öppnade sidan, och underskrifter av det har fallit. Du läser fortfarande det gamla, och här går det inte att underteckna.',
  'reconciliation.title': 'Avstämning',
  'reconciliation.of': 'Avstämning {year}',
  'reconciliation.lead':
    'Staten och SKR stämmer av året i mars: återbäringens utfall och kostnadsutfallen. Det som båda har undertecknat betalas i maj.',
  'reconciliation.total': 'Att reglera i maj, alla regioner',
  'reconciliation.when':
    'Minus dras av från regionernas utbetalning, plus betalas ut. Underskrifterna gäller precis det här innehållet.',
  'reconciliation.hash': 'Innehållets kontrollsumma',
  'reconciliation.not-open': 'Avstämningen har inte öppnat. Den öppnar i mars året efter.',
  'reconciliation.no-proposal': 'Det finns ingen uträkning att underteckna än.',
  'reconciliation.rejected': 'Uträkningen är avvisad. En handläggare tar fram en ny.',
  'reconciliation.unsigned': 'Väntar på båda underskrifterna',
  'reconciliation.half-signed': 'Väntar på den andra underskriften',
  'reconciliation.run': 'Visa ärendet med arbetsflöde och alla händelser',
  'reconciliation.signatures': 'Underskrifter',
  'reconciliation.lines': 'Regioner och belopp, kr',
  'reconciliation.lines.how': 'Välj ett belopp för att se hur det har räknats fram.',
  'reconciliation.discounts': 'Lokala rabatter',
  'reconciliation.discounts.about':
    'SKR rapporterar dem i januari. De dras av från regionens första utbetalning för nästa år och väntar inte på avstämningen.',
  'reconciliation.discounts.none': 'Ingen lokal rabatt är rapporterad.',
  'reconciliation.region': 'Region',
  'reconciliation.sek': 'Belopp, kr',
  'reconciliation.history': 'Vem som har gjort vad',

  'discounts.report': 'Rapportera lokala rabatter',
  'discounts.only-skr': 'Det är SKR:s firmatecknare som rapporterar lokala rabatter.',
  'discounts.title': 'Rapportera lokala rabatter {year}',
  'discounts.lead':
    'Skriv en rad för varje rabatt. Finns det ingen alls skriver du under en rapport utan rader. En ny rapport ersätter den förra.',
  'discounts.none-yet': 'Inga rader: rapporten säger att det inte finns någon lokal rabatt.',
  'discounts.number': 'Rabatt {number}',
  'discounts.row': 'Rabatt {number}, {region}',
  'discounts.sek': 'Belopp i hela kronor',
  'discounts.add': 'Lägg till en rabatt',
  'discounts.remove': 'Ta bort rabatt {number}',
  'discounts.sign': 'Underteckna rapporten',
  'discounts.confirm.title': 'Underteckna rapporten för {year}?',
  'discounts.confirm.none': 'Rapporten säger att det inte finns någon lokal rabatt.',
  'discounts.confirm.one': 'Rapporten innehåller {count} rabatt.',
  'discounts.confirm.other': 'Rapporten innehåller {count} rabatter.',
  'discounts.done': 'Rapporten är undertecknad.',
} as const;
