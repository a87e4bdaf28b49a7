/**
 * Puts items, each on the condition that its key is free, and prints every number whose put was
 * answered. Runs until it is killed. Arguments: the store's directory, the first number.
 */
import { writeSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Database } from '../../../local/cloud/database.ts';
import { RECORDS } from './records-table.ts';

const [directory = '', first = '0'] = process.argv.slice(2);
const database = await Database.open(directory, [RECORDS]);
const client = new DynamoDBClient({
  endpoint: database.endpoint,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
for (let number = Number(first); ; number += 4) {
  await Promise.all([0, 1, 2, 3].map((more) => put(number + more)));
}

async function put(number: number): Promise<void> {
  await client.send(
    new PutItemCommand({
      TableName: 'Records',
      Item: { pk: { S: 'A' }, sk: { S: String(number) }, text: { S: 'x'.repeat(500) } },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );
  writeSync(1, `${number}\n`);
}
