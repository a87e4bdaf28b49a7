/** An element: its name, what is in it (text, or elements in order), and its attributes. */
export type Xml = readonly [
  name: string,
  content: string | readonly Xml[],
  attributes?: Readonly<Record<string, string>>,
];

/**
 * An XML document of one namespace as UTF-8 text, each element on a line of its own, indented by two blanks. The same elements
 * give the same text. What means something in XML is escaped. Refused, with a RangeError: characters that no XML document can hold,
 * and names that are none.
 */
export const writeXml = (namespace: string, [name, content, attributes = {}]: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element([name, content, { xmlns: namespace, ...attributes }], '\n')}\n`;

/** @param indent what begins a line at the element's depth, the line's end before it included */
function element([name, content, attributes = {}]: Xml, indent: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${named(key)}="${escaped(value, inAttributes)}"`,
  );
  const inner = `${indent}  `;
  const within =
    typeof content === 'string'
      ? escaped(content, inText)
      : `${content.map((each) => inner + element(each, inner)).join('')}${indent}`;
  return `<${named(name)}${written.join('')}>${within}</${name}>`;
}

/** The names of ISO 20022's elements and attributes are of these letters. */
const isName = /^[A-Za-z][A-Za-z0-9]*$/;

function named(name: string): string {
  if (isName.test(name)) return name;
  throw new RangeError(`Given the name ${JSON.stringify(name)}, allowed: letters and digits.`);
}

const inText = /[&<>]/g;
/** A reader makes blanks of what is not escaped there. */
const inAttributes = /[&<>"\t\n\r]/g;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** All but these are outside what XML 1.0 calls Char: most control characters, and halves of a pair. */
const strange = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function escaped(text: string, special: RegExp): string {
  if (strange.test(text))
    throw new RangeError(
      `Given ${JSON.stringify(text)}, allowed: no characters outside the XML Char production.`,
    );
  return text.replaceAll(special, (one) => escapes[one] ?? `&#${one.charCodeAt(0)};`);
}
