/**
 * Forges a record in every way that it can be forged with hashes that fit, and tells how many forgeries the verifier finds:
 * `npm run forge`, of a record in which everything happened, or `npm run forge -- FILE`, of one that `npm run verify -- --export` wrote.
 */
import type { FoundStream } from '../../core/record/found-stream.ts';
import { readRecordFile } from '../../local/record/record-file.ts';
import { everyEvent, streamsIn } from '../functions/support/every-event.ts';
import { free, namesOf, tryForgeries } from './every-forgery.ts';

const [, , file] = process.argv;
const record: readonly FoundStream[] = file
  ? readRecordFile(file).streams
  : await streamsIn(await everyEvent());
const tried = tryForgeries(record);
for (const name of namesOf(tried.missed)) process.stdout.write(`✗ ${name}\n`);
const followed = tried.tried - tried.free;
process.stdout.write(
  `${tried.tried} forgeries with fitting hashes: ${tried.found} of ${followed} found; ${tried.free} change what follows from nothing:\n` +
    free.map(([path, why]) => `  ${path.source}  ${why}\n`).join(''),
);
process.exitCode = tried.missed.length === 0 ? 0 : 1;
