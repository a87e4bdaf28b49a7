import type { UnreadableCode } from '../../../core/bank/report-events.ts';

/** Neutral of language: names of elements and types of ISO 20022, values, counts. */
export type UnreadableFacts = Readonly<Record<'where' | 'given' | 'allowed', string>>;

/** Why a file is no report that can be read: what was found where, and what is allowed there. */
export interface UnreadableReport {
  readonly code: UnreadableCode;
  readonly facts: UnreadableFacts;
}

/** Thrown by the readers and caught where reading begins: the rest of the file is not looked at. */
export class Unreadable extends Error implements UnreadableReport {
  override readonly name = 'Unreadable';
  readonly code: UnreadableCode;
  readonly facts: UnreadableFacts;

  constructor(code: UnreadableCode, facts: UnreadableFacts) {
    super(`${code}: ${facts.where}: ${facts.given}; allowed: ${facts.allowed}`);
    this.code = code;
    this.facts = facts;
  }
}

/** The file is one of another kind, or lacks something: `where` says where. */
export const incomplete = (where: string, given: string, allowed: string): Unreadable =>
  new Unreadable('incomplete', { where, given, allowed });

const LONGEST_SHOWN = 40;

/** A value of the file, as a sentence can show it. */
export const shownValue = (text: string): string =>
  `"${text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`}"`;
