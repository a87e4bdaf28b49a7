/**
 * What pages are made of. Pages import from here and from nowhere else in the console: then all of it lies in one file that is
 * fetched once, instead of in one for every set of pages that happens to share something.
 */

export { useApi } from './api/api-context.tsx';
export type { AnswerOf, BodyOf, OperationId, Place } from './api/operation-types.ts';
export { Problem } from './api/problem.ts';
export { useAction } from './api/use-action.ts';
export { type Resource, useResource } from './api/use-resource.ts';
export { ActionButton } from './components/action-button.tsx';
export { Alert } from './components/alert.tsx';
export { Amount } from './components/amount.tsx';
export { AmountButton } from './components/amount-button.tsx';
export { Chart } from './components/chart/chart.tsx';
export {
  type ChartBar,
  type ChartLimit,
  type ChartMonth,
  drawn,
} from './components/chart/chart-month.ts';
export { Citations } from './components/citations.tsx';
export { compareSek } from './components/compare-sek.ts';
export { ConfirmDialog } from './components/confirm-dialog.tsx';
export { type Column, DataTable } from './components/data-table.tsx';
export { type DocumentFormat, DownloadButton } from './components/download-button.tsx';
export { ErrorSummary } from './components/error-summary.tsx';
export { Facts } from './components/facts.tsx';
export { SelectField, TextArea, TextField } from './components/field.tsx';
export { errorAt, fieldId } from './components/field-id.ts';
export { Hash } from './components/hash.tsx';
export { HistoryList } from './components/history-list.tsx';
export { Icon, type IconName } from './components/icon.tsx';
export { Loaded } from './components/loaded.tsx';
export { Loading } from './components/loading.tsx';
export { PrintButton } from './components/print-button.tsx';
export { ProblemAlert } from './components/problem-alert.tsx';
export { AccountChanges } from './components/proposal/account-changes.tsx';
export { FilePayees } from './components/proposal/file-payees.tsx';
export { LinesTable } from './components/proposal/lines-table.tsx';
export { RestsOn } from './components/proposal/rests-on.tsx';
export { ActionProblem } from './components/run-actions/action-problem.tsx';
export { Approvals } from './components/run-actions/approvals.tsx';
export { ReasonField } from './components/run-actions/reason-field.tsx';
export { RunActions } from './components/run-actions/run-actions.tsx';
export type { Subject } from './components/run-actions/subject.ts';
export { runHref, useRunName } from './components/run-name.ts';
export { save } from './components/save.ts';
export {
  type RunState,
  RunStateTag,
  runStateNames,
  stateText,
  Tag,
  type Tone,
} from './components/tag.tsx';
export { usePinned } from './components/use-pinned.ts';
export { WhenSeen } from './components/when-seen.tsx';
export { Working } from './components/working.tsx';
export { type ShownWorking, WorkingDialog } from './components/working-dialog.tsx';
export type { WorkingPlace } from './components/working-place.ts';
export { YearChoice } from './components/year-choice.tsx';
export {
  agreementUnderWay,
  agreementYears,
  firstYear,
  yearsUntil,
  yearUnderWay,
} from './components/years.ts';
export { type Text, useText } from './i18n/language.tsx';
export { announce } from './shell/announce.ts';
export { type Me, mayCall, useMe } from './shell/me.tsx';
export { Page } from './shell/page.tsx';
export type { PageProps } from './shell/page-type.ts';
export { useRouter } from './shell/router.tsx';
export { useQuery } from './shell/use-query.ts';
