import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { writeXml, type Xml } from '../../../functions/bank/write-xml.ts';
import { cases } from '../../helpers/cases.ts';

const parsed = (text: string) => new DOMParser().parseFromString(text, 'text/xml').documentElement;

describe('An XML document', () => {
  it('is declared as UTF-8, of one namespace, and can be read by people', () => {
    const text = writeXml('urn:x', [
      'Document',
      [
        ['Nm', 'Östergötland'],
        ['Amt', [['InstdAmt', '1.00', { Ccy: 'SEK' }]]],
        ['None', []],
      ],
    ]);
    expect(text).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Document xmlns="urn:x">',
        '  <Nm>Östergötland</Nm>',
        '  <Amt>',
        '    <InstdAmt Ccy="SEK">1.00</InstdAmt>',
        '  </Amt>',
        '  <None>',
        '  </None>',
        '</Document>',
        '',
      ].join('\n'),
    );
  });

  it('of text alone holds it', () => {
    expect(writeXml('urn:x', ['Document', 'A'])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:x">A</Document>\n',
    );
  });

  it('keeps what means something in XML as text', () => {
    const evil = `]]></Nm><Amt Ccy="SEK">1</Amt> & "quoted" 'too' <!-- -->`;
    const text = writeXml('urn:x', ['Document', [['Nm', evil, { of: evil }]]]);
    const [name] = [...(parsed(text)?.getElementsByTagName('Nm') ?? [])];
    expect(name?.textContent).toBe(evil);
    expect(name?.getAttribute('of')).toBe(evil);
    expect(parsed(text)?.getElementsByTagName('Amt').length).toBe(0);
  });

  it('gives back any text that XML can hold, but for how lines end', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/[\r]/.test(each));
    fc.assert(
      fc.property(text, (given) => {
        const xml: Xml = ['Document', [['Nm', given]]];
        const written = writeXml('urn:x', xml);
        expect(writeXml('urn:x', xml)).toBe(written);
        // Read by a parser that keeps to XML 1.0: the other takes U+2028 for a line's end, as XML 1.1 does.
        using document = XmlDocument.fromString(written);
        expect(document.get('//*[local-name()="Nm"]')?.content).toBe(given);
      }),
      cases(500),
    );
  });

  it.each<{ readonly xml: Xml }>([
    { xml: ['Nm', 'a\u0001b'] },
    { xml: ['Nm', 'half a pair: \ud800'] },
    { xml: ['Nm', 'a', { of: 'a\u0001b' }] },
  ])('is refused with a character that no document can hold: %j', ({ xml }) => {
    expect(() => writeXml('urn:x', ['Document', [xml]])).toThrow(
      'characters outside the XML Char production',
    );
  });

  it.each<{ readonly xml: Xml }>([
    { xml: ['N m', ''] },
    { xml: ['a><b', ''] },
    { xml: ['Nm', '', { 'of="1" x': '' }] },
  ])('is refused with a name that is none: %j', ({ xml }) => {
    expect(() => writeXml('urn:x', ['Document', [xml]])).toThrow('allowed: letters and digits');
  });
});
