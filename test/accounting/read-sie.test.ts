import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sieFile } from '../../functions/accounting/sie.ts';
import { booksOf, marchAndReturn } from './journals.ts';
import { readSie } from './read-sie.ts';

const whole = iconv.decode(Buffer.from(sieFile(booksOf(2021, marchAndReturn))), 'cp437');
const read = (text: string) => readSie(new Uint8Array(iconv.encode(text, 'cp437')));

describe('The reader that files are tried on', () => {
  it('takes the file as it is', () => {
    expect(read(whole).vouchers).toHaveLength(2);
  });

  it.each([
    ['an entry that is one öre off', ' 100.00 ', ' 100.01 ', 'does not sum to zero'],
    ['a comma for a point', ' 100.00 ', ' 100,00 ', 'is no amount'],
    ['an account that is not in the chart', '#TRANS 7721', '#TRANS 7722', 'no account 7722'],
    ['an object that is not declared', '{20 "9 1:5 ap.2" 21 "01"}', '{21 "02"}', 'no object 21 02'],
    ['a label of another type', '#VALUTA', '#KSUMMA', 'no label of type 4E'],
    ['another type of file', '#SIETYP 4', '#SIETYP 1', '#SIETYP says 1'],
    ['another code page', '#FORMAT PC8', '#FORMAT UTF8', '#FORMAT says UTF8'],
    ['a file that was read before', '#FLAGGA 0', '#FLAGGA 1', '#FLAGGA says 1'],
    ['a result of an account with a balance', '#RES 0 7721', '#RES 0 1811', 'has no #RES'],
    ['a quotation mark that is not escaped', '\\"Å', '"Å', 'no field'],
    ['lines that end otherwise', '\r\n#SIETYP', '\n#SIETYP', '#GEN has 3 fields'],
    ['a reserved dimension', '#DIM 21', '#DIM 6', '#DIM says 6'],
    ['a day that is none', ' 20210301 "Utbetalt', ' 20211301 "Utbetalt', 'is no day'],
    ['no name of whose it is', '#FNAMN "Kammarkollegiet"\r\n', '', '#FNAMN is missing'],
  ])('refuses %s', (_, from, to, why) => {
    expect(whole).toContain(from);
    expect(() => read(whole.replace(from, to))).toThrow(why);
  });

  it('refuses a file that breaks off', () => {
    expect(() => read(whole.slice(0, -3))).toThrow('no end');
    expect(() => read(whole.slice(0, -'}\r\n'.length))).toThrow('no end');
  });
});
