import type { AnswerOf } from '../api/operation-types.ts';
import { type Resource, useResource } from '../api/use-resource.ts';

/** Where a working lies: in a run, or in a region's statement of a month, for those who may only read that. */
export type WorkingPlace =
  | { readonly run: string }
  | { readonly region: string; readonly year: number; readonly month: string };

export type WorkingAnswer = AnswerOf<'readWorking'>;
export type WorkingNode = WorkingAnswer['nodes'][number];
export type WorkingRows = NonNullable<WorkingAnswer['rows']>;
export type Quotes = WorkingAnswer['quotes'];

/** A step that makes its argument whole names it by key; three levels below are then the amounts that it comes from. */
const depth = 3;

/** All of a working, as the documents print it: nothing below the node itself is then asked for besides. */
const all = { depth: 0, whole: 'true' } as const;

/** Reads a node of a working with the levels below it, or with all of it, from wherever this person may read it. */
export function useWorking(
  place: WorkingPlace,
  working: string,
  { whole = false, when = true }: { readonly whole?: boolean; readonly when?: boolean } = {},
): Resource<WorkingAnswer> {
  const inRun = 'run' in place;
  const query = whole ? all : { depth };
  const ofRun = useResource(
    'readWorking',
    { parameters: { run: inRun ? place.run : '', working }, query },
    { when: when && inRun },
  );
  const ofStatement = useResource(
    'readStatementWorking',
    {
      parameters: inRun ? { region: '', year: '', month: '', working } : { ...place, working },
      query,
    },
    { when: when && !inRun },
  );
  return inRun ? ofRun : ofStatement;
}
