/** Picks and makes things by chance that follows from a seed. */
export interface Chance {
  /** From 0 up to 1. */
  readonly next: () => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** True in that share of cases. */
  readonly in: (share: number) => boolean;
}

export function chanceFrom(next: () => number): Chance {
  return {
    next,
    one: <T>(of: readonly T[]): T => {
      if (of.length === 0) throw new RangeError('Nothing to pick from.');
      return of[Math.floor(next() * of.length)] as T;
    },
    in: (share) => next() < share,
  };
}

/** Texts that have broken other people's programs: controls, half letters, names of prototypes, queries, paths, the very long. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udc00x',
  '￿',
  'å̈',
  '‮gnirts',
  '😀'.repeat(50),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%2e%2e%2f',
  '%',
  '%E0%A4%A',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '$context.error.message',
  'payout-2021-13',
  'payout-9999-12',
  'opening-0000',
  'RUN#2021/03',
  'a#b',
  'NaN',
  '-0',
  '1e309',
  '9007199254740993',
  '00000000000000000001',
  '２０２１',
  'null',
  'x'.repeat(5000),
];

const oddScalars: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  2021.0000001,
  [],
  {},
  [[]],
  [null],
  { '': '' },
  { constructor: { prototype: {} } },
  { toString: 1 },
];

export const oddValue = (chance: Chance): unknown =>
  chance.in(0.5) ? chance.one(oddTexts) : chance.one(oddScalars);

/** Objects in objects, deeper than anybody's. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** The body with one thing changed: an entry of another type, gone, new, or deep. */
export function mutated(body: unknown, chance: Chance): unknown {
  if (typeof body !== 'object' || body === null) return oddValue(chance);
  if (Array.isArray(body)) {
    if (body.length === 0 || chance.in(0.3)) return [...body, oddValue(chance)];
    const at = Math.floor(chance.next() * body.length);
    return body.map((each, index) => (index === at ? mutated(each, chance) : each));
  }
  const entries = Object.entries(body);
  const [name] = entries.length > 0 ? chance.one(entries) : [''];
  const rest = Object.fromEntries(entries.filter(([other]) => other !== name));
  const kind = chance.next();
  if (kind < 0.15) return rest;
  if (kind < 0.3) return { ...body, [chance.one(oddTexts)]: oddValue(chance) };
  if (kind < 0.4) return { ...body, [name]: nested(chance.one([5, 19, 25, 200])) };
  if (kind < 0.6) return { ...body, [name]: mutated((body as never)[name], chance) };
  return { ...body, [name]: oddValue(chance) };
}

/** A body as it is sent: mostly JSON, now and then something that only looks like it. */
export function sentBody(
  body: unknown,
  chance: Chance,
): { body: string; isBase64Encoded: boolean } {
  const text = JSON.stringify(body) ?? '';
  const kind = chance.next();
  const plain = (odd: string) => ({ body: odd, isBase64Encoded: false });
  const bytes = (odd: Buffer) => ({ body: odd.toString('base64'), isBase64Encoded: true });
  if (kind < 0.85) return plain(text);
  if (kind < 0.87) return plain(text.slice(0, Math.floor(chance.next() * text.length)));
  if (kind < 0.89) return plain(`\ufeff${text}`);
  if (kind < 0.9) return plain('['.repeat(100_000));
  if (kind < 0.91) return plain(`{"__proto__":{"admin":true},"reason":"proto"}`);
  if (kind < 0.92) return plain(text.replace('{', '{"reason":"a","reason":"b",'));
  if (kind < 0.94) return bytes(Buffer.from(text, 'utf8'));
  if (kind < 0.95) return bytes(Buffer.from(text, 'utf16le'));
  if (kind < 0.96) return bytes(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]));
  if (kind < 0.97) return plain(JSON.stringify({ reason: 'x'.repeat(10_000) }));
  if (kind < 0.975) return plain(JSON.stringify({ reason: 'x'.repeat(2_600_000) }));
  if (kind < 0.985) return plain(`"${chance.one(oddTexts).replaceAll('"', '')}"`);
  return { body: text, isBase64Encoded: true };
}
