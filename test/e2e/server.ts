import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CONSOLE_SCOPE, REQUISITIONS_SCOPE } from '../../functions/contract/api/roles.ts';
import { issuerKeys } from '../../local/issuer/keys.ts';
import { ISSUER_PATH } from '../../local/issuer/local-issuer.ts';
import { lifetimes, TokenMint } from '../../local/issuer/token-mint.ts';
import { type LocalOfficial, officialAs, SKR_MACHINE } from '../../local/officials/people.ts';
import { copyOf } from '../helpers/folders.ts';
import { preparedRecords, type Stage } from './prepared-records.ts';

const program = fileURLToPath(new URL('../../local/start.ts', import.meta.url));

/** How long a start may take on a machine that does much else, in milliseconds. */
const PATIENCE_MS = 90_000;

export interface ApiAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** `npm start` in a process of its own, with a year that goes on from a stage and waits for people. */
export class Server {
  /** `http://127.0.0.1:43127`; the console, the API and the issuer are there. */
  readonly origin: string;
  readonly records: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(origin: string, records: string, child: ChildProcess) {
    this.origin = origin;
    this.records = records;
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** Starts on a copy of the stage's records, and is there when it waits for a person, or when the year has ended. */
  static async at(stage: Stage): Promise<Server> {
    const records = copyOf(await preparedRecords(stage));
    const args = ['--port', '0', '--approve', 'console', '--records', records];
    if (stage.inputs !== undefined) args.push('--inputs', stage.inputs);
    if (stage.bank !== undefined) args.push('--bank', stage.bank);
    const child = spawn(process.execPath, [program, ...args]);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part;
      });
    const patience = performance.now() + PATIENCE_MS;
    for (;;) {
      const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      // Only the whole year has a head hash printed below it.
      if (origin && /^\d{4}-\d{2} {2}waits|^head hash/m.test(said))
        return new Server(origin, records, child);
      if (child.exitCode !== null || performance.now() > patience) {
        child.kill('SIGKILL');
        throw new Error(`npm start ${args.join(' ')} did not come to wait for anybody:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** A bearer token, as `npm run token -- --as …` prints it, good for as long as any test. */
  async token(as: string | LocalOfficial): Promise<string> {
    const { now } = (await (await fetch(`${this.origin}${ISSUER_PATH}/time`)).json()) as {
      now: string;
    };
    const mint = new TokenMint(`${this.origin}${ISSUER_PATH}`, await issuerKeys());
    const moment = { at: now, signedInAt: now, lives: lifetimes.long };
    if (as === SKR_MACHINE) return await mint.machineToken(moment, REQUISITIONS_SCOPE);
    const who = typeof as === 'string' ? officialAs(as) : as;
    if (who === undefined) throw new RangeError(`Nobody is called ${as} here.`);
    return await mint.accessToken(who, moment, CONSOLE_SCOPE);
  }

  /** Sends a request to the API; the answer's body is read. A POST has a new Idempotency-Key unless one is given. */
  async api(
    as: string | LocalOfficial,
    path: string,
    body?: unknown,
    key: string = randomUUID(),
  ): Promise<ApiAnswer> {
    const answer = await fetch(`${this.origin}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await this.token(as)}`,
        'accept-language': 'sv',
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  /** Ends the process as Ctrl-C does. */
  async stop(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.#ended;
  }
}
