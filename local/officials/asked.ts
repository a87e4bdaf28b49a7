import { type CaseId, parseCaseId } from '../../core/record/case-id.ts';

/** What a wait is for: the payload that the asking function was given. */
export interface Asked {
  readonly case: CaseId;
  readonly purpose: string;
  readonly proposal?: string;
  /** What is missing, by name; empty when a person is waited for. */
  readonly needs: readonly string[];
}

/** Reads the payload of an open wait. Every wait of the workflows names its case and purpose; others are a mistake. */
export function askedIn(payload: unknown): Asked {
  const { case: id, purpose, proposal, needs } = payload as Record<string, unknown>;
  if (typeof id !== 'string' || typeof purpose !== 'string')
    throw new RangeError(`A wait without case and purpose: ${JSON.stringify(payload)}.`);
  return {
    case: parseCaseId(id),
    purpose,
    ...(typeof proposal === 'string' && { proposal }),
    needs: Array.isArray(needs) ? needs.map(String) : [],
  };
}
