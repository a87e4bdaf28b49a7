import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { LocalCloud, OpenWait } from '../../../local/cloud/local-cloud.ts';

/** As much of a cloud as the bank uses: files in memory, and what waits for its report. */
export class BankCloud {
  readonly reports: string[] = [];
  readonly files = new Map<string, string>();
  #waits: OpenWait[] = [];
  readonly #finished = new Set<string>();

  /** Whether a put fails after the file is there: as when the process dies before it has noted what it did. */
  diesAfterPut = false;

  /** A workflow has sent a file and waits for the bank. */
  sends(id: string, name: string, text: string, since: Instant): void {
    this.files.set(name, text);
    const payload = { case: id, purpose: 'bank' };
    const wait = { token: id, execution: id, stateMachine: '', state: '', payload, since };
    this.#waits = [...this.#waits, wait];
  }

  /** Nobody waits for the bank any more. */
  closesAll(): void {
    this.#waits = [];
  }

  as(): LocalCloud {
    const part: Pick<LocalCloud, 'waits' | 'done' | 'once' | 'putObject' | 'readObject'> = {
      waits: () => this.#waits,
      done: (id) => this.#finished.has(id),
      once: async (id, act) => {
        if (this.#finished.has(id)) return;
        await act();
        this.#finished.add(id);
      },
      putObject: async (_bucket, name) => {
        this.reports.push(name);
        if (this.diesAfterPut) throw new Error('killed');
      },
      readObject: async (_bucket, name) => {
        const text = this.files.get(name);
        return text === undefined ? undefined : new TextEncoder().encode(text);
      },
    };
    return part as LocalCloud;
  }
}
