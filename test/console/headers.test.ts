import { describe, expect, it } from 'vitest';
import {
  consoleCacheControl,
  consoleHeaders,
  contentSecurityPolicy,
} from '../../functions/contract/console-headers.ts';

describe('the headers of the console', () => {
  it('let nothing act but its own files, and connect to itself and to whom it is told', () => {
    expect(contentSecurityPolicy(['https://issuer.example', 'https://issuer.example'])).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https://issuer.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it.each(["'unsafe-inline'", 'https://a.example; script-src *', 'https://a.example/x', '*', ''])(
    'refuse %j, which is no origin',
    (given) => expect(() => contentSecurityPolicy([given])).toThrow(RangeError),
  );

  it('are all there', () => {
    expect(Object.keys(consoleHeaders([])).sort()).toEqual([
      'content-security-policy',
      'cross-origin-embedder-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'permissions-policy',
      'referrer-policy',
      'strict-transport-security',
      'x-content-type-options',
    ]);
  });

  it('keep forever what is named by its content, and nothing else', () => {
    expect(consoleCacheControl('/assets/console-ABCDEFGH.js')).toContain('immutable');
    expect(consoleCacheControl('/index.html')).toBe('no-cache');
    expect(consoleCacheControl('/console-config.json')).toBe('no-cache');
  });
});
