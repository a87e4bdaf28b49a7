import { describe, expect, it } from 'vitest';
import { canonical } from '../../core/canonical.ts';
import type { StreamId } from '../../core/ports.ts';
import { caseStream } from '../../core/record/case-id.ts';
import { operations as runs } from '../../functions/api-runs.lambda.ts';
import { functionNames } from '../../functions/contract/functions.ts';
import { type RecordKind, recordRights } from '../../functions/contract/record-rights.ts';
import { run as openCase } from '../../functions/open-case.lambda.ts';
import { readAhead } from '../../functions/shared/read-ahead.ts';
import { bearerOf } from '../functions/api/asking.ts';
import { eventOf, served } from '../functions/api/support.ts';
import { asCalled, at, newWorld, refusalOf, stateOf } from '../functions/support/world.ts';
import { cases, granted, proposed } from '../functions/support/year.ts';
import { MemoryRecords } from './memory-records.ts';
import { BeyondItsRights, RightfulRecords } from './rightful-records.ts';

const { march } = cases;
const now = at('2021-02-22');
const streamOf = (kind: string): StreamId => ({ partition: `${kind}#2021`, name: 'any' });
const kinds = [...new Set(functionNames.flatMap((name) => recordRights[name].reads))].sort();

/** What the function is refused of a use of the record, by kind of partition. */
async function refusedKinds(use: (kind: RecordKind) => unknown): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const kind of kinds)
    try {
      await use(kind);
    } catch (error) {
      if (!(error instanceof BeyondItsRights)) throw error;
      refused.push(kind);
    }
  return refused;
}

const without = (allowed: readonly RecordKind[]) => kinds.filter((kind) => !allowed.includes(kind));

describe.each(functionNames)('The record as %s sees it', (name) => {
  const { reads, appends } = recordRights[name];
  const records = new RightfulRecords(name, new MemoryRecords());

  it('refuses to read kinds of partition that its rights do not list, in every way of reading', async () => {
    const unread = without(reads);
    expect(await refusedKinds((kind) => records.read(streamOf(kind)))).toEqual(unread);
    expect(await refusedKinds((kind) => records.readPartition(`${kind}#2021`))).toEqual(unread);
    const places = (kind: RecordKind) =>
      [...reads, kind].map((each) => ({ stream: streamOf(each), number: 1 }));
    expect(await refusedKinds((kind) => records.has(places(kind)))).toEqual(unread);
  });

  it('refuses to append to kinds of partition that its rights do not list', async () => {
    const append = (kind: RecordKind) => records.append(streamOf(kind), undefined, { kind });
    expect(await refusedKinds(append)).toEqual(without(appends));
  });
});

describe('What is refused', () => {
  it('says which function, which kind, and what it may do', () => {
    const records = new RightfulRecords('verify-record', new MemoryRecords());
    expect(() => records.read(streamOf('TOKEN'))).toThrow(
      /^verify-record may not read TOKEN\. It may read AGENDA, .*, and append nothing \(functions\/contract\/record-rights\.ts\)\.$/,
    );
    expect(() => records.append(streamOf('AGENDA'), undefined, {})).toThrow(
      'verify-record may not append AGENDA.',
    );
  });

  it('is written to nothing', () => {
    const memory = new MemoryRecords();
    const records = new RightfulRecords('open-due', memory);
    expect(() => records.append(streamOf('RUN'), undefined, {})).toThrow(BeyondItsRights);
    expect(memory.dump()).toEqual({});
  });

  it('is not the kind that its name begins with', () => {
    const records = new RightfulRecords('open-due', new MemoryRecords());
    expect(() => records.readPartition('INPUTS#2021')).toThrow(BeyondItsRights);
    expect(() => records.readPartition('IN')).toThrow(BeyondItsRights);
  });

  it('is seen when it is only read ahead, though nobody waits for what is read ahead', () => {
    const ports = asCalled(newWorld(), 'open-case');
    expect(() => readAhead(ports.records, [caseStream(march), streamOf('AGENDA')])).toThrow(
      'open-case may not read AGENDA.',
    );
  });
});

describe('What is allowed', () => {
  it('reaches the record: what is appended is there, to be read in every way', async () => {
    const memory = new MemoryRecords();
    const records = new RightfulRecords('close-case', memory);
    const stream = streamOf('AGENDA');
    const appended = await records.append(stream, undefined, { type: 'closed' });
    expect(await memory.read(stream)).toEqual([appended]);
    expect(await records.read(stream)).toEqual([appended]);
    expect(await records.readPartition(stream.partition)).toEqual(new Map([['any', [appended]]]));
    expect(await records.readPartition(stream.partition, 'b')).toEqual(new Map());
    expect(await records.has([1, 2].map((number) => ({ stream, number })))).toEqual([true, false]);
    records.assertNothingRefused();
  });
});

describe('A handler that appends to a kind that is not its own', () => {
  it('fails, and has written nothing', async () => {
    const world = await granted();
    const before = canonical(world.records.dump());
    const foreign = openCase({ case: march, now }, asCalled(world, 'validate-requisition'));
    expect(await refusalOf(foreign)).toMatchObject({
      name: 'BeyondItsRights',
      message: expect.stringMatching(/^validate-requisition may not read RUN\. /),
    });
    const reader = openCase({ case: march, now }, asCalled(world, 'send-reminders'));
    expect((await refusalOf(reader))?.message).toMatch(/^send-reminders may not append RUN\. /);
    expect(canonical(world.records.dump())).toBe(before);
    // It is not the case that was wrong: as itself it opens it.
    expect(await openCase({ case: march, now }, asCalled(world, 'open-case'))).toMatchObject({
      state: 'open',
    });
  });

  it('of the API fails the test, and not only its caller', async () => {
    const world = await proposed();
    const proposal = (await stateOf(world, march)).proposal?.proposed.proposal;
    const event = eventOf('approveProposal', {
      bearer: await bearerOf('attestant', now),
      at: now,
      parameters: { run: march },
      body: { right: 'attest', proposal },
    });
    // What is approved must rest on what is in force: the other one must be allowed to read that.
    const asAnother = served('api-read', runs, world);
    expect((await refusalOf(asAnother(event)))?.message).toMatch(
      /^api-read may not append REQUEST\. /,
    );
    expect((await stateOf(world, march)).proposal?.approvals.size).toBe(0);
    expect((await served('api-runs', runs, world)(event)).statusCode).toBe(200);
  });
});
