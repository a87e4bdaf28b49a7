/**
 * Runs the sample year and kills it at random moments, again and again, until it has been killed so many times; as many years
 * as that takes. After every kill the verifier must find nothing, and every year must end with the bytes of one that nobody disturbed.
 *
 *   node test/year/kill.ts [ROUNDS=50] [SEED]
 *
 * Ends with 1 when a year ended otherwise. The seed, which is printed, makes the same moments again; the machine adds its own
 * chance to them.
 */
import { join } from 'node:path';
import { folder, removeFolders } from '../helpers/folders.ts';
import { randomFrom } from '../helpers/random.ts';
import {
  difference,
  foundAfterKill,
  journalBytes,
  type Left,
  leftBy,
  type Moment,
  reached,
  runUntilKilled,
} from './killed-year.ts';

const [rounds = 50, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv
  .slice(2)
  .map((text) => {
    if (!/^\d+$/.test(text)) throw new RangeError(`Given '${text}', allowed: a whole number.`);
    return Number(text);
  });
const random = randomFrom(seed);
const begun = performance.now();
const all = folder();
const say = (text: string) => process.stdout.write(`${text}\n`);

say(`seed ${seed}, ${rounds} kills`);
const undisturbed = join(all, 'undisturbed');
await runUntilKilled(undisturbed);
const whole = await leftBy(undisturbed);
const wholeBytes = journalBytes(undisturbed);
say(`undisturbed: head hash ${headHash(whole)}, ${whole.record.length} bytes of record`);

let kills = 0;
let different = 0;
let falseAlarms = 0;
for (let year = 1; kills < rounds; year++) {
  const records = join(all, `year-${year}`);
  while (kills < rounds && !(await runUntilKilled(records, anyMoment()))) {
    kills++;
    say(`kill ${String(kills).padStart(3)}  year ${year}  ${reached(records)}`);
    const found = foundAfterKill(records);
    for (const each of found) say(`  npm run verify: ${each}`);
    if (found.length > 0) falseAlarms++;
  }
  await runUntilKilled(records);
  if (!report(year, await leftBy(records))) different++;
}
const seconds = Math.round((performance.now() - begun) / 1000);
say(
  `${kills} kills, ${falseAlarms} after which the verifier found anything, ${different} years that ended otherwise, ${seconds} s, seed ${seed}`,
);
if (different + falseAlarms === 0) removeFolders();
else say(`the records are kept in ${all}`);
process.exitCode = different + falseAlarms > 0 ? 1 : 0;

/** One in five while it starts, the others when it has done up to a seventh of the year. */
function anyMoment(): Moment {
  if (random() < 0.2) return { journalBytes: 0, milliseconds: random() * 1_200 };
  return { journalBytes: (random() * wholeBytes) / 7, milliseconds: random() * 15 };
}

function report(year: number, left: Left): boolean {
  const found = difference(left.record, whole.record);
  const same = found === undefined && left.json === whole.json;
  say(`year ${year}: ${same ? 'the same bytes' : 'OTHER BYTES'}, head hash ${headHash(left)}`);
  if (found) say(`  killed       ${found[0]}\n  undisturbed  ${found[1]}`);
  return same;
}

function headHash({ json }: Left): string {
  return (JSON.parse(json) as { headHash: string }).headHash;
}
