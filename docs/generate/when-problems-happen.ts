import type { ProblemName } from '../../functions/contract/api/problems.ts';

/** When a problem happens, and what whoever meets it does. */
interface Happens {
  readonly when: string;
  readonly advice: string;
}

const inWorkflow =
  'Only a step of a workflow asks for this; the API answers it when the run has changed while the request was on its way.';
const readAgain =
  'Read the run again; what can be done in it stands under `actions`, with the reason where it cannot.';
const askSomebody =
  'Somebody else does it, who may. Rights have deputies, and no setting turns the rule off.';
const correct = 'Correct the entries that are named and send the request with a new key.';

/** The words of each page that the texts of the API do not have. */
export const happens: { readonly [name in ProblemName]: Happens } = {
  'already-answered': { when: inWorkflow, advice: readAgain },
  'already-approved': {
    when: 'The right has been used for this proposal by somebody else. The same person asking again is answered as the first time.',
    advice: 'Nothing. If the other approval is missing, its holder gives it.',
  },
  'already-decided': {
    when: 'Two people have decided a case that moves no money, and somebody wants to change, reject or withdraw.',
    advice:
      'What was decided stands. A correction is a new version of the input and a line in a later payment.',
  },
  'already-released': {
    when: 'The order to the bank has been written. From that event on nothing of the payment can be changed, rejected or withdrawn.',
    advice: 'A payment made in error is corrected by a signed line in the next payment.',
  },
  'already-reported': {
    when: 'The bank is said to have done what cannot be true beside what it has said before, such as booking a payment that it rejected.',
    advice: 'Compare with the bank. What it has said stays; what came back is resolved in the run.',
  },
  'already-resolved': {
    when: 'Somebody has decided otherwise what becomes of this payment that came back.',
    advice: readAgain,
  },
  'no-next-month': {
    when: 'What came back from SKR is to be paid with a next month, and SKR has none.',
    advice: 'Send it again on its own, to the account that SKR has confirmed.',
  },
  'not-sent': {
    when: 'The bank is said to have done something with a payment to somebody who was sent nothing.',
    advice: 'Read the run again; who was sent what stands under `sent`.',
  },
  'report-unreadable': {
    when: 'The file is no report of the bank that is taken: not XML, another message or version, incomplete, or too large.',
    advice:
      'Send the file as the bank delivered it. Nothing was registered; what the detail names is what stands in the way.',
  },
  'item-needs-nobody': {
    when: 'Somebody wants to say that an item of a report of the bank has been looked into, and the item led to a payment by itself.',
    advice: 'Nothing. What is left to look into stands as open among the items.',
  },
  'item-choice': {
    when: 'Somebody says of money that moved without an order that it has been looked into, and not what becomes of it; or says what becomes of money where none has moved so.',
    advice: 'Give one of the choices that stand with the item, or none where there are none.',
  },
  'item-already-resolved': {
    when: 'Somebody else has said of the item what it was, or the same person in other words.',
    advice: 'Read the report again; what was said, by whom and when, stands with the item.',
  },
  'already-requisitioned': {
    when: 'SKR sends a second requisition of an amount that is paid once in an agreement year, while the first is being handled or has been paid. The same request with the same key is no second one.',
    advice:
      'Follow the requisition that is there. After a refusal, or a closing without payment, it can be sent anew.',
  },
  'already-stopped': {
    when: 'Somebody stops releases that another person has stopped.',
    advice: 'Nothing: nothing is paid until two people lift the stop.',
  },
  'another-day': { when: inWorkflow, advice: readAgain },
  'another-message': {
    when: 'The message id of the bank’s report is not that of the payment.',
    advice: 'Check which payment the report is about; the run shows its message id.',
  },
  'approvals-do-not-hold': { when: inWorkflow, advice: readAgain },
  'before-the-pay-day': { when: inWorkflow, advice: readAgain },
  'case-closed': { when: 'The run has come to its end.', advice: readAgain },
  'close-requested': {
    when: 'Somebody has asked for the run to be closed without payment.',
    advice: 'Lines that were due stay due for the next payment.',
  },
  'stale-input': {
    when: 'Somebody confirms or refuses a version of an input by another hash than the version has, or a version that a newer one has come after.',
    advice:
      'Read the input again, and judge the version that waits for it, by the hash that it has there.',
  },
  'input-refused': {
    when: 'Somebody confirms a version of an input that a second person has refused, or refuses one that somebody else has refused.',
    advice:
      'Register another version. The one that was refused stays as it is, with who refused it and why.',
  },
  'input-confirmed': {
    when: 'Somebody refuses a version of an input that a second person has confirmed.',
    advice: 'Register another version with what is right, and have it confirmed.',
  },
  'document-not-kept': {
    when: 'Somebody confirms a version of an input whose document was never stored: its registration was interrupted between the two.',
    advice:
      'Whoever registered it sends the same version once more with the same document. Nothing is registered twice, and the document is stored.',
  },
  'confirmation-not-needed': {
    when: 'Somebody confirms a version of a kind of input that counts as soon as it is registered.',
    advice: 'Nothing: the version counts.',
  },
  'content-too-large': {
    when: 'The body, or the content of an input, is larger than the record can hold in one event.',
    advice: 'Send only what the input is of. No input of a year comes near the limit.',
  },
  'idempotency-key-missing': {
    when: 'A POST has no `Idempotency-Key`, or one that is too short, too long or not ASCII.',
    advice:
      'Make a key for each thing that is to be done, such as a random UUID, and keep it until there is an answer.',
  },
  'idempotency-key-reused': {
    when: 'The same caller has used the key for the same operation with another path or body.',
    advice: 'Use a new key for a new request. Retry with the same key only what is the same.',
  },
  'internal-error': {
    when: 'Something went wrong that is not the caller’s. It is logged under the id that `instance` names.',
    advice: 'Try again with the same key. If it stays, get in touch and give the id.',
  },
  'invalid-request': {
    when: 'Entries of the query or the body are not as the operation’s schema says, or cannot be: a wrong check digit, a region without inhabitants, a table with a wrong cell.',
    advice: correct,
  },
  'headers-too-large': {
    when: 'Address and headers together are larger than the gateway takes; no function is called.',
    advice: 'Send fewer or shorter headers. An access token is some 2 kB.',
  },
  'malformed-request': {
    when: 'The body cannot be read: it is no JSON, no UTF-8, nested too deeply, or has a key that no object may have. Or the gateway cannot read the request as HTTP, and calls no function.',
    advice: 'Send HTTP as RFC 9110 and RFC 9112 have it, and UTF-8 JSON.',
  },
  'method-not-allowed': {
    when: 'The address is one of the API’s, and the method is not among those it takes.',
    advice: 'See `Allow` in the answer, or /openapi.json.',
  },
  'no-agreement': {
    when: 'A requisition or SKR’s report is about a year that there is no agreement of.',
    advice: 'Give a year that has one.',
  },
  'no-proposal': {
    when: 'No proposal stands in the run: none has been made yet, or the last was rejected or voided.',
    advice: readAgain,
  },
  'no-such-operation': {
    when: 'No operation has that address and method.',
    advice: 'See /openapi.json.',
  },
  'not-accepted': { when: inWorkflow, advice: readAgain },
  'not-found': {
    when: 'What the path names is not in the record: a run that nobody has opened, a version that nobody has registered, a proposal of another run.',
    advice: 'Look it up in the list that it belongs to.',
  },
  'not-of-this-case': {
    when: 'Something is asked of a kind of run that does not know it, such as a bank report of a reconciliation.',
    advice: readAgain,
  },
  'not-paid': {
    when: 'A bank report names a payee as returned who was not paid, or names one twice.',
    advice: 'Compare with the order to the bank and send the report again with a new key.',
  },
  'not-released': {
    when: 'Something is said of a payment that has not been sent to the bank.',
    advice: readAgain,
  },
  'not-reported': { when: inWorkflow, advice: readAgain },
  'not-signed-in': {
    when: 'There is no access token, or one that does not count: of another issuer or client, an identity token, expired, not valid yet, of another algorithm, with a wrong signature. The answer is the same for all of them.',
    advice: 'Sign in again. SKR’s machine asks for a new token with its client credentials.',
  },
  'not-stopped': { when: 'Somebody lifts a stop that there is not.', advice: 'Nothing.' },
  'not-submitted': { when: inWorkflow, advice: readAgain },
  'not-your-region': {
    when: 'A person of a region asks for another region’s figures.',
    advice: 'Ask for one’s own. A person of two regions has a group for each.',
  },
  'movement-carried': {
    when: 'Somebody says that a payment was carried out by a debit without an order, and a payout that paid it again has been released.',
    advice: 'Say that the bank is to correct the debit.',
  },
  'movement-not-open': {
    when: 'Somebody says what a movement of a payment was which nobody need say anything of.',
    advice: readAgain,
  },
  'movement-undecided': {
    when: 'Somebody decides that a payment which came back is paid again, and the bank shows more that moved of it: it may have been carried out already.',
    advice: 'Say first, of the open item of the bank, what it was that moved.',
  },
  'movement-undone': {
    when: 'Somebody says what a debit was that moved without an order, and the bank has moved it back since: the money is where it was.',
    advice: 'Say that the item has been looked into, without a choice.',
  },
  'nothing-returned': {
    when: 'Somebody resolves a return of a payment of which nothing came back, or says of one that stands as booked that it was booked anew.',
    advice: readAgain,
  },
  'nothing-to-go-without': {
    when: 'The run does not wait for what is to be gone without, or no payment can be made without it.',
    advice: 'See what the run is missing. What can be gone without stands in the detail.',
  },
  'nothing-to-withdraw': {
    when: 'The person has not given this approval of this proposal, or it is gone already.',
    advice: readAgain,
  },
  'outcome-does-not-hold': { when: inWorkflow, advice: readAgain },
  'own-input': {
    when: 'The person registered an input on which the proposal rests. Nobody approves their own figures.',
    advice: askSomebody,
  },
  'reason-missing': { when: 'The switch is turned without a reason.', advice: 'Give one.' },
  'requisition-no-bank-day': {
    when: 'The requisition asks to be paid on a day on which banks are closed: a Saturday, Sunday or public holiday, or the eve of midsummer, Christmas or New Year. Nothing is registered and no workflow is started.',
    advice: 'Send a requisition of one of the bank days in the detail with a new key.',
  },
  'requisition-pay-day-too-late': {
    when: 'The requisition asks to be paid on a day after February’s payout has begun to be prepared, which adjusts what was paid, or more than 330 days after it was sent. Nothing is registered and no workflow is started.',
    advice: 'Send a requisition of the day in the detail, or an earlier bank day, with a new key.',
  },
  'requisition-not-in-agreement': {
    when: 'The year’s agreement knows no requisition of that kind.',
    advice: 'See the agreement.',
  },
  'requisition-other-amount': {
    when: 'The requisition asks for another amount than the agreement names. Nothing is registered and no workflow is started.',
    advice: 'Send a requisition of the agreed amount with a new key.',
  },
  'requisition-other-currency': {
    when: 'The requisition is in another currency than the agreement names. Nothing is registered and no workflow is started.',
    advice: 'Send a requisition in the agreed currency with a new key.',
  },
  'requisition-other-party': {
    when: 'By the year’s agreement another party than SKR requisitions the amount.',
    advice: 'See the agreement.',
  },
  'requisition-too-late': {
    when: 'The requisition was received after the agreement’s last day, by Stockholm’s calendar and the time of the first request with its key. Nothing is registered and no workflow is started.',
    advice: 'The right to the money has lapsed; the agreement’s paragraph stands in the detail.',
  },
  'return-not-resolved': { when: inWorkflow, advice: readAgain },
  'outdated-proposal': {
    when: 'Somebody approves or signs a proposal, and a newer version of an input that it rests on has come since it was made. It is about to be made again.',
    advice: 'Wait until the new proposal stands, read it, and approve that one with a new key.',
  },
  'right-not-held': {
    when: 'The role may call the operation, and the right that the body names is another group’s.',
    advice: askSomebody,
  },
  'right-not-of-this-case': {
    when: 'A reconciliation is attested, or a payment signed: the right is none of this kind of run.',
    advice:
      'Payments and the year’s opening are attested and ordered, the reconciliation is signed.',
  },
  'role-not-allowed': {
    when: 'None of the token’s roles may call the operation. docs/roles.md has the table.',
    advice: askSomebody,
  },
  'same-person': {
    when: 'One person does both parts of what takes two: attest and order, register and confirm, both words for lifting a stop. People are told apart by `sub`, whatever groups they are in.',
    advice: askSomebody,
  },
  'stale-proposal': {
    when: 'The body names the hash of a proposal that no longer stands: an input, a payee or an account has changed since it was read.',
    advice: 'Read the proposal that stands, and approve that one with a new key.',
  },
  'too-many-requests': {
    when: 'The gateway takes fewer requests than were sent.',
    advice: 'Wait, and try again with the same key.',
  },
  'try-again': {
    when: 'Several were writing to the same stream, and this request lost every time that it tried. It wrote nothing.',
    advice: 'Try again with the same key.',
  },
  'unsupported-media-type': {
    when: 'The body is said to be something else than JSON in UTF-8.',
    advice: 'Send `Content-Type: application/json`.',
  },
};
