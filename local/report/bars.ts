/** Eighths of a block, from none to seven. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A bar of up to `width` characters, in eighths of one, for a part of the whole from 0 to 1; what is there at all shows. Refuses a part
 * outside that.
 */
export function bar(part: number, width: number): string {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`A bar shows 0 to 1, given ${part}.`);
  const eighths = part === 0 ? 0 : Math.max(1, Math.round(part * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
