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
import { changeable, outdatedAmong } from '../../core/inputs/outdated.ts';
import type { RestsOn } from '../../core/payment/events.ts';
import type { PaymentProposal } from '../../core/payment/proposal.ts';
import type { Records } from '../../core/ports.ts';
import { inputStream, streamText } from '../../core/record/case-id.ts';
import { RECORD_CONTRADICTS } from '../contract/errors.ts';
import type { Watch } from '../contract/steps.ts';
import { namedError } from './errors.ts';

/** The key of an input's content; contents were checked when they were registered. */
const keyOf = (kind: InputKind) => (content: Json) =>
  inputKey(kind, content as InputContents[typeof kind]);

const nameOf = ({ stream, version }: Pick<RestsOn, 'stream' | 'version'>) => `${stream} ${version}`;

const restingOn = ({ stream, version, event, hash, registeredBy }: InputVersion): RestsOn => ({
  stream,
  version,
  event,
  hash,
  registeredBy,
});

/** Reads inputs, each stream once, and remembers which it was asked for: that is what a proposal rests on. */
export class Inputs {
  readonly #records: Records;
  readonly #read = new Map<string, Promise<readonly InputVersion[]>>();
  readonly #lengths: Watch = {};
  readonly #used = new Map<string, InputVersion>();
  readonly #paid = new Map<string, InputVersion>();

  constructor(records: Records) {
    this.#records = records;
  }

  /** The versions in force, by key, of a kind that has keys; not marked as used until `use` names one. */
  async all<K extends InputKind>(kind: K, year: number): Promise<readonly InForce<K>[]> {
    return [...(await this.#inForce(kind, year)).values()] as InForce<K>[];
  }

  /** The version in force; undefined when there is none yet. The caller's proposal rests on it. */
  async use<K extends InputKind>(kind: K, year: number, key = ''): Promise<InForce<K> | undefined> {
    const version = (await this.#inForce(kind, year)).get(key) as InForce<K> | undefined;
    if (version) this.markUsed(version);
    return version;
  }

  markUsed(version: InputVersion): void {
    this.#used.set(nameOf(version), version);
  }

  /**
   * The version of an input that a released payment was made from, whatever versions came later. The caller's proposal rests on it as
   * on what was paid. Refuses, with `RecordContradicts`, a payment that rests on no such input, or on one that the record does not hold.
   */
  async paidBy<K extends InputKind>(
    kind: K,
    year: number,
    { case: id, restsOn }: Pick<PaymentProposal, 'case' | 'restsOn'>,
  ): Promise<InForce<K>> {
    const stream = streamText(inputStream(year, kind));
    const rested = restsOn.find((each) => each.stream === stream);
    const versions = await this.versions(kind, year);
    const found = versions.find(({ version }) => version === rested?.version);
    if (!found || found.hash !== rested?.hash)
      throw namedError(
        RECORD_CONTRADICTS,
        `${id} was paid by a version of ${stream} that the record does not hold.`,
        { case: id, stream },
      );
    this.#paid.set(nameOf(found), found);
    return found as InForce<K>;
  }

  /** Everything used so far, for the proposal. */
  restsOn(): readonly RestsOn[] {
    const paid = [...this.#paid].filter(([name]) => !this.#used.has(name));
    return [
      ...[...this.#used.values()].map(restingOn),
      ...paid.map(([, version]) => ({ ...restingOn(version), asPaid: true as const })),
    ].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }

  /** How long each stream was that was looked at: a longer one is news. */
  watch(): Watch {
    return this.#lengths;
  }

  async #inForce(kind: InputKind, year: number): Promise<ReadonlyMap<string, InputVersion>> {
    return inForce(await this.versions(kind, year), keyOf(kind));
  }

  /** Every version of an input, the oldest first; those that do not count among them. */
  versions(kind: InputKind, year: number): Promise<readonly InputVersion[]> {
    const stream = inputStream(year, kind);
    const name = streamText(stream);
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const reading = this.#records.read<InputEvent>(stream).then((events) => {
      this.#lengths[name] = events.length;
      return inputVersions(kind, events);
    });
    this.#read.set(name, reading);
    return reading;
  }
}

/**
 * Which of these versions are no longer the ones in force. A stream that has not grown since is not read; one that has may
 * have got a version of another key, so it is. What rests on a version as paid is never outdated.
 */
export async function outdated(
  records: Records,
  inputs: Inputs,
  restsOn: readonly RestsOn[],
): Promise<readonly RestsOn[]> {
  const parts = changeable(restsOn).map((each) => ({ each, ...streamNamed(each.stream) }));
  const grown = await records.has(
    parts.map(({ each, stream }) => ({ stream, number: each.event + 1 })),
  );
  const read = parts.map(async ({ each, kind, year }, index) =>
    grown[index] ? [[each.stream, await inputs.versions(kind, year)] as const] : [],
  );
  const versions = new Map((await Promise.all(read)).flat());
  return outdatedAmong(restsOn, (stream) => versions.get(stream));
}

/** `INPUT#2021/rebate-final` taken apart. */
function streamNamed(name: string) {
  const [partition = '', kind = ''] = name.split('/');
  const year = Number(partition.slice(partition.indexOf('#') + 1));
  return { stream: { partition, name: kind }, kind: kind as InputKind, year };
}
