/** Diagram över månader. */
export const chart = {
  'chart.planned': 'Planerat, 1/12',
  'chart.frame': 'Anslaget',
  'chart.credit': 'Anslaget med anslagskredit',
  'chart.used': 'Använt under månaden',
  'chart.before': 'Använt tidigare under året',
  'chart.paid': 'Utbetalt',
  'chart.returned': 'Kom tillbaka från banken',
  'chart.coming': 'Beräknat, inte betalt än',
  'chart.adjustment': 'Justeringar',
  'chart.range': 'Kommer, mellan två belopp',
  'chart.unknown': 'Kommer, okänt belopp',
  'chart.kronor': 'kronor',
  'chart.million-kronor': 'mnkr',
} as const;
