/**
 * What is wrong with a debtor, field by field, each with what is given and what is allowed: for whoever deploys, before anything is
 * deployed. The same check stops the preparation of a payment.
 */
export { faultText } from '../../core/bank/fault.ts';
export { debtorFaults } from '../../core/payment/debtor-faults.ts';
