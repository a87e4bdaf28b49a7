import type { Element } from '@xmldom/xmldom';
import { incomplete, shownValue } from './unreadable.ts';

/** Nodes by their numbers in the standard. */
const ELEMENT = 1;

const isElement = (node: { readonly nodeType: number }): node is Element =>
  node.nodeType === ELEMENT;

const childElements = (parent: Element): readonly Element[] =>
  Array.from(parent.childNodes).filter(isElement);

/** Where an element stands, from the root, for whoever is to find it in the file. */
export function placeOf(element: Element): string {
  const { parentNode } = element;
  const own = element.localName ?? element.tagName;
  return parentNode && isElement(parentNode as Element)
    ? `${placeOf(parentNode as Element)}/${own}`
    : own;
}

/**
 * The children of that name. What others have put in under names of their own is not looked at; one that has our name in another
 * namespace is refused, since somebody may have meant it.
 */
export function all(parent: Element, name: string): readonly Element[] {
  const named = childElements(parent).filter(({ localName }) => localName === name);
  const foreign = named.find(({ namespaceURI }) => namespaceURI !== parent.namespaceURI);
  if (foreign)
    throw incomplete(
      `${placeOf(parent)}/${name}`,
      shownValue(foreign.namespaceURI ?? ''),
      parent.namespaceURI ?? '',
    );
  return named;
}

/** The child of that name, or none. Refused: two, since nobody could say which is meant. */
export function maybe(parent: Element, ...path: readonly string[]): Element | undefined {
  let found: Element | undefined = parent;
  for (const name of path) {
    if (!found) return undefined;
    const children: readonly Element[] = all(found, name);
    if (children.length > 1)
      throw incomplete(`${placeOf(found)}/${name}`, `${children.length} × ${name}`, `1 × ${name}`);
    found = children[0];
  }
  return found;
}

/** The child of that name. Refused: none, or two. */
export function one(parent: Element, ...path: readonly string[]): Element {
  const found = maybe(parent, ...path);
  if (found) return found;
  const name = path.join('/');
  throw incomplete(`${placeOf(parent)}/${name}`, `0 × ${name}`, `1 × ${name}`);
}

/** The text of an element that holds nothing but text, without the blanks around it. */
export function textIn(element: Element): string {
  const [child] = childElements(element);
  if (child) throw incomplete(placeOf(element), `<${child.tagName}>`, 'text');
  return (element.textContent ?? '').trim();
}

/** Text of 1 to so many characters, at a path that need not be there. */
export function maybeText(
  parent: Element,
  path: readonly string[],
  longest = 35,
): string | undefined {
  const element = maybe(parent, ...path);
  if (!element) return undefined;
  const text = textIn(element);
  if (text.length > 0 && text.length <= longest) return text;
  throw incomplete(placeOf(element), shownValue(text), `Max${longest}Text`);
}

/** Text of 1 to so many characters. Refused when it is not there. */
export function textOf(parent: Element, path: readonly string[], longest = 35): string {
  return maybeText(parent, path, longest) ?? textIn(one(parent, ...path));
}

/** One of a few codes. */
export function codeOf<C extends string>(
  parent: Element,
  path: readonly string[],
  allowed: readonly C[],
): C {
  const text = textOf(parent, path);
  const code = allowed.find((each) => each === text);
  if (code !== undefined) return code;
  throw incomplete(`${placeOf(parent)}/${path.join('/')}`, shownValue(text), allowed.join(' | '));
}

/** As in XML Schema: `.50`, `100.` and `+100` are numbers, and so are zeros in front, which some banks write. */
const DECIMAL = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))$/;

/** As many characters as anybody pads a number to, several times over. */
const LONGEST_DECIMAL = 100;

/** How many digits the schemas allow of an amount, in all and after the point, zeros first and last not counted. */
const MOST_DIGITS = 18;
const MOST_DECIMALS = 5;

export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** An amount with its currency, at a path that need not be there. */
export function maybeAmount(parent: Element, path: readonly string[]): Amount | undefined {
  const element = maybe(parent, ...path);
  if (!element) return undefined;
  const currency = element.getAttribute('Ccy') ?? '';
  if (!/^[A-Z]{3}$/.test(currency))
    throw incomplete(`${placeOf(element)}/@Ccy`, shownValue(currency), '[A-Z]{3}');
  return { amount: decimalIn(element), currency };
}

/** A sum of amounts, without a currency of its own: it has no more decimals than they. */
export function maybeSum(parent: Element, path: readonly string[]): string | undefined {
  const element = maybe(parent, ...path);
  return element && decimalIn(element);
}

/**
 * A number from zero up, as plain decimal text: `00100.50` is `100.50`, `.5` is `0.5`. Digits are counted without the zeros first and
 * last, as the schemas count them.
 */
function decimalIn(element: Element): string {
  const text = textIn(element);
  const [, sign, before, after, alone] =
    (text.length <= LONGEST_DECIMAL ? DECIMAL.exec(text) : undefined) ?? [];
  if (sign !== undefined) {
    const whole = (before ?? '').replace(/^0+/, '');
    const decimals = after ?? alone ?? '';
    const counted = decimals.replace(/0+$/, '');
    const isZero = whole === '' && counted === '';
    const fits = counted.length <= MOST_DECIMALS && whole.length + counted.length <= MOST_DIGITS;
    const kept = decimals.slice(0, MOST_DECIMALS);
    if (fits && (sign !== '-' || isZero)) return `${whole || '0'}${kept === '' ? '' : `.${kept}`}`;
  }
  throw incomplete(
    placeOf(element),
    shownValue(text),
    `xs:decimal ≥ 0, totalDigits ${MOST_DIGITS}, fractionDigits ${MOST_DECIMALS}`,
  );
}

/** How many: at most 15 digits. */
export function maybeCount(parent: Element, path: readonly string[]): number | undefined {
  const text = maybeText(parent, path, 15);
  if (text === undefined) return undefined;
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw incomplete(`${placeOf(parent)}/${path.join('/')}`, shownValue(text), '[0-9]{1,15}');
}
