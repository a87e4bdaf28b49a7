/**
 * Forges a record in every way that it can be forged with hashes that fit, puts newer versions of inputs before what was done by older
 * ones, and edits its items as they lie, and tells how much of it the verifier finds: `npm run forge`, of a record in which everything happened, or `npm run forge -- FILE`, of one that
 * `npm run verify -- --export` wrote (its items are as they were written then). Exits with 1 when anything is missed.
 */
import { attributesOf, type StoredItem } from '../../core/record/stored-item.ts';
import { readRecordFile } from '../../local/record/record-file.ts';
import { everyEvent, reportsIn, streamsIn } from '../functions/support/every-event.ts';
import { tryEdits } from './every-edit.ts';
import { namesOf, tryForgeries, whyFree } from './every-forgery.ts';
import { tryNewVersions } from './new-versions.ts';

const [, , file] = process.argv;
const world = file === undefined ? await everyEvent() : undefined;
const record = world ? await streamsIn(world) : readRecordFile(file ?? '').streams;
// An export is of the record alone.
const files = world ? await reportsIn(world) : new Map<string, Uint8Array>();
const items = record.flatMap(({ partition, stream: name, events }) =>
  events.map((event): StoredItem => {
    const written = attributesOf({ ...event, stream: { partition, name } });
    return Object.fromEntries(Object.entries(written).map(([attribute, S]) => [attribute, { S }]));
  }),
);

const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (what: string) => (tried: number) => {
  if (tried > 0 && tried % 500 === 0) process.stderr.write(`… ${tried} ${what} tried\n`);
};

const edits = tryEdits(items, { tell: progress('edits') });
for (const name of edits.missed) say(`✗ ${name}`);
const forged = tryForgeries(record, files, { tell: progress('forgeries') });
for (const name of namesOf(forged.missed)) say(`✗ ${name}`);
const versions = tryNewVersions(record);
for (const name of versions.missed) say(`✗ ${name}`);

say(`edits of items as they lie: ${edits.tried} tried, ${edits.tried - edits.missed.length} found`);
say(
  `forgeries with fitting hashes, of ${forged.fields.size} fields, and ${forged.ofOrder} of when, where and whether: ${forged.tried} tried, ${forged.found} found, ${forged.free} free, ${forged.missed.length} missed`,
);
say(
  `versions that counted before something was done by older ones: ${versions.tried} tried, ${versions.tried - versions.missed.length} found`,
);
say('free, since nothing in the record repeats it and nothing follows from it:');
for (const why of whyFree) say(`  ${why}`);
process.exitCode =
  edits.missed.length + forged.missed.length + versions.missed.length === 0 ? 0 : 1;
