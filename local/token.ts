import { parseArgs } from 'node:util';
import { CONSOLE_SCOPE, REQUISITIONS_SCOPE } from '../functions/contract/api/roles.ts';
import { issuerKeys } from './issuer/keys.ts';
import { ISSUER_PATH } from './issuer/local-issuer.ts';
import { lifetimes, TokenMint } from './issuer/token-mint.ts';
import { localOfficials, officialAs, SKR_MACHINE } from './officials/people.ts';
import { portOf } from './options.ts';
import { runCommand } from './run-command.ts';
import { servingNow } from './serving/serving-note.ts';

/** `npm run token` cannot be done as asked; the message says why and what is allowed. */
class TokenRefused extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

const usage = `Prints an access token for one of the local people, for the server that npm start runs.

  npm run -s token -- --as WHO [--port N]

  --as WHO   ${[SKR_MACHINE, ...localOfficials.map(({ as }) => as)].join(', ')}
  --port N   where the server is (default: where the last one was started)
`;

/** The command line of `npm run token`. */
function optionsOf(args: readonly string[]): { as: string; port: number | undefined } | 'help' {
  const types = {
    as: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, tokens } = parseArgs({
    args: [...args],
    options: types,
    strict: false,
    tokens: true,
  });
  for (const token of tokens)
    if (token.kind !== 'option' || !Object.hasOwn(types, token.name))
      throw new TokenRefused(
        `Given: ${args.join(' ')}. Allowed: --as WHO, --port N.\n\n${usage}`,
        2,
      );
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  if (new Set(names).size < names.length)
    throw new TokenRefused(`Given: ${args.join(' ')}. Allowed: each option once.\n\n${usage}`, 2);
  if (values.help) return 'help';
  const { as, port } = values;
  const known = as === SKR_MACHINE || officialAs(String(as)) !== undefined;
  if (typeof as !== 'string' || !known)
    throw new TokenRefused(
      `--as: given ${typeof as === 'string' ? `"${as}"` : 'nothing'}, allowed: ${[SKR_MACHINE, ...localOfficials.map((each) => each.as)].join(', ')}.`,
      2,
    );
  return { as, port: port === undefined ? undefined : portOf(String(port)) };
}

/** The simulated time of the server, which a token's own times go by. Refuses when no server answers. */
async function timeOf(origin: string): Promise<string> {
  try {
    const answer = await fetch(`${origin}${ISSUER_PATH}/time`, {
      signal: AbortSignal.timeout(10_000),
    });
    const { now } = (await answer.json()) as { now: string };
    return new Date(now).toISOString();
  } catch {
    throw new TokenRefused(`No server answers at ${origin}. Start one with npm start.`, 1);
  }
}

/** Signs the token as the server would: with the keys that both read, for its issuer, at its time. */
async function token(as: string, port: number | undefined): Promise<string> {
  const origin = port === undefined ? servingNow()?.origin : `http://127.0.0.1:${port}`;
  if (origin === undefined) throw new TokenRefused('No server runs. Start one with npm start.', 1);
  const at = await timeOf(origin);
  const mint = new TokenMint(`${origin}${ISSUER_PATH}`, await issuerKeys());
  const moment = { at, signedInAt: at, lives: lifetimes.long };
  const who = officialAs(as);
  return who === undefined
    ? mint.machineToken(moment, REQUISITIONS_SCOPE)
    : mint.accessToken(who, moment, CONSOLE_SCOPE);
}

await runCommand(async () => {
  const options = optionsOf(process.argv.slice(2));
  if (options === 'help') process.stderr.write(usage);
  else process.stdout.write(`${await token(options.as, options.port)}\n`);
  return 0;
});
