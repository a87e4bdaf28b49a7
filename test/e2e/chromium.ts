import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';

type Environment = Readonly<Record<string, string | undefined>>;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What Chromium is started with here: nothing on the screen, and nothing that it does on its own account. */
export const chromiumArguments = [
  '--no-sandbox',
  '--headless=new',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

/**
 * Where Chromium is: what CHROMIUM names, else the first of the usual names on PATH; undefined when there is none. A CHROMIUM that names no
 * file is a RangeError, since whoever set it wanted the tests to run.
 */
export function chromiumPath(env: Environment = process.env): string | undefined {
  const named = env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new RangeError(`CHROMIUM: given ${named}, which is no file; allowed: a Chromium.`);
  }
  const places = (env.PATH ?? '').split(delimiter).filter((place) => place !== '');
  return names.flatMap((name) => places.map((place) => join(place, name))).find(existsSync);
}

/** Why nothing can be tried in a browser here; undefined when it can. */
export const whyNoChromium = (env: Environment = process.env): string | undefined =>
  chromiumPath(env) === undefined
    ? `there is no Chromium on this machine (looked for ${names.join(', ')} on PATH, and at CHROMIUM)`
    : undefined;

/** Starts Chromium. Close what comes back. */
export async function startChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(`Not started: ${whyNoChromium()}.`);
  return await chromium.launch({ executablePath, args: chromiumArguments });
}

/** Statements that only a browser can show. Without one they are passed over, and the reason is among the results. */
export function describeInChromium(name: string, statements: () => void): void {
  const why = whyNoChromium();
  describe(name, { timeout: 120_000 }, () => {
    if (why === undefined) statements();
    else it(`is not run: ${why}`, () => expect(why).not.toBe(''));
  });
}
