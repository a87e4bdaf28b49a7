/**
 * What the console's files are sent with, whoever sends them: CloudFront in AWS, the local server on loopback. The policy lets
 * no script, style or form act but the console's own files; a page that breaks it fails in the same way in both places.
 */
const unchanging = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** An origin as the policy writes it: scheme, host and port, nothing after it. */
const origin = /^https?:\/\/[^/\s;,'"]+$/;

/**
 * The content security policy.
 *
 * @param connectTo origins that the console speaks with besides its own: the issuer, the issuer's token endpoint, the API, where
 *   those lie elsewhere. Anything that is no origin is a RangeError, since a semicolon in it would write a policy of its own.
 */
export function contentSecurityPolicy(connectTo: readonly string[]): string {
  for (const given of connectTo) {
    if (!origin.test(given)) {
      throw new RangeError(
        `The console may connect to origins such as https://example.org: given ${JSON.stringify(given)}.`,
      );
    }
  }
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ['connect-src', "'self'", ...new Set(connectTo)].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Every security header of the console, by its name in small letters. */
export function consoleHeaders(connectTo: readonly string[]): Readonly<Record<string, string>> {
  return { 'content-security-policy': contentSecurityPolicy(connectTo), ...unchanging };
}

/**
 * How long a file of the console may be kept. Names under `assets/` carry the hash of their content, so those never change; the
 * page and the configuration are asked for each time.
 */
export function consoleCacheControl(path: string): string {
  return /^\/?assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Every kind of file that the console is built of. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

/** What a file of the console is sent as, by how its name ends. A file of another kind is a RangeError that names the known ones. */
export function consoleContentType(path: string): string {
  const type = contentTypes[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''];
  if (type !== undefined) return type;
  const known = Object.keys(contentTypes).join(', ');
  throw new RangeError(`${path} has no known type; known: ${known}.`);
}
