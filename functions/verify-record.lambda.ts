import { VerifyRecord } from './contract/steps.ts';
import { type WholePorts, wholePorts } from './shared/anchor-ports.ts';
import { anchorRecord } from './shared/anchoring.ts';
import { step } from './shared/step.ts';

/**
 * Once a week: verifies the whole record, of every year, against what was anchored of it and against the files that left and came, and
 * anchors its heads. So everything is looked at also where nothing new refers to it, and something is anchored before the first release.
 *
 * Throws `RecordContradicts` with what was found.
 */
export const run = ({ scheduledTime }: VerifyRecord, ports: WholePorts) =>
  anchorRecord(ports, scheduledTime);

export const handler = step(VerifyRecord, run, wholePorts);
