import { describe, expect, it } from 'vitest';
import { anchorRecord } from '../../functions/shared/anchoring.ts';
import { asAnchoring, at, copyOf, newWorld, refusalOf } from './support/world.ts';
import { approved, cases, release } from './support/year.ts';

/** The record as it was before the release, beside the files that the release left. */
async function restoredTooOld() {
  const before = await approved();
  const after = copyOf(before);
  await release(after, cases.march, at('2021-03-01'));
  await anchorRecord(asAnchoring(after, 'anchor-record'), at('2021-03-01'));
  return { world: newWorld(before.records, after.paymentFiles, after.anchors), after };
}

describe('A record that was restored to before a release', () => {
  it('does not pay again: the payment file of the first release is there, with other bytes', async () => {
    const { world, after } = await restoredTooOld();
    const [file = ''] = after.paymentFiles.names();
    const refusal = await refusalOf(release(world, cases.march, at('2021-03-01', '11:00')));
    expect(refusal).toEqual({
      name: 'RecordContradicts',
      message: `The file ${file} is already stored, with other bytes.`,
    });
    expect(world.paymentFiles.names()).toEqual([file]);
    expect(world.paymentFiles.text(file)).toBe(after.paymentFiles.text(file));
    // Nothing was booked for it either.
    expect(Object.keys(world.records.dump('JOURNAL'))).toEqual([]);
  });

  it('is found by the next verification, which says which events are missing', async () => {
    const { world } = await restoredTooOld();
    const refusal = await refusalOf(
      anchorRecord(asAnchoring(world, 'anchor-record'), at('2021-03-02')),
    );
    expect(refusal).toEqual({
      name: 'RecordContradicts',
      message: expect.stringMatching(
        /ORDER#2021\/payout-2021-03 is missing; 1 event anchored.*RUN#2021\/03 has \d+ events; \d+ were anchored: event \d+ is missing/,
      ),
    });
  });

  it('is whole again when the missing events were brought back, and then pays nothing', async () => {
    const { world, after } = await restoredTooOld();
    const whole = newWorld(after.records.copy(), world.paymentFiles, world.anchors);
    expect((await anchorRecord(asAnchoring(whole, 'anchor-record'), at('2021-03-02'))).held).toBe(
      1,
    );
    const before = whole.records.dump();
    await release(whole, cases.march, at('2021-03-01', '11:00'));
    expect(whole.records.dump()).toEqual(before);
  });
});
