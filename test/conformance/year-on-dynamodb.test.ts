import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMonth } from '../../core/calendar/month.ts';
import { folder, removeFolders } from '../helpers/folders.ts';
import { announcedDatabase } from './announced-database.ts';
import { differences, type LeftBehind, leftByYearOn } from './compared-years.ts';
import { startDynamoDbLocal, whyNoDynamoDbLocal } from './dynamodb-local.ts';
import type { StartedDatabase } from './records-conformance.ts';

afterAll(removeFolders);
const until = parseMonth('2021-04');
const why = whyNoDynamoDbLocal();

function onDynamoDbLocal(): void {
  let database: StartedDatabase;
  let theirs: LeftBehind;
  let ours: LeftBehind;
  beforeAll(async () => {
    database = await startDynamoDbLocal();
    const { endpoint } = database;
    const given = { endpoint, open: announcedDatabase(endpoint) };
    theirs = await leftByYearOn({ records: folder(), until }, given);
    ours = await leftByYearOn({ records: folder(), until });
  });
  afterAll(() => database?.stop());

  it('leave what they leave on the embedded database: items, files and result to the byte, journal and notices too', () => {
    expect(theirs.parts.get('result')).toContain('"2021-04"');
    expect(theirs.items).toBeGreaterThan(100);
    expect(differences(theirs, ours)).toEqual([]);
  });
}

describe("Three months on AWS's DynamoDB Local", () => {
  if (why === undefined) onDynamoDbLocal();
  else it(`are not run: ${why}`, () => expect(why).not.toBe(''));
});

describe('Two years that are compared', () => {
  const left = (parts: Record<string, string>): LeftBehind => ({
    headHash: 'h',
    items: 1,
    parts: new Map(Object.entries(parts)),
  });

  it('are the same when every part is', () => {
    expect(differences(left({ a: '1', b: '2' }), left({ b: '2', a: '1' }))).toEqual([]);
  });

  it('differ when one byte does, and it is said where', () => {
    expect(differences(left({ a: 'krona' }), left({ a: 'kronor' }))).toEqual([
      'a differs at 4: "krona" ≠ "kronor"',
    ]);
  });

  it('differ when one lacks a part', () => {
    expect(differences(left({ a: '1' }), left({ b: '1' }))).toEqual([
      'a is only in the first',
      'b is only in the second',
    ]);
  });
});
