/** Under this namespace CloudWatch keeps what the functions count; the dimension `service` names the deployment. */
export const METRICS_NAMESPACE = 'Statsbidrag';

/**
 * What the functions count for whoever watches, with its unit in CloudWatch. Alarms and the dashboard name the same constants.
 *
 * Numbers of things and moments only, never of whom or how much: a metric is a float that the account's every reader sees, and
 * kronor are neither. None has a dimension but the deployment, so each costs what one metric costs. What is counted is no evidence,
 * for a process may die before it has said it; evidence is the record.
 */
export const metrics = {
  /** Waits that nobody has answered: of people, inputs, the bank. Said every hour, so silence means that nobody looks. */
  RunsWaiting: 'Count',
  /** When the oldest of them began, in seconds since 1970. Unsaid when nothing waits. How old it is by now CloudWatch reckons. */
  OldestWaitSince: 'Seconds',
  /** The midnight that began the earliest pay day among the payouts that wait and are not released; unsaid when there is none. */
  EarliestUnpaidPayDay: 'Seconds',
  /** When the oldest wait for the bank's word on a payment began; unsaid when there is none. */
  BankSilentSince: 'Seconds',
  /** Cases that are due and open while their execution has ended without closing them: nobody goes on with them. */
  RunsStandingStill: 'Count',
  /** Payments in an order to the bank that was released: one per payee. */
  PaymentsReleased: 'Count',
  /** Appends that met another writer's. A few are two people at once; the later one decides again. */
  AppendsRefused: 'Count',
  /** What the record or a stored file says contradicts itself: `RecordContradicts`, `FileDiffers`. */
  RecordContradicts: 'Count',
  /** Sums that must be equal are not: `SumsDoNotHold`. */
  SumsDoNotHold: 'Count',
  /** An approved payment that no file can be made of: `PaymentFileImpossible`. */
  PaymentFileImpossible: 'Count',
  /** The record was held against its anchor, and everything held. */
  RecordVerified: 'Count',
  /** The record was held against its anchor, and something did not hold. */
  RecordNotVerified: 'Count',
  /** The record's heads could not be anchored after a release or a verification. */
  AnchoringFailed: 'Count',
} as const satisfies Readonly<Record<string, 'Count' | 'Seconds'>>;

export type MetricName = keyof typeof metrics;
