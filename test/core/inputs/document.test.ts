import { describe, expect, it } from 'vitest';
import {
  documentFaults,
  documentFile,
  kindOfBytes,
  MOST_DOCUMENT_BYTES,
  namedKind,
} from '../../../core/inputs/document.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = (...names: readonly string[]) =>
  bytes(`PK\u0003\u0004${names.map((name) => `\u0000[${name}`).join('xx')}`);

describe('What a document is', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7 …'), 'pdf'],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    [
      'a workbook with programs',
      zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'),
    ],
    ['a letter of a word processor', zip('[Content_Types].xml', 'word/document.xml')],
    ['a zip of whatever', zip('xl/workbook.xml')],
    ['an encrypted workbook', bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')],
    ['a page of the web', bytes('<html>%PDF-1.7')],
    ['half a beginning', bytes('%PD')],
    ['nothing', bytes('')],
  ] as const)('is told by its bytes: %s', (_what, given, kind = undefined) => {
    expect(kindOfBytes(given)).toBe(kind);
  });

  it.each([
    ['Regleringsbrev 2022.pdf', 'pdf'],
    ['BILAGA.XLSX', 'xlsx'],
    [`${'å'.repeat(195)}.pdf`, 'pdf'],
    [`${'å'.repeat(196)}.pdf`],
    ['.pdf'],
    ['brev.pdf.exe'],
    ['brev.docx'],
    ['../brev.pdf'],
    ['C:\\brev.pdf'],
    ['brev".pdf'],
    ['brev\n.pdf'],
    // Reads as exe.pdf backwards: the name would hide what it is.
    ['brev\u202efdp.pdf'],
  ] as const)('and by its name: %j', (name, kind = undefined) => {
    expect(namedKind(name)).toBe(kind);
  });
});

it('A document lies under its hash, whatever it is called', () => {
  expect(documentFile('ab', { name: 'Brev.PDF', bytes: 1 })).toBe('ab.pdf');
  expect(documentFile('ab', { name: 'no name of ours', bytes: 1 })).toBe('ab.document');
});

it.each([
  ['a name and a size', { name: 'brev.pdf', bytes: 12 }, 0],
  ['the largest that there is', { name: 'brev.pdf', bytes: MOST_DOCUMENT_BYTES }, 0],
  ['more than that', { name: 'brev.pdf', bytes: MOST_DOCUMENT_BYTES + 1 }, 1],
  ['nothing in it', { name: 'brev.pdf', bytes: 0 }, 1],
  ['half a byte', { name: 'brev.pdf', bytes: 0.5 }, 1],
  ['another name', { name: 'brev.exe', bytes: 12 }, 1],
  ['no text as its name', { name: 7, bytes: 12 }, 1],
  ['something more', { name: 'brev.pdf', bytes: 12, path: '/etc' }, 1],
  ['no document at all', null, 2],
])('A registration names a document with %s: %# faults', (_what, given, faults) => {
  expect(documentFaults(given)).toHaveLength(faults);
});
