/** From where to where in a text, for selecting it. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Where in a text the API's pointer points: `/csv/12/cost` at line 12, `/content/09/hiv` at the name `hiv` after the name `09`.
 * The whole text when the pointer names no place in it, or none that is there.
 */
export function placeInText(text: string, pointer: string): TextPlace {
  const [, root, ...parts] = pointer.split('/').map(unescaped);
  if (root === 'csv') return lineOf(text, Number(parts[0]));
  let place: TextPlace = { from: 0, to: text.length };
  let after = 0;
  for (const part of parts) {
    const name = JSON.stringify(part);
    const at = text.indexOf(name, after);
    if (at < 0) return place;
    after = at + name.length;
    place = { from: at, to: after };
  }
  return place;
}

/** Line 1 is the first. */
function lineOf(text: string, line: number): TextPlace {
  let from = 0;
  for (let before = 1; before < line; before++) {
    const end = text.indexOf('\n', from);
    if (end < 0) return { from: 0, to: text.length };
    from = end + 1;
  }
  if (!(line >= 1)) return { from: 0, to: text.length };
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? text.length : end };
}

/** The line and column that a pointer into a table names; undefined where it names no line. */
export function lineAndColumn(
  pointer: string,
): { readonly line: string; readonly column: string } | undefined {
  const [, root, line = '', ...columns] = pointer.split('/').map(unescaped);
  if (root !== 'csv' || !/^\d+$/.test(line)) return undefined;
  return { line, column: columns.join('/') };
}

/** RFC 6901. */
const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
