import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom';

/** An element: its name, what is in it (text, or elements in order), and its attributes. */
export type Xml = readonly [
  name: string,
  content: string | readonly Xml[],
  attributes?: Readonly<Record<string, string>>,
];

/**
 * An XML document of one namespace as UTF-8 text, each element on a line of its own, indented by two blanks. The same elements
 * give the same text. Escaping is the serializer's. Characters that no XML document can hold are refused with its own error.
 */
export function writeXml(namespace: string, [name, content]: Xml): string {
  const document = new DOMImplementation().createDocument(namespace, name, null);
  const put = (into: Element, within: Xml[1], indent: string): void => {
    if (typeof within === 'string') {
      into.appendChild(document.createTextNode(within));
      return;
    }
    const inner = `${indent}  `;
    for (const [childName, childContent, attributes = {}] of within) {
      const child = document.createElementNS(namespace, childName);
      for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, value);
      put(child, childContent, inner);
      into.appendChild(document.createTextNode(inner));
      into.appendChild(child);
    }
    into.appendChild(document.createTextNode(indent));
  };
  put(document.documentElement as Element, content, '\n');
  // A declaration is no node of the document, so the serializer does not write it.
  const text = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
