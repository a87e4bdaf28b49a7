import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../local/cloud/database.ts';
import { RECORDS } from './records-table.ts';

function clientOf(database: Database): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint: database.endpoint, region: 'eu-north-1', credentials });
}

/** Puts in another process until that is killed; gives the numbers whose put was answered. */
async function putUntilKilled(directory: string, first: number, ms: number): Promise<number[]> {
  const script = join(import.meta.dirname, 'put-forever.ts');
  const child = spawn(process.execPath, [script, directory, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), ms);
    text += part;
  });
  await new Promise((resolve) => child.on('close', resolve));
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').slice(0, -1).map(Number);
}

describe('The embedded table', () => {
  it('loses no write that it answered when its process is killed', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-table-'));
    const answered: number[] = [];
    for (const round of [0, 1, 2, 3, 4]) {
      const numbers = await putUntilKilled(directory, round * 1_000_000, 60 + round * 70);
      expect(numbers.length).toBeGreaterThan(0);
      answered.push(...numbers);
    }
    const database = await Database.open(directory, [RECORDS]);
    const client = clientOf(database);
    for (const number of answered) {
      const Key = { pk: { S: 'A' }, sk: { S: String(number) } };
      const { Item } = await client.send(new GetItemCommand({ TableName: 'Records', Key }));
      expect(Item?.text, `item ${number}`).toEqual({ S: 'x'.repeat(500) });
    }
    client.destroy();
    await database.close();
    rmSync(directory, { recursive: true });
  });

  it('answers a read after a write with what was written, and announces every write before', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-table-'));
    const announced: string[] = [];
    const database = await Database.open(directory, [RECORDS], () => announced.push('write'));
    const before = database.counts.writes;
    const client = clientOf(database);
    const query = async () => {
      const found = await client.send(
        new QueryCommand({
          TableName: 'Records',
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: 'A' } },
        }),
      );
      return found.Items?.map((item) => item.sk?.S);
    };
    const put = (sk: string) =>
      client.send(
        new PutItemCommand({ TableName: 'Records', Item: { pk: { S: 'A' }, sk: { S: sk } } }),
      );
    expect([await query(), await query()]).toEqual([[], []]);
    await put('1');
    expect([await query(), await query()]).toEqual([['1'], ['1']]);
    await put('2');
    expect(await query()).toEqual(['1', '2']);
    expect(database.counts.writes - before).toBe(2);
    expect(announced).toHaveLength(database.counts.writes);
    client.destroy();
    await database.close();
    rmSync(directory, { recursive: true });
  });
});
