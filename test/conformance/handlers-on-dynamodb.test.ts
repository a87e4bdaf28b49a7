import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../core/payment/events.ts';
import { caseStream } from '../../core/record/case-id.ts';
import { DynamoDb } from '../../functions/adapters/aws/dynamodb.ts';
import { DynamoDbRecords } from '../../functions/adapters/dynamodb-records.ts';
import { run as collectFinals } from '../../functions/collect-finals.lambda.ts';
import { run as openDue } from '../../functions/open-due.lambda.ts';
import { run as recordRequisition } from '../../functions/record-requisition.lambda.ts';
import { run as redeliverAnswers } from '../../functions/redeliver-answers.lambda.ts';
import type { WorkflowPorts } from '../../functions/shared/workflow-ports.ts';
import { Database } from '../../local/cloud/database.ts';
import { asCalled, at, newWorld } from '../functions/support/world.ts';
import {
  approveBoth,
  bring,
  bringAll,
  cases,
  decideCase,
  inputOf,
  pay,
  prepare,
  release,
  requisition,
  wait,
} from '../functions/support/year.ts';
import { recordTable } from '../helpers/record-table.ts';
import { type Sent, Wire } from './commands-sent.ts';

const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-commands-'));
let database: Database;
let client: DynamoDb;
let sent: Sent[];
let world: WorkflowPorts;
const { workflows } = newWorld();

/** From the opening to a payout, a requisition and the reconciliation, and what schedules call. */
async function throughTheYear() {
  await bringAll(world, '2021-02-18');
  await decideCase(world, cases.opening, '2021-02-18');
  await openDue({ scheduledTime: at('2021-02-22', '06:00') }, asCalled(world, 'open-due'));
  await prepare(world, cases.march, at('2021-02-22'));
  await wait(world, 'approval', at('2021-02-22'));
  await pay(world, cases.march, '2021-03-01');
  await requisition(world, 'ihsi', at('2021-06-08'));
  await bring(world, inputOf('rate'), at('2021-06-15', '09:00'));
  await prepare(world, cases.ihsi, at('2021-06-15', '09:30'));
  await approveBoth(world, cases.ihsi, at('2021-06-15', '10:00'));
  await release(world, cases.ihsi, at('2021-06-15', '11:00'));
  await recordRequisition(
    { case: cases.ihsi, now: at('2021-06-16') },
    asCalled(world, 'record-requisition'),
  );
  await collectFinals(
    { case: cases.reconciliation, now: at('2022-03-01') },
    asCalled(world, 'collect-finals'),
  );
  await bringAll(world, '2022-03-20');
  await decideCase(world, cases.reconciliation, '2022-03-21');
  await prepare(world, cases.may, at('2022-04-25'));
  workflows.executing = [cases.march, `${cases.may}.2`];
  await redeliverAnswers({}, asCalled(world, 'redeliver-answers'));
}

beforeAll(async () => {
  database = await Database.open(join(directory, 'table'), [recordTable]);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const wire = new Wire();
  const { endpoint } = database;
  client = new DynamoDb({ endpoint, region: 'eu-north-1', credentials, requestHandler: wire });
  sent = wire.sent;
  world = { ...newWorld(), records: new DynamoDbRecords(client, recordTable.name), workflows };
  await throughTheYear();
  // Another writer is first: what the adapter asks then is among the commands too.
  const stream = caseStream(cases.march);
  await world.records.append(stream, undefined, { type: 'late' }).catch(() => undefined);
});
afterAll(async () => {
  client?.destroy();
  await database?.close();
  rmSync(directory, { recursive: true });
});

const inputsOf = (name: string) =>
  sent.filter((each) => each.name === name).map(({ input }) => input);

describe('What the handlers send to DynamoDB in a year', () => {
  it('moves money: the year was run, not refused', async () => {
    const events = await world.records.read<CaseEvent>(caseStream(cases.march));
    expect(events.at(-1)?.event).toMatchObject({ type: 'closed', outcome: 'paid' });
    expect(sent.length).toBeGreaterThan(200);
  });

  it('is puts, queries and gets, and nothing that changes, deletes, scans or batches writes', () => {
    expect([...new Set(sent.map(({ name }) => name))].sort()).toEqual([
      'BatchGetItem',
      'GetItem',
      'PutItem',
      'Query',
    ]);
  });

  it('puts an event only where none is', () => {
    const puts = inputsOf('PutItem');
    expect(puts.length).toBeGreaterThan(50);
    for (const put of puts)
      expect(put).toMatchObject({
        ConditionExpression: 'attribute_not_exists(#event)',
        ExpressionAttributeNames: { '#event': 'event' },
      });
  });

  it('reads consistently, always', () => {
    for (const read of [...inputsOf('Query'), ...inputsOf('GetItem')])
      expect(read).toMatchObject({ ConsistentRead: true });
    const batches = inputsOf('BatchGetItem');
    expect(batches.length).toBeGreaterThan(0);
    for (const { RequestItems } of batches)
      for (const request of Object.values(RequestItems as object))
        expect(request).toMatchObject({ ConsistentRead: true });
  });

  it('asks for one partition at a time, and no index', () => {
    for (const query of inputsOf('Query')) {
      expect(query).not.toHaveProperty('IndexName');
      expect(query.KeyConditionExpression).toMatch(/^#partition = :partition( AND |$)/);
      const { ':prefix': prefix } = query.ExpressionAttributeValues as Record<
        string,
        { S: string }
      >;
      if (prefix) expect(prefix.S).toMatch(/#$/); // Of one stream, not of those that begin alike.
    }
  });
});
