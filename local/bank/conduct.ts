/** What goes wrong with single payments, in per cent of them. One payment meets at most one of these. */
const ofPayments = ['reject', 'return', 'late'] as const;

/** What goes otherwise than smoothly, in per cent: of payments (`delay`), of files (the others). */
const besides = ['delay', 'refuse', 'duplicate', 'disorder', 'unknown', 'unreadable'] as const;

export const shares = [...ofPayments, ...besides] as const;

export type Share = (typeof shares)[number];

/** How often the bank does what, in per cent, and the seed that its choices are drawn by. */
export type Mix = { readonly [share in Share]: number } & {
  readonly seed: number;
};

/**
 * How the local bank behaves. `calm`: it books everything on the day. `troubled`: by a plan that shows everything that can happen.
 * A mix: by chance that is none, since the same seed gives the same year.
 */
export type Conduct = 'calm' | 'troubled' | Mix;

const ALLOWED = `calm, troubled, or per cent by name such as reject=3,return=5,delay=20,duplicate=10,seed=7; names: ${[...shares, 'seed'].join(', ')}; ${ofPayments.join(' + ')} at most 100`;

const isShare = (name: string): name is Share => (shares as readonly string[]).includes(name);

/** Reads what follows `--bank`. Refuses anything else with a RangeError that says what was given and what is allowed. */
export function parseConduct(text: string): Conduct {
  if (text === 'calm' || text === 'troubled') return text;
  const refused = () => new RangeError(`given "${text}", allowed: ${ALLOWED}.`);
  const given = new Map<Share | 'seed', number>();
  for (const part of text.split(',')) {
    const [, name = '', number = ''] = /^([a-z]+)=(\d{1,9})$/.exec(part) ?? [];
    if (!(isShare(name) || name === 'seed') || given.has(name)) throw refused();
    if (name !== 'seed' && Number(number) > 100) throw refused();
    given.set(name, Number(number));
  }
  const of = (name: Share | 'seed') => given.get(name) ?? 0;
  if (ofPayments.reduce((sum, name) => sum + of(name), 0) > 100) throw refused();
  const mix = Object.fromEntries(shares.map((name) => [name, of(name)])) as Record<Share, number>;
  return { ...mix, seed: of('seed') };
}

/** As it is written after `--bank`: what a run's records remember of it. Shares of nothing are left out. */
export function conductText(conduct: Conduct): string {
  if (typeof conduct === 'string') return conduct;
  const { seed } = conduct;
  const given = shares
    .filter((name) => conduct[name] > 0)
    .map((name) => `${name}=${conduct[name]}`);
  return [...given, `seed=${seed}`].join(',');
}
