import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../../../console/pages/inputs/new-version.ts';
import { sha256Of } from '../../../../console/pages/inputs/sha256-of.ts';

const given = {
  from: ' TLV ',
  registration: ' ',
  documentHash: `${'AB'.repeat(32)} `,
  form: 'csv',
  csv: 'a,b\n1,2\n',
  json: '',
} as const;

describe('a new version is sent', () => {
  it('as its table, without blanks around it and without an empty registration number', () => {
    expect(bodyOf(given, '')).toEqual({
      from: 'TLV',
      documentHash: 'ab'.repeat(32),
      csv: 'a,b\n1,2\n',
    });
  });

  it('as content when it is JSON', () => {
    expect(bodyOf({ ...given, form: 'json', json: '{"01":"5"}' }, '')).toMatchObject({
      content: { '01': '5' },
    });
  });

  it('not at all when a key is given twice: once read, nobody could see it', () => {
    const json = '{"01":"5",\n"01":"6"}';
    expect(bodyOf({ ...given, form: 'json', json }, 'Inte JSON.')).toMatchObject({
      errors: [
        {
          pointer: '/content',
          detail: 'Inte JSON. line 2, column 1: given /01 twice, allowed: once',
        },
      ],
    });
  });

  it('not at all when it is to be JSON and is none: the field is named', () => {
    expect(bodyOf({ ...given, form: 'json', json: '{' }, 'Inte JSON.')).toMatchObject({
      errors: [{ pointer: '/content', detail: expect.stringMatching(/^Inte JSON\. ./) }],
    });
  });
});

it('the hash of a document is the SHA-256 of its bytes', async () => {
  // FIPS 180-2, appendix B.1.
  expect(await sha256Of(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
