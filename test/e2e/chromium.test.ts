import { describe, expect, it } from 'vitest';
import { chromiumPath, whyNoChromium } from './chromium.ts';

describe('Looking for Chromium', () => {
  it('says where it looked when there is none', () => {
    expect(whyNoChromium({ PATH: '/nowhere' })).toMatch(
      /^there is no Chromium on this machine \(looked for chromium, .* on PATH, and at CHROMIUM\)$/,
    );
  });

  it('takes the one that CHROMIUM names', () => {
    expect(chromiumPath({ CHROMIUM: process.execPath, PATH: '' })).toBe(process.execPath);
  });

  it('refuses a CHROMIUM that is not there, instead of passing the tests over', () => {
    expect(() => chromiumPath({ CHROMIUM: '/nowhere/chromium' })).toThrow(
      'CHROMIUM: given /nowhere/chromium, which is no file; allowed: a Chromium.',
    );
  });
});
