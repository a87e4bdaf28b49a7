/** Kalender. */
export const calendar = {
  'calendar.title': 'Kalender',
  'calendar.of': 'Bidragsåret {year}',
  'calendar.lead':
    'Varje månad betalas en tolftedel av bidraget, två månader efter kostnadsmånaden.',
  'calendar.pot': 'Bidrag att fördela till regionerna',
  'calendar.none.title': 'Bidragsåret {year} finns inte än',
  'calendar.none.detail':
    'Det finns ingen överenskommelse för {year} att betala efter. Välj ett annat bidragsår.',
  'calendar.paid': 'Utbetalt av bidraget',
  'calendar.adjustments': 'Justeringar',
  'calendar.remaining': 'Kvar att betala av bidraget',
  'calendar.owed': 'Kom tillbaka, inte betalt än',
  'calendar.coming': 'Kommande utbetalningsdagar',
  'calendar.coming.none': 'Inga fler utbetalningsdagar i bidragsåret.',

  'calendar.chart': 'Bidragsåret {year} månad för månad',
  'calendar.chart.about':
    'Stapeldiagram i miljoner kronor. För varje månad visas det planerade beloppet som en streckad linje, det utbetalda som en fylld stapel och justeringar som en randig stapel, under nollinjen när de är avdrag. Det som kom tillbaka från banken och inte är betalt i månaden är en streckad ram. Samma belopp står i tabellen nedanför.',

  'months.title': 'Månaderna',
  'months.month': 'Månad',
  'months.pay-day': 'Utbetalningsdag',
  'months.state': 'Läge',
  'months.planned': 'Planerat, kr',
  'months.kinds': 'Vad månaden består av',
  'months.total': 'Totalt, kr',
  'months.paid': 'Utbetalt, kr',
  'months.kind-row': '{kind}: {amount}',
  'months.sum': 'Summa',

  'others.title': 'Fördelning, rekvisitioner och avstämning',
  'others.run': 'Ärende',
  'others.day': 'Dag',
  'others.total': 'Belopp, kr',
  'others.none': 'Inga ärenden är öppnade än.',
} as const;
