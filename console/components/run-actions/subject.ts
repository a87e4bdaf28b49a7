import type { AnswerOf } from '../../api/operation-types.ts';

type Run = AnswerOf<'readRun'>;
/** What is done with a run as a whole. A payment that came back is resolved where it stands, each by itself. */
export type ActionName = Exclude<Run['actions'][number]['action'], 'resolve-return'>;
export type Right = Run['rights'][number];

/** What actions need to know of a run or a reconciliation. */
export interface Subject extends Pick<Run, 'run' | 'year' | 'state' | 'approvals' | 'actions'> {
  readonly rights: readonly Right[];
  readonly rejectionCodes: Run['rejectionCodes'];
  /** What is shown, and so what is approved or rejected: the hash of the page that was rendered; absent when there is none. */
  readonly proposal?: string | undefined;
  readonly totalSek?: string | undefined;
  readonly payDay?: string | undefined;
  readonly payees?: readonly { readonly payee: string; readonly name: string }[] | undefined;
  /** What is new about where the money goes. */
  readonly accounts?: AnswerOf<'readProposal'>['accounts'] | undefined;
  /** Inputs that are missing, by name. */
  readonly missing?: readonly { readonly need: string; readonly year: number }[];
  /** The order that the bank answers. */
  readonly messageId?: string | undefined;
}

/** What every dialog is given. */
export interface DialogProps {
  readonly subject: Subject;
  readonly action: ActionName;
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** The page shows what no longer holds. */
  readonly onStale: () => void;
}
