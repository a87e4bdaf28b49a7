/** One element of a message, as text. */
export type Xml = { readonly xml: string };

type Content = string | Xml | undefined | readonly (Xml | undefined)[];

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const inXml = (text: string): string => text.replaceAll(/[&<>"]/g, (each) => escaped[each] ?? '');

/** `<name attribute="…">content</name>`: text is escaped, elements are put in as they are. */
export function tag(
  name: string,
  content: Content,
  attributes: Readonly<Record<string, string>> = {},
): Xml {
  const inner =
    typeof content === 'string'
      ? inXml(content)
      : (Array.isArray(content) ? content : [content]).map((each) => each?.xml ?? '').join('');
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${inXml(value)}"`);
  return { xml: `<${name}${written.join('')}>${inner}</${name}>` };
}

/** A whole message of ISO 20022: `pain.002.001.11`, and what is in it. */
export const message = (format: string, content: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${
    tag('Document', content, { xmlns: `urn:iso:std:iso:20022:tech:xsd:${format}` }).xml
  }\n`;
