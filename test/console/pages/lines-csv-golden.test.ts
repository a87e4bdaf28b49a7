import { describe, expect, it } from 'vitest';
import { translate } from '../../../console/i18n/translate.ts';
import { linesCsv } from '../../../console/pages/payment/lines-csv.ts';
import { standing } from '../../../core/payment/evolve.ts';
import { readProposal } from '../../../functions/api/operations/read-proposal.ts';
import { february } from '../../functions/api/operations/year-so-far.ts';
import { readAs } from '../../functions/api/read-as.ts';
import { stateOf } from '../../functions/support/world.ts';
import { cases } from '../../functions/support/year.ts';

describe('the lines of February 2022, as they are saved', () => {
  it.each(['sv', 'en'] as const)('are the approved file (%s)', async (language) => {
    const world = await february();
    const proposal = standing(await stateOf(world, cases.february))?.proposed.proposal ?? '';
    const shown = await readAs('readProposal', readProposal, world, {
      at: '2022-01-26T08:00:00Z',
      language,
      parameters: { run: cases.february, proposal },
    });
    const text = { t: translate.bind(null, language) } as unknown;
    const csv = linesCsv(shown, shown.payments, text as Parameters<typeof linesCsv>[2]);
    // The names of the columns, 21 regions and the end of the last line.
    expect(csv.split('\r\n')).toHaveLength(23);
    await expect(csv).toMatchFileSnapshot(`../../mistakes/golden/lines-2022-02.${language}.csv`);
  });
});
