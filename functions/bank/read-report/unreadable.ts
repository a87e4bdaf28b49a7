import type { UnreadableCode } from '../../../core/bank/report-events.ts';
import { cut } from '../../shared/filled.ts';

/** Neutral of language: names of elements and types of ISO 20022, values, counts. */
export type UnreadableFacts = Readonly<Record<'where' | 'given' | 'allowed', string>>;

/** Why a file is no report that can be read: what was found where, and what is allowed there. */
export interface UnreadableReport {
  readonly code: UnreadableCode;
  readonly facts: UnreadableFacts;
}

/** A fact may name an element of the file, whose name can be as long as the file. */
const LONGEST_FACT = 300;

/** Thrown by the readers and caught where reading begins: the rest of the file is not looked at. */
export class Unreadable extends Error implements UnreadableReport {
  override readonly name = 'Unreadable';
  readonly code: UnreadableCode;
  readonly facts: UnreadableFacts;

  constructor(code: UnreadableCode, facts: UnreadableFacts) {
    const [where, given, allowed] = [facts.where, facts.given, facts.allowed].map((fact) =>
      cut(fact, LONGEST_FACT),
    ) as [string, string, string];
    super(`${code}: ${where}: ${given}; allowed: ${allowed}`);
    this.code = code;
    this.facts = { where, given, allowed };
  }
}

/** The file is one of another kind, or lacks something: `where` says where. */
export const incomplete = (where: string, given: string, allowed: string): Unreadable =>
  new Unreadable('incomplete', { where, given, allowed });

const LONGEST_SHOWN = 40;

/** A value of the file, as a sentence can show it. */
export const shownValue = (text: string): string => `"${cut(text, LONGEST_SHOWN)}"`;
