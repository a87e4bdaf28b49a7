import { FileDiffers, type ListedFiles } from '../../core/ports.ts';

/** One use of the files by the code under test, as a hook sees it. */
export interface FileUse {
  readonly operation: 'put' | 'read' | 'list';
  /** Before it is done, or after it was done and before the answer arrives. */
  readonly moment: 'before' | 'after';
  readonly name: string;
}

/** Told of every use of the files, before and after it. What it throws reaches the code under test. */
export type FileHook = (use: FileUse) => Promise<void> | void;

/**
 * Files in memory, for tests of what stands on the port. A name is taken once: the same bytes find themselves there, others are
 * refused. What is handed out is a copy, so nobody can change what was stored.
 */
export class MemoryFiles implements ListedFiles {
  readonly #files: Map<string, Uint8Array>;
  readonly #mediaTypes: Map<string, string>;
  #hook: FileHook | undefined;

  constructor(
    files: ReadonlyMap<string, Uint8Array> = new Map(),
    mediaTypes: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#files = new Map([...files].map(([name, bytes]) => [name, bytes.slice()]));
    this.#mediaTypes = new Map(mediaTypes);
  }

  /** Other files with the same names and bytes, which go their own way. */
  copy(): MemoryFiles {
    return new MemoryFiles(this.#files, this.#mediaTypes);
  }

  /** Interrupts whoever uses the files from now on. */
  interrupt(hook: FileHook | undefined): void {
    this.#hook = hook;
  }

  /** The names, in order. */
  names(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  list(): Promise<readonly string[]> {
    return this.#used('list', '', () => this.names());
  }

  /** Takes a file away, as nobody can from a bucket whose files are locked. */
  remove(name: string): void {
    this.#files.delete(name);
  }

  /** A file's bytes as text; undefined when there is no such file. */
  text(name: string): string | undefined {
    const bytes = this.#files.get(name);
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  }

  mediaType(name: string): string | undefined {
    return this.#mediaTypes.get(name);
  }

  /** Puts other bytes into a file, or a new one, as somebody could who writes around the port. */
  tamper(name: string, bytes: Uint8Array): void {
    this.#files.set(name, bytes.slice());
  }

  put(name: string, bytes: Uint8Array, mediaType: string): Promise<void> {
    return this.#used('put', name, () => {
      const there = this.#files.get(name);
      if (there && Buffer.compare(there, bytes) !== 0) throw new FileDiffers(name);
      if (there) return;
      this.#files.set(name, bytes.slice());
      this.#mediaTypes.set(name, mediaType);
    });
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.#used('read', name, () => this.#files.get(name)?.slice());
  }

  async #used<T>(operation: FileUse['operation'], name: string, act: () => T): Promise<T> {
    await this.#hook?.({ operation, moment: 'before', name });
    const answer = act();
    await this.#hook?.({ operation, moment: 'after', name });
    return answer;
  }
}
