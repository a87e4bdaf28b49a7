import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const directory = process.env.ISO20022_XSD_DIR;

/** Whether the schema of a message is there to validate against: `ISO20022_XSD_DIR` names a directory that holds it. */
export const hasSchema = (format: string): boolean =>
  directory !== undefined && existsSync(join(directory, `${format}.xsd`));

/** Throws, with the schema's own words, unless the text is a message of that format. */
export function validate(format: string, text: string): void {
  const schema = readFileSync(join(directory ?? '', `${format}.xsd`));
  using xsd = XmlDocument.fromBuffer(schema);
  using validator = XsdValidator.fromDoc(xsd);
  using document = XmlDocument.fromString(text);
  validator.validate(document);
}
