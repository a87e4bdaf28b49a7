import type { Definition } from './definition.ts';
import type { JournalLine } from './journal-line.ts';
import type { Json } from './json.ts';
import type { Block } from './strand.ts';
import type { GivenToken } from './tokens.ts';

/** What an execution was started with. */
export interface Start {
  readonly arn: string;
  readonly machine: string;
  readonly machineArn: string;
  readonly name: string;
  readonly definition: Definition;
  readonly input: Json;
  readonly at: string;
}

/** What a state may ask of the execution that it is part of. */
export interface Run {
  readonly start: Start;
  now(): string;
  /** Counts events of the history; throws `States.Runtime` when there are too many. */
  happened(events: number): void;
  /** The journalled line, if an earlier pass wrote it. */
  recall<K extends JournalLine['kind']>(
    kind: K,
    path: string,
  ): (JournalLine & { readonly kind: K }) | undefined;
  /** The journalled line, or a new one: `make` is only called when it is the execution's turn. */
  once<K extends JournalLine['kind']>(
    kind: K,
    path: string,
    make: () => JournalLine & { readonly kind: K; readonly path: string },
  ): Promise<JournalLine & { readonly kind: K }>;
  /** Goes on only when it is this execution's turn, and not after its end. */
  turn(): Promise<void>;
  /** Gives the turn back until the block is lifted. */
  park(block: Block): Promise<void>;
  /** Waits until an instant; in a replay an instant that has passed does not wait. */
  waitUntil(until: string): Promise<void>;
  /** In a replay: the instant at which what was waited for came. It decides whose turn is next. */
  cameAt(instant: string): void;
  invoke(functionArn: string, event: Json): Promise<Json>;
  /** The token for an attempt that has none yet. */
  tokenFor(path: string): string;
  giveToken(token: GivenToken): void;
  findToken(token: string): GivenToken | undefined;
}
