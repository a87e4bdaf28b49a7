import { VerifyEvents } from './contract/steps.ts';
import { type AnchorPorts, anchorPorts } from './shared/anchor-ports.ts';
import { anchorNew } from './shared/anchoring.ts';
import { step } from './shared/step.ts';

/**
 * Every day: verifies what the record has beyond its last anchor, and that what was anchored still stands, and anchors what has come.
 * Throws `RecordContradicts` with what was found.
 */
export async function run({ scheduledTime }: VerifyEvents, ports: AnchorPorts) {
  const { anchor } = await anchorNew(ports, scheduledTime);
  return { anchor };
}

export const handler = step(VerifyEvents, run, anchorPorts);
