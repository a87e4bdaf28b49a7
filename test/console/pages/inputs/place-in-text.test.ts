import { describe, expect, it } from 'vitest';
import { lineAndColumn, placeInText } from '../../../../console/pages/inputs/place-in-text.ts';

const at = (text: string, pointer: string) => {
  const { from, to } = placeInText(text, pointer);
  return text.slice(from, to);
};

describe('an error in a table leads to its line', () => {
  const csv = 'region_code,cost\n01,5\n03,fem\n';

  it('counted from 1, the names of the columns included', () => {
    expect(at(csv, '/csv/1/cost')).toBe('region_code,cost');
    expect(at(csv, '/csv/3/cost')).toBe('03,fem');
  });

  it('and to the whole of it when it names no line, or one that is not there', () => {
    expect(at(csv, '/csv')).toBe(csv);
    expect(at(csv, '/csv/0')).toBe(csv);
    expect(at(csv, '/csv/9/cost')).toBe(csv);
  });

  it('with line and column for the summary', () => {
    expect(lineAndColumn('/csv/3/region_code, group_id')).toEqual({
      line: '3',
      column: 'region_code, group_id',
    });
    expect(lineAndColumn('/csv/cost')).toBeUndefined();
    expect(lineAndColumn('/content/03')).toBeUndefined();
  });
});

describe('an error in JSON leads to its name', () => {
  const json = '{"01": {"hiv": "5"}, "03": {"hiv": "fem"}}';

  it('the one below the right region', () => {
    expect(placeInText(json, '/content/03/hiv').from).toBe(json.lastIndexOf('"hiv"'));
  });

  it('as far as the names are there', () => {
    expect(at(json, '/content/03/gaucher')).toBe('"03"');
    expect(at(json, '/content/25')).toBe(json);
    expect(at('{"a/b": 1}', '/content/a~1b')).toBe('"a/b"');
  });
});
