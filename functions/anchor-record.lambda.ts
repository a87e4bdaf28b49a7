import { CaseStep } from './contract/steps.ts';
import { type AnchorPorts, anchorPorts } from './shared/anchor-ports.ts';
import { anchorNew } from './shared/anchoring.ts';
import { step } from './shared/step.ts';

/**
 * State "Anchor the record", after each release: verifies what the record has beyond its last anchor and notes its heads where nobody can change them.
 *
 * The money has been ordered; whatever happens here neither stops it nor orders it again, since nothing is appended. A retry finds the
 * anchor of the first try, or adds another where the record has grown meanwhile: both are true.
 *
 * Throws `RecordContradicts` with what was found.
 */
export async function run({ case: id, now }: CaseStep, ports: AnchorPorts) {
  const { anchor } = await anchorNew(ports, now);
  return { case: id, anchor };
}

export const handler = step(CaseStep, run, anchorPorts);
