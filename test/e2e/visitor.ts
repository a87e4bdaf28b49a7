import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { kronor } from '../../console/format/kronor.ts';
import type { FactsOf, Key } from '../../console/i18n/keys.ts';
import { translate } from '../../console/i18n/translate.ts';
import type { Language } from '../../functions/contract/api/problem-type.ts';
import { type LocalOfficial, officialAs } from '../../local/officials/people.ts';
import type { Server } from './server.ts';

export interface Looks {
  readonly language?: Language;
  readonly colorScheme?: 'light' | 'dark';
  /** Of the window, in CSS pixels. */
  readonly width?: number;
}

/** What the browser says when the simulated clock has run past a token's hour; the console then gets a new one by itself. */
export const tokenRanOut = /^error: Failed to load resource: .* status of 401 /;

/** Somebody at a browser window of their own: nothing is shared with other visitors but the server. */
export class Visitor {
  readonly page: Page;
  readonly language: Language;
  /** How often `click` was called since the visitor signed in. */
  clicks = 0;
  readonly #server: Server;
  readonly #context: BrowserContext;
  readonly #faults: string[] = [];

  private constructor(server: Server, context: BrowserContext, page: Page, language: Language) {
    this.#server = server;
    this.#context = context;
    this.page = page;
    this.language = language;
    page.on('pageerror', (error) => this.#faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.#faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${server.origin}/`) && !/^(data|blob):/.test(url))
        this.#faults.push(`asked elsewhere: ${url}`);
    });
  }

  static async come(browser: Browser, server: Server, looks: Looks = {}): Promise<Visitor> {
    const { language = 'sv', colorScheme = 'light', width = 1280 } = looks;
    const viewport = { width, height: width < 600 ? 800 : 900 };
    const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    // The language as if it had been chosen before; the toggle is tried by itself.
    await context.addInitScript(
      `localStorage.getItem('statsbidrag.language') ?? localStorage.setItem('statsbidrag.language', '${language}')`,
    );
    return new Visitor(server, context, await context.newPage(), language);
  }

  /** A text of the console in the visitor's language. */
  t<K extends Key>(key: K, ...facts: FactsOf<K>): string {
    return translate(this.language, key, ...facts);
  }

  /** Opens a path of the console; loads it anew. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#server.origin}${path}`);
  }

  /** Signs in on the issuer's page as anybody would, and comes to the path that was asked for. */
  async signIn(as: string, path = '/'): Promise<void> {
    await this.open(path);
    await this.page.getByRole('button', { name: this.t('sign-in.button') }).click();
    const name = officialAs(as)?.name ?? as;
    await this.page.getByRole('button', { name, exact: false }).first().click();
    await this.page.getByRole('button', { name: this.t('sign-out') }).waitFor();
    this.clicks = 0;
  }

  /** Is signed in from the first page on, in every tab, without the way there. */
  async isSignedIn(as: string | LocalOfficial): Promise<void> {
    const tokens = JSON.stringify({ access: await this.#server.token(as) });
    await this.#context.addInitScript(
      `sessionStorage.setItem('statsbidrag.tokens', ${JSON.stringify(tokens)})`,
    );
  }

  /** Clicks as a person does, and counts it. */
  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }

  /** Whole kronor as the console writes them, without the unit: -1000 is −1 000. */
  kronor = (sek: string): string => kronor(sek, this.language);

  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name });
  link = (name: string | RegExp): Locator => this.page.getByRole('link', { name });
  heading = (name: string | RegExp): Locator => this.page.getByRole('heading', { name });
  dialog = (): Locator => this.page.getByRole('dialog');

  /** Waits until a text is shown, somewhere on the page. */
  async sees(text: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await within.getByText(text).first().waitFor();
  }

  /**
   * Nothing went wrong that a person does not see: no error or warning of the browser (so no breach of the content security policy), no
   * uncaught exception, no request to another origin.
   *
   * @param foreseen what the browser says of answers that were meant to be refusals
   */
  foundNoFault(foreseen = /^$/): void {
    expect(this.#faults.filter((fault) => !foreseen.test(fault))).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
