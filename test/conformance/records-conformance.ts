import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../core/canonical.ts';
import { NumberTaken, type Recorded, type StreamId } from '../../core/ports.ts';
import { nextInChain } from '../../core/record/chain.ts';
import { DynamoDb } from '../../functions/adapters/aws/dynamodb.ts';
import { DynamoDbRecords } from '../../functions/adapters/dynamodb-records.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { recordTable } from '../helpers/record-table.ts';
import { Wire } from './commands-sent.ts';

/** A database that speaks DynamoDB's protocol at an endpoint. */
export interface StartedDatabase {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const table = 'record';

/**
 * What the adapter must do on every database that it is used with: the same tests for each, so that what holds on the
 * embedded one holds on AWS's.
 */
export function recordsConformance(name: string, start: () => Promise<StartedDatabase>): void {
  describe(`The record on ${name}`, () => {
    let database: StartedDatabase;
    let client: DynamoDBClient;
    let records: DynamoDbRecords;
    const wires: Wire[] = [];
    const options = () => ({
      endpoint: database.endpoint,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    /** A client of the functions, and the wire that its requests leave by. */
    const newClient = () => {
      const wire = new Wire();
      wires.push(wire);
      return { wire, client: new DynamoDb({ ...options(), requestHandler: wire }) };
    };
    let tests = 0;
    let year = 0;
    const stream = (streamName: string, kind = 'RUN'): StreamId => ({
      partition: `${kind}#${year}`,
      name: streamName,
    });

    beforeAll(async () => {
      database = await start();
      client = new DynamoDBClient(options());
      await createTable(client);
      records = new DynamoDbRecords(newClient().client, table);
    });
    beforeEach(() => {
      year = 3000 + ++tests; // Every test has partitions of its own.
    });
    afterAll(async () => {
      client?.destroy();
      for (const each of wires) each.destroy();
      await database?.stop();
    });

    async function appendAll<E extends Json>(to: StreamId, events: readonly E[]) {
      let last: Recorded<E> | undefined;
      for (const event of events) last = await records.append(to, last, event);
      return last;
    }
    const eventsOf = async (from: StreamId) => (await records.read(from)).map(({ event }) => event);

    it('has no events of a stream that nobody has written', async () => {
      expect(await records.read(stream('03'))).toEqual([]);
      expect(await records.has([{ stream: stream('03'), number: 1 }])).toEqual([false]);
      expect(await records.readPartition(`RUN#${year}`)).toEqual(new Map());
    });

    it('numbers events from 1 and chains each to the one before', async () => {
      const first = await records.append(stream('03'), undefined, { type: 'opened' });
      const second = await records.append(stream('03'), first, { type: 'closed' });
      expect(first).toMatchObject({ number: 1, previous: '0'.repeat(64) });
      expect(second).toMatchObject({ number: 2, previous: first.hash });
      expect(await records.read(stream('03'))).toEqual([first, second]);
    });

    it('gives back Swedish letters, signs and long numbers as they were written', async () => {
      const event = {
        reason: 'Återbäring för Östergötland, Håkan “Ö” – € 395 500 \n\u0001\u{1F600}',
        sek: '33432900840',
        number: Number.MAX_SAFE_INTEGER,
        none: null,
        list: [true, 'å'],
      };
      await records.append(stream('ångra'), undefined, event);
      expect(await eventsOf(stream('ångra'))).toEqual([event]);
      expect(await records.has([{ stream: stream('ångra'), number: 1 }])).toEqual([true]);
    });

    it('refuses a place that is taken, and writes nothing', async () => {
      const first = await records.append(stream('03'), undefined, { by: 'first' });
      await expect(
        records.append(stream('03'), undefined, { by: 'second' }),
      ).rejects.toBeInstanceOf(NumberTaken);
      expect(await records.read(stream('03'))).toEqual([first]);
    });

    it('lets one of twenty writers have a place, and tells the others', async () => {
      const writers = Array.from({ length: 20 }, (_, writer) =>
        records.append(stream('03'), undefined, { writer }).then(
          () => writer,
          (error: unknown) => {
            expect(error).toBeInstanceOf(NumberTaken);
            return undefined;
          },
        ),
      );
      const winners = (await Promise.all(writers)).filter((writer) => writer !== undefined);
      expect(winners).toHaveLength(1);
      expect(await eventsOf(stream('03'))).toEqual([{ writer: winners[0] }]);
    });

    it('lets twenty writers who decide again write twenty events without a gap', async () => {
      const write = async (writer: number): Promise<void> => {
        for (;;) {
          const last = (await records.read(stream('voucher'))).at(-1);
          try {
            await records.append(stream('voucher'), last, { writer });
            return;
          } catch (error) {
            if (!(error instanceof NumberTaken)) throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
      const written = await records.read<{ writer: number }>(stream('voucher'));
      expect(written.map(({ number }) => number)).toEqual(written.map((_, index) => index + 1));
      const writers = written.map(({ event }) => event.writer).sort((a, b) => a - b);
      expect(writers).toEqual(Array.from({ length: 20 }, (_, writer) => writer));
    });

    it('finds itself when the answer of an append was lost and it is sent again', async () => {
      const { wire, client: unlucky } = newClient();
      wire.loseNextAnswer('PutItem');
      const mine = await new DynamoDbRecords(unlucky, table).append(stream('03'), undefined, {
        type: 'release-ordered',
      });
      expect(wire.lost).toBe(1);
      const [first, again] = wire.sent;
      expect(wire.sent.map(({ name }) => name)).toEqual(['PutItem', 'PutItem', 'GetItem']);
      expect(again).toEqual(first);
      expect(await records.read(stream('03'))).toEqual([mine]);
    });

    it('reads a stream of more than one page in the order of its numbers', async () => {
      const long = 'x'.repeat(90_000);
      const count = 25; // 2.2 MB: a page of DynamoDB holds 1 MB.
      await appendAll(
        stream('03'),
        Array.from({ length: count }, (_, index) => ({ index, long })),
      );
      await records.append(stream('04'), undefined, { index: 'another stream' });
      const { wire, client: reader } = newClient();
      const others = new DynamoDbRecords(reader, table);
      const read = await others.read<{ index: number; long: string }>(stream('03'));
      expect(wire.sent.length).toBeGreaterThan(2);
      expect(read.map(({ number }) => number)).toEqual(read.map((_, index) => index + 1));
      expect(read.map(({ event }) => event.index)).toEqual(read.map((_, index) => index));
      expect(read).toHaveLength(count);
      const partition = await others.readPartition(`RUN#${year}`);
      expect([...partition].map(([each, events]) => [each, events.length])).toEqual([
        ['03', count],
        ['04', 1],
      ]);
    });

    it('keeps the numbers in order where their text grows longer', async () => {
      await appendAll(
        stream('03'),
        Array.from({ length: 12 }, (_, index) => index),
      );
      expect(await eventsOf(stream('03'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    });

    it('says which places hold an event, in the order asked, the same one twice too', async () => {
      await appendAll(stream('03'), ['first', 'second']);
      await appendAll(stream('04'), ['first']);
      const place = (streamName: string, number: number) => ({
        stream: stream(streamName),
        number,
      });
      const asked = [
        place('04', 2),
        place('03', 2),
        place('03', 3),
        place('04', 1),
        place('03', 2),
      ];
      expect(await records.has(asked)).toEqual([false, true, false, true, true]);
      expect(await records.has([])).toEqual([]);
    });

    it('says so of more places than one request may name', async () => {
      await appendAll(stream('03'), ['first', 'second']);
      const asked = Array.from({ length: 250 }, (_, n) => ({
        stream: stream('03'),
        number: n + 1,
      }));
      const found = await records.has(asked);
      expect(found.flatMap((there, index) => (there ? [index + 1] : []))).toEqual([1, 2]);
      expect(found).toHaveLength(250);
    });

    it('does not mix streams whose names begin alike', async () => {
      for (const each of ['sol', 'solx', 'so', 'payout-2022-0', 'payout-2022-01', 'payout-2022-02'])
        await appendAll(stream(each), [each, each]);
      expect(await eventsOf(stream('sol'))).toEqual(['sol', 'sol']);
      expect(await eventsOf(stream('payout-2022-0'))).toEqual(['payout-2022-0', 'payout-2022-0']);
      const some = await records.readPartition(`RUN#${year}`, 'payout-2022-0');
      expect([...some.keys()]).toEqual(['payout-2022-0', 'payout-2022-01', 'payout-2022-02']);
      const sol = await records.readPartition(`RUN#${year}`, 'sol');
      expect([...sol.keys()].sort()).toEqual(['sol', 'solx']);
      expect([...sol.values()].map((events) => events.length)).toEqual([2, 2]);
    });

    it('does not mix partitions', async () => {
      await records.append(stream('03', 'RUN'), undefined, 'a run');
      await records.append(stream('03', 'INPUT'), undefined, 'an input');
      await records.append({ partition: `RUN#${year}0`, name: '03' }, undefined, 'a later run');
      expect(await eventsOf(stream('03'))).toEqual(['a run']);
      const runs = await records.readPartition<string>(`RUN#${year}`);
      expect([...runs].map(([each, events]) => [each, events.map(({ event }) => event)])).toEqual([
        ['03', ['a run']],
      ]);
    });

    it('refuses an event of 100 kB before it is sent', async () => {
      const { wire, client: writer } = newClient();
      const large = { long: 'å'.repeat(49_920) }; // With keys and hashes 100 026 bytes.
      await expect(
        new DynamoDbRecords(writer, table).append(stream('03'), undefined, large),
      ).rejects.toThrow(/100\d{3} bytes; 100000 are allowed/);
      expect(wire.sent).toEqual([]);
      await records.append(stream('03'), undefined, { long: 'å'.repeat(49_900) });
      expect(await records.read(stream('03'))).toHaveLength(1);
    });

    describe('written around the adapter', () => {
      /** Overwrites an event's item with another one, as nobody may. */
      const overwrite = async (event: Recorded, change: Partial<Record<string, string>>) => {
        const text: Record<string, string> = {
          partition: event.stream.partition,
          event: `${event.stream.name}#${String(event.number).padStart(6, '0')}`,
          body: canonical(event.event),
          previous: event.previous,
          hash: event.hash,
          ...change,
        };
        const item = Object.entries(text).map(([key, value]) => [key, { S: value }]);
        await client.send(new PutItemCommand({ TableName: table, Item: Object.fromEntries(item) }));
      };
      const contradicts = async () => {
        await expect(records.read(stream('03'))).rejects.toMatchObject({
          name: 'RecordContradicts',
          message: expect.stringContaining(`RUN#${year}/03 event `),
        });
        await expect(records.readPartition(`RUN#${year}`)).rejects.toMatchObject({
          name: 'RecordContradicts',
        });
      };
      const three = async () => {
        await appendAll(stream('03'), [{ sek: '1' }, { sek: '2' }, { sek: '3' }]);
        const [first, second, third] = await records.read(stream('03'));
        if (!first || !second || !third) throw new Error('Three events were written.');
        return { first, second, third };
      };

      it('another amount is found', async () => {
        const { second } = await three();
        await overwrite(second, { body: canonical({ sek: '2000000' }) });
        await contradicts();
      });

      it('another amount with a hash that fits it is found by the event after it', async () => {
        const { first, second } = await three();
        const forged = nextInChain(stream('03'), first, { sek: '2000000' }, sha256);
        await overwrite(second, { body: canonical(forged.event), hash: forged.hash });
        await contradicts();
      });

      it('another event before it is found', async () => {
        const { second } = await three();
        await overwrite(second, { previous: '1'.repeat(64) });
        await contradicts();
      });

      it('a gap in the numbers is found', async () => {
        const { third } = await three();
        await overwrite({ ...third, number: 5 }, {});
        await contradicts();
      });

      it('an event moved to another stream is found', async () => {
        const { first } = await three();
        await overwrite({ ...first, stream: stream('04') }, {});
        await expect(records.read(stream('04'))).rejects.toMatchObject({
          name: 'RecordContradicts',
        });
      });

      it('an item without content is found', async () => {
        const { third } = await three();
        await overwrite({ ...third, number: 4 }, { body: '', previous: third.hash });
        await contradicts();
      });
    });
  });
}

async function createTable(client: DynamoDBClient): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [...recordTable.keySchema],
      AttributeDefinitions: [...recordTable.attributes],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: table });
}
