import type { Json } from './canonical.ts';

/** Turns text into 64 hex digits. Core makes the canonical text; the outside computes the hash. */
export type Sha256 = (text: string) => string;

/** One append-only stream: `RUN#2022` / `02`. The partition is kind and year; see docs/records.md. */
export interface StreamId {
  readonly partition: string;
  readonly name: string;
}

/** Where an event stands, or could. */
export interface Place {
  readonly stream: StreamId;
  readonly number: number;
}

/** An event as it stands in the record: its number in the stream, and the chain's two hashes. */
export interface Recorded<E = Json> {
  readonly stream: StreamId;
  /** From 1, without gaps. */
  readonly number: number;
  readonly event: E;
  /** Hash of the event before it in the stream; 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Thrown by `append` when somebody else has taken the number. The caller reads again and decides again. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
  constructor(stream: StreamId, number: number) {
    super(`Event ${number} of ${stream.partition}/${stream.name} is already written.`);
  }
}

/**
 * The record: streams that only ever grow. Reads are consistent: an event that was appended is seen by every later read.
 * Nothing can be changed or removed through this port.
 */
export interface Records {
  /** All events of a stream, from the first; an empty list when there is no such stream. */
  read<E extends Json>(stream: StreamId): Promise<readonly Recorded<E>[]>;
  /** Every stream of a partition whose name begins with `prefix`, by name. */
  readPartition<E extends Json>(
    partition: string,
    prefix?: string,
  ): Promise<ReadonlyMap<string, readonly Recorded<E>[]>>;
  /** Which of these places hold an event: whether streams have grown, without reading them. In the order asked. */
  has(places: readonly Place[]): Promise<readonly boolean[]>;
  /** Appends after `last` (undefined: as the first event). Throws `NumberTaken` when that place is no longer free. */
  append<E extends Json>(
    stream: StreamId,
    last: Recorded | undefined,
    event: E,
  ): Promise<Recorded<E>>;
}

/** Thrown by `put` when a file of that name is there already with other bytes. Nothing was changed. */
export class FileDiffers extends Error {
  override readonly name = 'FileDiffers';
  constructor(file: string) {
    super(`The file ${file} is already stored, with other bytes.`);
  }
}

/** Files by their names, written once: a file that is there is never changed or removed through this port. */
export interface Files {
  /** Stores a file, or finds it there, the same to the byte. Throws `FileDiffers` when it is another. */
  put(name: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** The bytes; undefined when there is no such file. Where others put files too, one name may have several versions. */
  read(name: string, version?: string): Promise<Uint8Array | undefined>;
}

/** Files whose names can be asked for: who looks for the newest does not know its name. */
export interface ListedFiles extends Files {
  /** The names of all files, ascending. */
  list(): Promise<readonly string[]>;
}
