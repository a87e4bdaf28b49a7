import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../local/cloud/database.ts';
import { startDynamoDbLocal, whyNoDynamoDbLocal } from './dynamodb-local.ts';
import { recordsConformance, type StartedDatabase } from './records-conformance.ts';

async function startEmbedded(): Promise<StartedDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-conformance-'));
  const database = await Database.open(join(directory, 'table'), []);
  return {
    endpoint: database.endpoint,
    stop: async () => {
      await database.close();
      rmSync(directory, { recursive: true });
    },
  };
}

recordsConformance('the embedded database', startEmbedded);

const why = whyNoDynamoDbLocal();
if (why === undefined) recordsConformance("AWS's DynamoDB Local", startDynamoDbLocal);
else
  describe("The record on AWS's DynamoDB Local", () => {
    it(`is not run: ${why}`, () => expect(why).not.toBe(''));
  });

describe('Looking for Java', () => {
  it('says so when there is none', () => {
    expect(whyNoDynamoDbLocal('no-such-java')).toBe('there is no java on this machine');
  });
});
