import { canonical } from '../../core/canonical.ts';
import { type InputFile, inputFiles } from './input-files.ts';
import { Problems } from './problems.ts';
import { registrations } from './registrations.ts';
import type { YearInputs } from './year-inputs.ts';

/** No item of the record is above 100 kB; an input leaves room for who registered it and when. */
const MOST_BYTES = 90_000;

/** Notes a file whose content would not fit in the record. Found here, before anything is written, and not on its day. */
export function refuseTooLarge(inputs: YearInputs): Problems[] {
  return registrations(inputs).flatMap(({ kind, content, document }) => {
    const bytes = Buffer.byteLength(canonical(content));
    if (bytes <= MOST_BYTES || !isInputFile(document)) return [];
    const problems = new Problems(document);
    problems.note(null, `given ${bytes} bytes of ${kind} as JSON, allowed: ${MOST_BYTES}`);
    return problems;
  });
}

const isInputFile = (name: string): name is InputFile =>
  (inputFiles as readonly string[]).includes(name);
