import { synthesize } from '../../../infra/synthesize.ts';
import { readInputs } from '../../../local/inputs/read-inputs.ts';
import { issuerKeys } from '../../../local/issuer/keys.ts';
import { ISSUER_PATH } from '../../../local/issuer/local-issuer.ts';
import { TokenMint } from '../../../local/issuer/token-mint.ts';
import { askedIn } from '../../../local/officials/asked.ts';
import { officialAs } from '../../../local/officials/people.ts';
import { LoopbackServer } from '../../../local/serving/loopback-server.ts';
import { LiveYear } from '../../../local/year/live-year.ts';
import type { YearRun } from '../../../local/year/year-run.ts';
import { inputsDirectory } from '../../fixtures/inputs-directory.ts';

/** A year that is served, and what it said meanwhile. */
export class Live {
  readonly year: LiveYear;
  readonly server: LoopbackServer;
  /** Every month that is over. */
  readonly months: string[];
  readonly #waitings: string[];
  #seen = 0;

  private constructor(
    year: LiveYear,
    server: LoopbackServer,
    months: string[],
    waitings: string[],
  ) {
    this.year = year;
    this.server = server;
    this.months = months;
    this.#waitings = waitings;
  }

  static async open(records: string, more: Partial<YearRun> = {}): Promise<Live> {
    const { assembly } = await synthesize();
    const inputs = await readInputs(inputsDirectory());
    const server = await LoopbackServer.listen(0);
    const months: string[] = [];
    const waitings: string[] = [];
    const run: YearRun = {
      ...{ inputs, assembly, records, approve: 'console', until: null },
      onMonth: (month) => months.push(month),
      onWaiting: (waiting) => waitings.push(waiting.map(({ what }) => what).join(', ')),
      ...more,
    };
    return new Live(await LiveYear.open(run, server, null), server, months, waitings);
  }

  /** What waits for people when the clock stands still the next time. */
  async nextWaiting(): Promise<string> {
    const patience = performance.now() + 20_000;
    while (this.#waitings.length <= this.#seen) {
      if (performance.now() > patience) throw new Error('Nothing came to wait for a person.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.#waitings[this.#seen++] ?? '';
  }

  /** The hash of what a case asks approval for. */
  proposalOf(run: string): string {
    const asked = this.year.cloud.waits().map(({ payload }) => askedIn(payload));
    return asked.find((each) => each.case === run && each.purpose === 'approval')?.proposal ?? '';
  }

  /** Somebody's request over HTTP, with a token of the moment. */
  async ask(as: string, method: string, path: string, body?: unknown): Promise<Answered> {
    const mint = new TokenMint(`${this.server.origin}${ISSUER_PATH}`, await issuerKeys());
    const who = officialAs(as);
    if (who === undefined) throw new RangeError(`Nobody is called ${as}.`);
    const at = this.year.cloud.now();
    const token = await mint.accessToken(who, { at, signedInAt: at }, 'openid');
    const answer = await fetch(`${this.server.origin}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && {
          'content-type': 'application/json',
          'idempotency-key': `${as} ${path} ${JSON.stringify(body)}`
            .replaceAll(/\W/g, '')
            .slice(-100),
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, content: (await answer.json()) as Answered['content'] };
  }

  approve(as: string, run: string, right: 'attest' | 'order'): Promise<Answered> {
    return this.ask(as, 'POST', `/runs/${run}/approvals`, {
      right,
      proposal: this.proposalOf(run),
    });
  }

  async bothApprove(run: string): Promise<void> {
    for (const [as, right] of [
      ['attestant', 'attest'],
      ['utanordnare', 'order'],
    ] as const) {
      const { status, content } = await this.approve(as, run, right);
      if (status !== 200) throw new Error(`${as}: ${JSON.stringify(content)}`);
    }
  }

  async close(): Promise<void> {
    await this.year.close();
    await this.server.close();
  }
}

export interface Answered {
  readonly status: number;
  readonly content: Readonly<Record<string, string>>;
}
