import { describe, expect, it } from 'vitest';
import { readableContent } from '../../../../console/pages/inputs/content-table.ts';

describe('a content is read', () => {
  it('as facts when it is a few values', () => {
    expect(readableContent({ day: '2021-06-15', sekPerEuro: '10.1342' })).toEqual({
      kind: 'facts',
      facts: [
        ['day', '2021-06-15'],
        ['sekPerEuro', '10.1342'],
      ],
    });
  });

  it('per region in the order of codes, whatever order the browser keeps them in', () => {
    const codes = ['10', '12', '13', '14', '17', '18', '19', '20', '01', '03', '04'];
    const read = readableContent(Object.fromEntries(codes.map((code) => [code, '5'])));
    expect(read).toMatchObject({ kind: 'table', columns: [''] });
    expect(read.kind === 'table' && read.rows.map(({ key }) => key)).toEqual(codes.sort());
  });

  it('per region and disease as a table, and what a region lacks is empty and not zero', () => {
    expect(readableContent({ '01': { hiv: '7', gaucher: '0' }, '03': { hiv: '8' } })).toEqual({
      kind: 'table',
      columns: ['hiv', 'gaucher'],
      rows: [
        { key: '01', cells: ['7', '0'] },
        { key: '03', cells: ['8', ''] },
      ],
    });
  });

  it('with a plusgiro beside the bankgiro, empty where the payee has the other', () => {
    const content = {
      '01': { plusgiro: '12-3', name: 'A', organisationNumber: '1' },
      '03': { bankgiro: '990-1000', name: 'B', organisationNumber: '2' },
    };
    expect(readableContent({ ...content, '04': content['03'], '05': content['03'] })).toMatchObject(
      {
        columns: ['name', 'organisationNumber', 'bankgiro', 'plusgiro'],
        rows: [
          { key: '01', cells: ['A', '1', '', '12-3'] },
          { key: '03', cells: ['B', '2', '990-1000', ''] },
          { key: '04' },
          { key: '05' },
        ],
      },
    );
  });

  it('with the longer side down', () => {
    const read = readableContent({ '01': { a: '1', b: '2', c: '3' } });
    expect(read).toMatchObject({ columns: ['01'] });
    expect(read.kind === 'table' && read.rows[2]).toEqual({ key: 'c', cells: ['3'] });
  });

  it('with the groups as the agreement lists them', () => {
    const read = readableContent({
      '01': { 'senior-80-89-alone': '3', 'adult-19-49-education-low-income-low': '2' },
    });
    expect(read.kind === 'table' && read.rows.map(({ key }) => key)).toEqual([
      'adult-19-49-education-low-income-low',
      'senior-80-89-alone',
    ]);
  });

  it('with the discounts of one region apart', () => {
    const content = Object.fromEntries(
      ['01', '03', '04', '05', '06', '07', '08', '09', '10', '12', '13'].map((code) => [
        code,
        code === '12' ? ['1000', '250'] : [],
      ]),
    );
    const read = readableContent(content);
    expect(read.kind === 'table' && read.rows.find(({ key }) => key === '12')?.cells).toEqual([
      '1000; 250',
    ]);
  });
});
