import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDay } from '../../core/calendar/day.ts';
import { requisitionContent } from '../../local/inputs/requisition-content.ts';
import { bundledPayees } from '../../local/payees.ts';
import { inputsDirectory, replaced } from '../fixtures/inputs-directory.ts';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { Server } from './server.ts';
import { tokenRanOut, Visitor } from './visitor.ts';

const id = 'requisition-2021-sol';

/** What SKR's system sends: Bilaga 2 of the 2026 agreement, as the API takes it. */
function body() {
  const skr = bundledPayees().payees.find(({ payee }) => payee === 'SKR');
  if (!skr) throw new RangeError('The local payees lack SKR.');
  const { bankgiro, ...rest } = requisitionContent('sol', parseDay('2021-11-10'), skr);
  return { year: 2021, kind: 'sol', account: { bankgiro }, ...rest };
}

describeInChromium('A requisition of the SOL money through the API', () => {
  let browser: Browser;
  let server: Server;
  const key = randomUUID();

  const come = async (as: string, path: string): Promise<Visitor> => {
    const visitor = await Visitor.come(browser, server, { language: 'en' });
    await visitor.isSignedIn(as);
    await visitor.open(path);
    return visitor;
  };

  beforeAll(async () => {
    // Nobody else sends it: by the sample it would have come on 4 October.
    const inputs = inputsDirectory({
      'outcome.json': replaced('"solRequisitionedOn": "2021-10-04"', '"solRequisitionedOn": null'),
    });
    const stage = { until: '2021-09', inputs };
    [browser, server] = await Promise.all([startChromium(), Server.at(stage)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('is received with a receipt, and once however often it is sent', async () => {
    const first = await server.api('skr', '/requisitions', body(), key);
    expect(first).toMatchObject({ status: 201, body: { requisition: id } });
    const again = await server.api('skr', '/requisitions', body(), key);
    expect(again).toEqual(first);
    const list = await server.api('skr', '/requisitions');
    const sent = (list.body.requisitions as { requisition: string }[]).filter(
      ({ requisition }) => requisition === id,
    );
    expect(sent).toHaveLength(1);
  });

  it('stands in the console, and a second one is refused with the paragraph', async () => {
    const second = await server.api('skr', '/requisitions', { ...body(), reference: 'SOL 2021 b' });
    expect(second.status).toBe(409);
    expect(second.body.type).toMatch(/already-requisitioned$/);
    expect(second.body.detail).toContain('4.2, Bilaga, Utbetalningsordning');

    const officer = await come('handläggare', '/rekvisitioner');
    await officer.link(officer.t('requisition.kind.sol', { year: '2021' })).click();
    await officer.heading(officer.t('requisition.timeline')).waitFor();
    await officer.sees(officer.t('requisition.state.accepted'));
    await officer.sees('SOL 2021');
    officer.foundNoFault();
    await officer.leave();
  });

  it('is attested and ordered by two people, and paid while SKR follows it', async () => {
    for (const [as, action] of [
      ['attestant', 'attest'],
      ['utanordnare', 'order'],
    ] as const) {
      const visitor = await come(as, '/');
      const go = visitor.page.getByRole('link', {
        name: new RegExp(`^${visitor.t(`tasks.go.${action}`)}.*SOL`),
      });
      await go.click();
      await visitor.button(visitor.t(`action.${action}`)).click();
      const question = visitor.dialog();
      await visitor.sees(visitor.kronor('7000000'), question);
      await question.getByRole('button', { name: visitor.t(`action.${action}`) }).click();
      await visitor.heading(new RegExp(`^${visitor.t(`done.${action}`)}`)).waitFor();
      visitor.foundNoFault();
      await visitor.leave();
    }
    const signatory = await come('skr-firmatecknare', `/rekvisitioner/${id}`);
    await signatory.sees(signatory.t('requisition.state.approved'));

    // November's payment waits for people too, and the simulated clock for them.
    const { proposal } = (await server.api('revisor', '/runs/payout-2021-11')).body;
    for (const [as, right] of [
      ['attestant', 'attest'],
      ['utanordnare', 'order'],
    ] as const)
      await server.api(as, '/runs/payout-2021-11/approvals', { right, proposal });

    await signatory.sees(signatory.t('requisition.state.paid'));
    await signatory.sees(signatory.kronor('7000000'));
    signatory.foundNoFault(tokenRanOut);
    await signatory.leave();
  });
});
