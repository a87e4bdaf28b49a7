/** A no-break space, so that an amount is never torn apart at the end of a line. */
const SEPARATOR = '\u00a0';
const MINUS = '−';

/** Whole kronor for the eye: thousands apart and a real minus sign, as in '−1 250 000' (with no-break spaces). */
export function kronorText(kronor: bigint): string {
  const digits = String(kronor < 0n ? -kronor : kronor);
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, SEPARATOR);
  return kronor < 0n ? `${MINUS}${grouped}` : grouped;
}
