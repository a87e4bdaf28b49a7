import type { AnswerOf } from '../api/operation-types.ts';
import { type Resource, useResource } from '../api/use-resource.ts';

/** Where a working lies: in a run, or in a region's statement of a month, for those who may only read that. */
export type WorkingPlace =
  | { readonly run: string }
  | { readonly region: string; readonly year: number; readonly month: string };

export type WorkingAnswer = AnswerOf<'readWorking'>;
export type WorkingNode = WorkingAnswer['nodes'][number];

/** A step that makes its argument whole names it by key; three levels below are then the amounts that it comes from. */
const depth = 3;

/** Reads a node of a working with the levels below it, from wherever this person may read it. */
export function useWorking(place: WorkingPlace, working: string): Resource<WorkingAnswer> {
  const inRun = 'run' in place;
  const ofRun = useResource(
    'readWorking',
    { parameters: { run: inRun ? place.run : '', working }, query: { depth } },
    { when: inRun },
  );
  const ofStatement = useResource(
    'readStatementWorking',
    {
      parameters: inRun ? { region: '', year: '', month: '', working } : { ...place, working },
      query: { depth },
    },
    { when: !inRun },
  );
  return inRun ? ofRun : ofStatement;
}
