import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inputRefusalTexts } from '../../functions/contract/api/input-refusal-texts.ts';
import { removeFolders } from '../helpers/folders.ts';
import { describeInChromium, startChromium } from './chromium.ts';
import { Server } from './server.ts';
import { Visitor } from './visitor.ts';

const payees = '/underlag/all/payees';
const document = Buffer.from('%PDF-1.7\nRegion Gotland har bytt bankgiro till 991-2346.\n%%EOF\n');
const documentHash = createHash('sha256').update(document).digest('hex');
const name = 'Nytt konto – Region Gotland.pdf';

describeInChromium('A second person judges an input by its document and the version before', () => {
  let browser: Browser;
  let server: Server;

  async function at(as: string, path: string): Promise<Visitor> {
    const visitor = await Visitor.come(browser, server);
    await visitor.isSignedIn(as);
    await visitor.open(path);
    return visitor;
  }

  const versions = async () =>
    (await server.api('revisor', '/inputs/all/payees/versions')).body.versions as {
      version: number;
      hash: string;
      inForce: boolean;
    }[];
  const inForce = async () => (await versions()).find((each) => each.inForce)?.version;

  /** The payees in force, with another account of Gotland's. */
  async function withAccount(bankgiro: string): Promise<Record<string, Record<string, string>>> {
    const read = await server.api('revisor', `/inputs/all/payees/versions/${await inForce()}`);
    const content = read.body.content as Record<string, Record<string, string>>;
    return { ...content, '09': { ...content['09'], bankgiro } };
  }

  /** What the dialog that is open asks is answered with its own button. */
  const answer = (visitor: Visitor, button: string) =>
    visitor.dialog().getByRole('button', { name: button }).click();

  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), Server.at({ until: '2021-12' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    removeFolders();
  });

  it('whoever registers brings the document, and cannot judge their own version', async () => {
    const officer = await at('handläggare', `${payees}/ny`);
    await officer.page
      .getByLabel(officer.t('inputs.document.file'))
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: document });
    await officer.sees(officer.t('inputs.document.read', { name }));
    const hash = officer.page.getByLabel(officer.t('inputs.document-hash'));
    expect(await hash.inputValue()).toBe(documentHash);
    await officer.page
      .getByRole('textbox', { name: officer.t('inputs.content.json') })
      .fill(JSON.stringify(await withAccount('991-2346')));
    await officer.button(officer.t('inputs.try')).click();
    await officer.sees(officer.t('inputs.dry-run.second'));
    await officer.button(new RegExp(`^${officer.t('inputs.register')}$`)).click();
    await officer.heading(officer.t('inputs.confirm.waits')).waitFor();
    const confirm = officer.button(officer.t('inputs.confirm'));
    expect(await confirm.getAttribute('aria-disabled')).toBe('true');
    await officer.sees(officer.t('inputs.confirm.own'));
    expect(await officer.button(officer.t('inputs.refuse')).count()).toBe(0);
    officer.foundNoFault();
    await officer.leave();
  });

  it('the second person sees what changes, fetches the document, and refuses with a reason', async () => {
    const before = await inForce();
    const checker = await at('handläggare-2', '/');
    await checker.click(checker.link(checker.t('tasks.go.confirm-input')));
    const row = checker.page.getByRole('row', { name: /Region Gotland \/ Bankgiro/ });
    await row.waitFor();
    await checker.sees('991-2346', row);
    await checker.sees(new RegExp(`version ${before}`));
    const [download] = await Promise.all([
      checker.page.waitForEvent('download'),
      checker.button(new RegExp(name)).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    expect(await readFile(await download.path())).toEqual(document);

    await checker.button(checker.t('inputs.refuse')).click();
    const question = checker.dialog();
    expect(await question.getByLabel(checker.t('field.code')).inputValue()).toBe('');
    await question
      .getByLabel(checker.t('field.code'))
      .selectOption({ label: inputRefusalTexts['unlike-document'].sv });
    await question
      .getByLabel(checker.t('field.reason'))
      .fill('Brevet är från Region Gotlands gamla adress.');
    await answer(checker, checker.t('inputs.refuse'));
    await checker.heading(/är avvisad/).waitFor();
    await checker.sees('Brevet är från Region Gotlands gamla adress.');
    expect(await checker.button(checker.t('inputs.confirm')).count()).toBe(0);
    expect(await inForce()).toBe(before);
    checker.foundNoFault();
    await checker.leave();
  });

  it('whoever registered it is told who, why and what next, in the list and on top of the input', async () => {
    const officer = await at('handläggare', '/');
    await officer.sees(/avvisade den: Brevet är från Region Gotlands gamla adress/);
    await officer.click(officer.link(officer.t('tasks.go.correct-input')));
    await officer.heading(/är avvisad/).waitFor();
    await officer.sees(officer.t('inputs.refused.next-own'));
    await officer.open(payees);
    await officer.heading(/är avvisad/).waitFor();
    await officer.sees(inputRefusalTexts['unlike-document'].sv);
    await officer.click(officer.button(officer.t('inputs.register-new')));
    await officer.sees(officer.t('inputs.document.file'));
    officer.foundNoFault();
    await officer.leave();
  });

  it('a version that a newer one has come after is not confirmed from the page that still shows it', async () => {
    const register = async (bankgiro: string) =>
      (
        await server.api('handläggare', '/inputs/all/payees/versions', {
          ...{ from: 'Region Gotland', documentHash: '6'.repeat(64) },
          content: await withAccount(bankgiro),
        })
      ).body.version as number;
    const before = await inForce();
    const read = await register('991-2346');
    const checker = await at('handläggare-2', `${payees}/${read}`);
    await checker.sees('991-2346');
    const now = await register('991-2353');
    await checker.button(checker.t('inputs.confirm')).click();
    await answer(checker, checker.t('inputs.confirm'));
    await checker.sees(checker.t('conflict.title'), checker.dialog());
    await checker.sees(new RegExp(`version ${now} `), checker.dialog());
    expect(await inForce()).toBe(before);

    await answer(checker, checker.t('conflict.reload'));
    await checker.dialog().waitFor({ state: 'hidden' });
    await checker.open(`${payees}/${now}`);
    await checker.button(checker.t('inputs.confirm')).click();
    await answer(checker, checker.t('inputs.confirm'));
    await checker.sees(checker.t('inputs.state.in-force'));
    expect(await inForce()).toBe(now);
    checker.foundNoFault(/status of 409/);
    await checker.leave();
  });
});
