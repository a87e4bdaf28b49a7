import type { actions as source } from '../sv/actions.ts';

export const actions = {
  'approvals.title': 'Decision',
  'approvals.waiting': 'Waiting',
  'approvals.given': '{name}, {at}',
  'right.attest': 'Attest',
  'right.order': 'Payment order',
  'right.sign-state': 'Signature for the State',
  'right.sign-skr': 'Signature for SKR',
  'right.attest.who': 'An attester',
  'right.order.who': 'A payment orderer, another person',
  'right.sign-state.who': 'An attester, for the State',
  'right.sign-skr.who': 'The signatory, for SKR',

  'actions.more': 'More that can be done',
  'actions.closed': 'What can be done',
  'action.attest': 'Attest',
  'action.order': 'Order payment',
  'action.sign-state': 'Sign for the State',
  'action.sign-skr': 'Sign for SKR',
  'action.reject': 'Reject',
  'action.withdraw': 'Withdraw my approval',
  'action.go-without': 'Pay without what is missing',
  'action.prepare-again': 'Prepare again',
  'action.request-close': 'Close without payment',
  'action.report-bank': "Register the bank's answer",

  'done.attest': 'You have attested the proposal.',
  'done.order': 'You have ordered the payment.',
  'done.sign-state': 'You have signed the reconciliation for the State.',
  'done.sign-skr': 'You have signed the reconciliation for SKR.',
  'done.reject': 'You have rejected the proposal.',
  'done.withdraw': 'You have withdrawn your approval.',
  'done.go-without':
    'You have decided that the month is paid without what is missing. The lines stay due.',
  'done.prepare-again': 'You have asked for a new proposal.',
  'done.request-close':
    'You have asked for the run to be closed without payment. The lines stay due.',
  'done.report-bank': "You have registered the bank's answer.",

  'approve.attest.title': 'Attest the proposal?',
  'approve.order.title': 'Order the payment?',
  'approve.sign-state.title': 'Sign the reconciliation for the State?',
  'approve.sign-skr.title': 'Sign the reconciliation for SKR?',
  'approve.lead':
    'You approve exactly the content that has the hash below. If anything changes it has to be approved again.',
  'approve.hash': 'Hash',
  'approve.total': 'Total',
  'approve.pay-day': 'Pay day',
  'approve.payees': 'Payees',

  'reject.title': 'Reject the proposal?',
  'reject.lead': 'The proposal goes back to the case officer with your reason.',
  'withdraw.title': 'Withdraw your approval?',
  'withdraw.lead':
    'The proposal then has to be approved again. This can be done until something is sent to the bank.',
  'go-without.title': 'Pay the month without what is missing?',
  'go-without.lead':
    'The lines that need the input are not paid now. They stay due and are paid when the input is there. Two people approve the proposal as usual.',
  'go-without.needs': 'What the month is to go without',
  'prepare-again.title': 'Prepare a new proposal?',
  'prepare-again.lead': 'The proposal is made anew from the inputs that hold now.',
  'request-close.title': 'Close without payment?',
  'request-close.lead': 'Nothing is paid in this run. What is due stays due for the next payment.',

  'bank.title': 'What did the bank do?',
  'bank.lead': "Register what the bank's notice says of the payment order {messageId}.",
  'bank.outcome': "The bank's notice",
  'bank.all-paid': 'The bank has paid everything',
  'bank.some-returned': 'Something came back',
  'bank.payee': 'Payee',
  'bank.code': "The bank's return code",
  'bank.code.about': 'Two letters and two digits, such as AC04.',
  'bank.add': 'Add another return',
  'bank.remove': 'Remove the return to {name}',
  'bank.returned': 'Return {number}',

  'field.code': 'Reason',
  'field.choose': 'Choose',
  'field.reason': 'In your own words',
  'field.reason.about': 'It is kept with the run and can be read by everyone who may read the run.',
  'field.right': 'Acting as',

  'conflict.title': 'This no longer holds',
  'conflict.detail':
    'Something has changed since you opened the page. Nothing was done. Read what holds now, and decide then.',
  'conflict.reload': 'Show what holds now',
} as const satisfies Record<keyof typeof source, string>;
