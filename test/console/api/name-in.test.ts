import { describe, expect, it } from 'vitest';
import { nameIn } from '../../../console/api/name-in.ts';

describe('the name of a document', () => {
  it.each([
    ['attachment; filename="STB-PAY-2022-02.xml"', 'STB-PAY-2022-02.xml'],
    ['attachment; filename=bilaga.csv', 'bilaga.csv'],
    ['attachment; FILENAME = "bilaga 2022.csv"', 'bilaga 2022.csv'],
    [String.raw`attachment; filename="en \"bilaga\".csv"`, 'en "bilaga".csv'],
    [`attachment; filename="arsbesked.pdf"; filename*=UTF-8''%C3%A5rsbesked.pdf`, 'årsbesked.pdf'],
    // The name that cannot be read is passed over, and the plain one is taken.
    [`attachment; filename*=UTF-8''%E5.pdf; filename="plain.pdf"`, 'plain.pdf'],
    // A name is no way through folders.
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    [String.raw`attachment; filename="C:\\Windows\\x.csv"`, 'x.csv'],
    ['attachment', undefined],
    ['attachment; filename=""', undefined],
    [null, undefined],
  ])('in %s is %s', (disposition, name) => {
    expect(nameIn(disposition)).toBe(name);
  });
});
