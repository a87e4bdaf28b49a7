import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../functions/adapters/sha256.ts';
import { readPaymentFile } from '../../../../functions/api/operations/read-payment-file.ts';
import type { RequestOf } from '../../../../functions/contract/api/operation.ts';
import { answers } from '../../../../functions/contract/api/responses.ts';
import { Crash, crashAfter } from '../../../helpers/memory-records.ts';
import { asCalled, at, refusalOf, stateOf, type World } from '../../support/world.ts';
import { approved, approvedBelowZero, cases, release, released } from '../../support/year.ts';

/** The answer as it leaves, held to the contract. */
async function fileOf(world: World, run = cases.march) {
  const request = { parameters: { run } } as RequestOf<'readPaymentFile'>;
  return answers.readPaymentFile.parse(await readPaymentFile(request, asCalled(world, 'api-bank')));
}

const notFound = (run: string) => ({
  name: 'InputRejected',
  message: `not-found: /runs/${run}/payment-file does not exist.`,
});

describe('The payment file of a run', () => {
  it('is answered as it was stored, to the byte, under its own name', async () => {
    const world = await released();
    const file = await fileOf(world);
    expect(file.name).toBe('STB-PAY-2021-03.xml');
    expect(file.mediaType).toBe('application/xml');
    expect(new TextDecoder().decode(file.bytes)).toBe(
      world.paymentFiles.text('2021/STB-PAY-2021-03.xml'),
    );
    expect(sha256Of(file.bytes)).toBe((await stateOf(world, cases.march)).released?.fileHash);
  });

  it('is not found before the release', async () => {
    expect(await refusalOf(fileOf(await approved()))).toEqual(notFound(cases.march));
  });

  it('is not found while a release that was interrupted has not stored it', async () => {
    const world = await approved();
    world.records.interrupt(crashAfter('RUN'));
    await expect(release(world, cases.march, at('2021-03-01'))).rejects.toBeInstanceOf(Crash);
    world.records.interrupt(undefined);
    expect(await refusalOf(fileOf(world))).toEqual(notFound(cases.march));
    await release(world, cases.march, at('2021-03-01', '09:00'));
    expect((await fileOf(world)).name).toBe('STB-PAY-2021-03.xml');
  });

  it('is not found when nobody was paid', async () => {
    const world = await approvedBelowZero();
    await release(world, cases.may, at('2022-05-02'));
    expect(await refusalOf(fileOf(world, cases.may))).toEqual(notFound(cases.may));
  });

  it('is not shown when it is another than the one that was released', async () => {
    const world = await released();
    world.paymentFiles.tamper('2021/STB-PAY-2021-03.xml', new TextEncoder().encode('<Document/>'));
    expect(await refusalOf(fileOf(world))).toEqual({
      name: 'RecordContradicts',
      message: 'The file 2021/STB-PAY-2021-03.xml is not the one that was released.',
    });
  });
});
