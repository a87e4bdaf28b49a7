import { sampleText } from '../fixtures/inputs-directory.ts';

/** The sample's forecast of each region's rebates in whole kronor, in the shape that is registered. */
export function rebateForecasts(): Readonly<Record<string, string>> {
  const [head = '', ...rows] = sampleText('rebates.csv').trim().split('\n');
  const columns = head.split(',');
  const [region, forecast] = ['region_code', 'forecast_sek_2021_12'].map((each) =>
    columns.indexOf(each),
  );
  return Object.fromEntries(
    rows
      .map((row) => row.split(','))
      .map((cells) => [cells[region ?? -1] ?? '', cells[forecast ?? -1] ?? '']),
  );
}
