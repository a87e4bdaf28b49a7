import type { AnswerOf } from '../../api/operation-types.ts';

type Run = AnswerOf<'readRun'>;
export type ActionName = Run['actions'][number]['action'];
export type Right = Run['rights'][number];

/** What actions need to know of a run or a reconciliation. */
export interface Subject extends Pick<Run, 'run' | 'year' | 'state' | 'approvals' | 'actions'> {
  readonly rights: readonly Right[];
  readonly rejectionCodes: Run['rejectionCodes'];
  /** What is shown, and so what is approved or rejected; absent when there is none. */
  readonly proposal?: string | undefined;
  readonly totalSek?: string | undefined;
  readonly payDay?: string | undefined;
  readonly payees?: readonly { readonly payee: string; readonly name: string }[] | undefined;
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
