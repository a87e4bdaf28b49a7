/** A discount as it stands in the form. */
export interface DiscountRow {
  readonly id: number;
  readonly region: string;
  readonly sek: string;
}

/**
 * The discounts as they are sent, by region, several of one region each by itself; blanks between digits do not count. Rows without
 * an amount are left out, so that none at all is a report of none.
 */
export function reportedDiscounts(
  rows: readonly DiscountRow[],
): Readonly<Record<string, readonly string[]>> {
  const discounts: Record<string, string[]> = {};
  for (const { region, sek } of rows) {
    const amount = sek.replaceAll(/\s/g, '');
    if (amount === '') continue;
    discounts[region] = [...(discounts[region] ?? []), amount];
  }
  return discounts;
}

/** Where the API's errors point to for a row: the region's list, and the number in it. Rows without an amount have none. */
export function pointerOf(rows: readonly DiscountRow[], id: number): string {
  const row = rows.find((each) => each.id === id);
  const filled = rows.filter(({ region, sek }) => region === row?.region && sek.trim() !== '');
  const at = filled.findIndex((each) => each.id === id);
  return at < 0 ? `/row/${id}` : `/discounts/${row?.region}/${at}`;
}
