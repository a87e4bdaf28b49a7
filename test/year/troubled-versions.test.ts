import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BankReportEvent } from '../../core/bank/report-events.ts';
import { parseMonth } from '../../core/calendar/month.ts';
import { type PaymentFileFormat, paymentFileFormats } from '../../core/payment/debtor.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { answersTo } from '../../local/bank/versions.ts';
import { readInputs } from '../../local/inputs/read-inputs.ts';
import { runYear } from '../../local/run-year.ts';
import { inputsDirectory } from '../fixtures/inputs-directory.ts';
import { folder, removeFolders } from '../helpers/folders.ts';
import { eventsOf, recordIn } from '../helpers/record.ts';

afterAll(removeFolders);

/** What is deployed, with payment files of that form. */
async function assemblyOf(format: PaymentFileFormat): Promise<string> {
  const { assembly } = await synthesize();
  const copy = join(folder(), 'assembly');
  cpSync(assembly, copy, { recursive: true });
  for (const name of readdirSync(copy).filter((each) => each.endsWith('.template.json'))) {
    const template = readFileSync(join(copy, name), 'utf8');
    writeFileSync(join(copy, name), template.replaceAll(/pain\.001\.001\.\d\d/g, format));
  }
  return copy;
}

describe('The months up to June with a troubled bank', { timeout: 60_000 }, () => {
  it.each(paymentFileFormats)('are the same when they are paid by files of %s', async (format) => {
    const records = join(folder(), 'records');
    const year = await runYear({
      ...{ records, approve: 'auto', bank: 'troubled', until: parseMonth('2021-06') },
      inputs: await readInputs(inputsDirectory()),
      assembly: await assemblyOf(format),
      onMonth: () => undefined,
    });
    const reports = eventsOf<BankReportEvent>(await recordIn(records), 'BANK#2021/report');
    const formats = reports.flatMap((each) => (each.type === 'report-taken' ? [each.format] : []));
    expect(new Set(formats)).toEqual(new Set(Object.values(answersTo[format])));
    expect(year.result.bank?.troubles.map(({ what, run }) => `${what} ${run ?? ''}`)).toEqual([
      'rejected payout-2021-04',
      'returned payout-2021-05',
      'returned-late reissue-2021-05-12-1',
      'booked-late payout-2021-05',
      'returned-late payout-2021-06',
      'told-again ',
    ]);
    expect([year.failed, year.findings]).toEqual([[], []]);
  });
});
