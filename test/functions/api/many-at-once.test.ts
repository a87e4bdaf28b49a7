import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../core/canonical.ts';
import type { Records } from '../../../core/ports.ts';
import type { DynamoDb } from '../../../functions/adapters/aws/dynamodb.ts';
import { DynamoDbRecords } from '../../../functions/adapters/dynamodb-records.ts';
import { Database } from '../../../local/cloud/database.ts';
import { localDynamoDb } from '../../../local/record/found-streams.ts';
import { recordTable } from '../../helpers/record-table.ts';
import {
  at,
  eventsOf,
  newWorld,
  paidOnce,
  paymentsOf,
  refusalOf,
  stateOf,
  type World,
} from '../support/world.ts';
import { cases, proposed, release, wait } from '../support/year.ts';
import { ask, outcomeOf, type Request } from './asking.ts';

const { march } = cases;
const now = at('2021-02-24');
const payDay = at('2021-03-01', '06:00');

/** How often each outcome came. */
function counted(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of outcomes) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

const approvalsIn = async (world: World) =>
  (await eventsOf(world, march)).flatMap((event) =>
    event.type === 'approved' ? [[event.right, event.by.sub]] : [],
  );

/** Two hundred requests for one proposal at once; `who` says whose the n-th is and with which right. */
async function twoHundred(
  world: World,
  who: (n: number) => readonly [Request['as'], 'attest' | 'order'],
  groups?: readonly string[],
) {
  const { proposal } = (await stateOf(world, march)).proposal?.proposed ?? {};
  const requests = Array.from({ length: 200 }, (_, n) => {
    const [as, right] = who(n);
    return ask(world, 'approveProposal', {
      as,
      at: now,
      parameters: { run: march },
      body: { right, proposal },
      key: `approval-${n}`,
      ...(groups && { groups }),
    });
  });
  return counted((await Promise.all(requests)).map(outcomeOf));
}

const twoPeople = (n: number) =>
  n % 2 === 0 ? (['attestant', 'attest'] as const) : (['payer', 'order'] as const);

describe('200 approvals of one proposal at once', () => {
  it('by two people: one attest, one payment order, one release', async () => {
    const world = await proposed();
    await wait(world, 'approval', now);
    expect(await twoHundred(world, twoPeople)).toEqual({ '200': 200 });
    expect((await approvalsIn(world)).sort()).toEqual([
      ['attest', 'local-attestant'],
      ['order', 'local-utanordnare'],
    ]);
    expect(new Set(world.workflows.woken)).toEqual(new Set([`token of ${march}`]));
    const releases = Array.from({ length: 20 }, () => refusalOf(release(world, march, payDay)));
    await Promise.all(releases);
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
  });

  it('by two people who both hold both rights: each right once, and not by one of them', async () => {
    const world = await proposed();
    const people = ['attestant', 'payer'] as const;
    const outcomes = await twoHundred(
      world,
      (n) => [people[n % 2] ?? 'payer', n % 4 < 2 ? 'attest' : 'order'],
      ['attestant', 'utanordnare'],
    );
    const approvals = await approvalsIn(world);
    expect(approvals.map(([right]) => right).sort()).toEqual(['attest', 'order']);
    expect(new Set(approvals.map(([, sub]) => sub)).size).toBe(2);
    const allowed = ['200', '403 same-person', '409 already-approved'];
    expect(Object.keys(outcomes).filter((each) => !allowed.includes(each))).toEqual([]);
    // Each of the two words that counted was said by fifty requests.
    expect(outcomes['200']).toBe(100);
  });

  it('of which one is sent a hundred times with one key: one answer', async () => {
    const world = await proposed();
    const { proposal } = (await stateOf(world, march)).proposal?.proposed ?? {};
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        ask(world, 'approveProposal', {
          as: 'attestant',
          at: now,
          parameters: { run: march },
          body: { right: 'attest', proposal },
          key: 'one-and-the-same',
        }),
      ),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await approvalsIn(world)).toHaveLength(1);
  });
});

describe('200 requests to register one input at once', () => {
  it('make one version', async () => {
    const world = newWorld();
    const content = { day: '2021-06-15', sekPerEuro: '10.1342' };
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        ask(world, 'registerInput', {
          as: n % 2 === 0 ? 'registrar' : 'checker',
          at: now,
          parameters: { year: '2021', kind: 'rate' },
          body: { from: 'Riksbanken', documentHash: 'd'.repeat(64), content },
        }),
      ),
    );
    expect(counted(answers.map(outcomeOf))).toEqual({ '201': 200 });
    expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([1]));
    expect(Object.keys(world.records.dump('INPUT#'))).toHaveLength(1);
  });
});

describe('On the embedded database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-at-once-'));
  let database: Database;
  let client: DynamoDb;

  beforeAll(async () => {
    database = await Database.open(join(directory, 'table'), [recordTable]);
    client = localDynamoDb(database.endpoint);
  });
  afterAll(async () => {
    client.destroy();
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** The record of a world, written into the table event by event. */
  async function copied(world: World): Promise<World> {
    const records: Records = new DynamoDbRecords(client, recordTable.name);
    for (const [place, text] of Object.entries(world.records.dump())) {
      const [, partition = '', name = ''] = /^([^/]+)\/(.*)#\d{6}$/.exec(place) ?? [];
      const before = await records.read({ partition, name });
      const event = JSON.parse(text.slice(0, text.lastIndexOf(' '))) as Json;
      await records.append({ partition, name }, before.at(-1), event);
    }
    return { ...world, records: records as World['records'] };
  }

  it('200 approvals by two people are one attest and one payment order, and one release', async () => {
    const world = await copied(await proposed());
    const outcomes = await twoHundred(world, twoPeople);
    expect(outcomes).toEqual({ '200': 200 });
    expect((await approvalsIn(world)).sort()).toEqual([
      ['attest', 'local-attestant'],
      ['order', 'local-utanordnare'],
    ]);
    await Promise.all(Array.from({ length: 5 }, () => refusalOf(release(world, march, payDay))));
    expect(await paymentsOf(world, march)).toEqual(paidOnce);
  }, 60_000);
});
