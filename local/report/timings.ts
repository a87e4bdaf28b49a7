/** Where the time went, for `--timings`: milliseconds first, counts after. */
export function timingsText(timings: Readonly<Record<string, number>>): string {
  const rows = Object.entries(timings).map(([name, value]) =>
    name.endsWith('Ms')
      ? `${name.slice(0, -2).padEnd(24)}${value.toFixed(0).padStart(8)} ms`
      : `${name.padEnd(24)}${String(value).padStart(8)}`,
  );
  return `\n${rows.join('\n')}\n`;
}
