/** How long it was between two moments, in the one or two units that one would say: 2 days 3 hours, 5 minutes. */
export function duration(
  from: string,
  to: string,
): readonly { readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number }[] {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  const parts = [
    { unit: 'days', count: Math.floor(minutes / 1440) },
    { unit: 'hours', count: Math.floor(minutes / 60) % 24 },
    { unit: 'minutes', count: minutes % 60 },
  ] as const;
  const first = parts.findIndex(({ count }) => count > 0);
  return first === -1 ? [] : parts.slice(first, first + 2).filter(({ count }) => count > 0);
}
