import { VerifyEvents } from './contract/steps.ts';
import { type AnchorPorts, anchorPorts } from './shared/anchor-ports.ts';
import { anchorNew } from './shared/anchoring.ts';
import { step } from './shared/step.ts';

/**
 * Every day: verifies what the record has beyond its last anchor, and that what was anchored still stands, and anchors what has come.
 *
 * It is told no time: on the same record it does the same again, nothing. Throws `RecordContradicts` with what was found.
 */
export async function run(_event: VerifyEvents, ports: AnchorPorts) {
  const { anchor } = await anchorNew(ports);
  return { anchor };
}

export const handler = step(VerifyEvents, run, anchorPorts);
