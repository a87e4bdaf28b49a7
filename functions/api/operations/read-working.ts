import type { Records } from '../../../core/ports.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { usualDepth, workingTree } from '../views/workings.ts';

/** How an amount came about, from the record: the node, and as many levels below it as asked for. */
export const readWorking = (
  {
    language,
    parameters: { run, working },
    query: { depth = usualDepth, whole },
  }: RequestOf<'readWorking'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'readWorking'>> =>
  workingTree(records, run, working, depth, language, whole === 'true');
