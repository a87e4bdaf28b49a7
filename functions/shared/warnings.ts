/**
 * What both approvers are told before they approve. A warning is a sentence in the proposal: part of what is hashed and signed.
 */
export const creditTaken = (year: number, by: string, left: string): string =>
  `takes ${by} kronor of the credit of ${year}; ${left} are left`;

/** Whether the approvers were told that the payment goes into the appropriation's credit. */
export const warnsOfCredit = (warnings: readonly string[]): boolean =>
  warnings.some((words) => / kronor of the credit of \d{4}; /.test(words));

/**
 * A requisition may name another account than the one that two people have confirmed. The money goes to the confirmed one; a
 * person decides whether that is right.
 */
export const otherAccount = (named: string, confirmed: string): string =>
  `the requisition names ${named}; it is paid to the confirmed ${confirmed}`;

/** A payment that came back may go to the same account again, when the payee says that the account holds. */
export const sameAccount = (account: string, code: string): string =>
  `it goes to ${account} again, from which it came back with ${code}`;
