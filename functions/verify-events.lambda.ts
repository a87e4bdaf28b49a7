import { VerifyEvents } from './contract/steps.ts';
import { type AnchorPorts, anchorPorts } from './shared/anchor-ports.ts';
import { anchorEvents } from './shared/anchoring.ts';
import { step } from './shared/step.ts';

/**
 * Every day: verifies what happened, and what it rests on, against what was anchored of it, and anchors what has come since. What
 * is large and named by these events, documents, is left to "verify-record".
 *
 * It is told no time: on the same record it does the same again, nothing. Throws `RecordContradicts` with what was found.
 */
export const run = (_event: VerifyEvents, ports: AnchorPorts) => anchorEvents(ports);

export const handler = step(VerifyEvents, run, anchorPorts);
