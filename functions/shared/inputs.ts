import type { Json } from '../../core/canonical.ts';
import { type InputContents, inputKey } from '../../core/inputs/contents.ts';
import type { InForce } from '../../core/inputs/facts.ts';
import {
  type InputEvent,
  type InputVersion,
  inForce,
  inputVersions,
} from '../../core/inputs/input-stream.ts';
import type { InputKind } from '../../core/inputs/kinds.ts';
import type { RestsOn } from '../../core/payment/events.ts';
import type { Records } from '../../core/ports.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import type { Watch } from '../contract/steps.ts';

/** The key of an input's content; contents were checked when they were registered. */
const keyOf = (kind: InputKind) => (content: Json) =>
  inputKey(kind, content as InputContents[typeof kind]);

/** Reads inputs, each stream once, and remembers which it was asked for: that is what a proposal rests on. */
export class Inputs {
  readonly #records: Records;
  readonly #read = new Map<string, Promise<ReadonlyMap<string, InputVersion>>>();
  readonly #lengths: Watch = {};
  readonly #used = new Map<string, InputVersion>();

  constructor(records: Records) {
    this.#records = records;
  }

  /** The versions in force, by key, of a kind that has keys; not marked as used until `use` names one. */
  async all<K extends InputKind>(kind: K, year: number): Promise<readonly InForce<K>[]> {
    return [...(await this.#stream(kind, year)).values()] as InForce<K>[];
  }

  /** The version in force; undefined when there is none yet. The caller's proposal rests on it. */
  async use<K extends InputKind>(kind: K, year: number, key = ''): Promise<InForce<K> | undefined> {
    const version = (await this.#stream(kind, year)).get(key) as InForce<K> | undefined;
    if (version) this.markUsed(version);
    return version;
  }

  markUsed(version: InputVersion): void {
    this.#used.set(`${version.stream} ${version.version}`, version);
  }

  /** Everything used so far, for the proposal. */
  restsOn(): readonly RestsOn[] {
    return [...this.#used.values()]
      .map(({ stream, version, event, hash, registeredBy }) => ({
        stream,
        version,
        event,
        hash,
        registeredBy,
      }))
      .sort((a, b) => (`${a.stream} ${a.version}` < `${b.stream} ${b.version}` ? -1 : 1));
  }

  /** How long each stream was that was looked at: a longer one is news. */
  watch(): Watch {
    return this.#lengths;
  }

  #stream(kind: InputKind, year: number): Promise<ReadonlyMap<string, InputVersion>> {
    const stream = inputStream(year, kind);
    const name = streamText(stream);
    const known = this.#read.get(name);
    if (known) return known;
    const reading = this.#records.read<InputEvent>(stream).then((events) => {
      this.#lengths[name] = events.length;
      return inForce(inputVersions(kind, events), keyOf(kind));
    });
    this.#read.set(name, reading);
    return reading;
  }
}

/**
 * Which of these versions are no longer the ones in force. A stream that has not grown since is not read; one that has may
 * have got a version of another key, so it is.
 */
export async function outdated(
  records: Records,
  inputs: Inputs,
  restsOn: readonly RestsOn[],
): Promise<readonly RestsOn[]> {
  const parts = restsOn.map((each) => ({ each, ...streamNamed(each.stream) }));
  const grown = await records.has(
    parts.map(({ each, stream }) => ({ stream, number: each.event + 1 })),
  );
  const checks = parts.map(async ({ each, kind, year }, index) => {
    if (!grown[index]) return [];
    const current = await inputs.all(kind, year);
    return current.some(({ version, hash }) => version === each.version && hash === each.hash)
      ? []
      : [each];
  });
  return (await Promise.all(checks)).flat();
}

/** `INPUT#2021/rebate-final` taken apart. */
function streamNamed(name: string) {
  const [partition = '', kind = ''] = name.split('/');
  const year = Number(partition.slice(partition.indexOf('#') + 1));
  return { stream: { partition, name: kind }, kind: kind as InputKind, year };
}
