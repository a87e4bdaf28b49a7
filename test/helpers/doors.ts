import type { Instant } from '../../core/calendar/stockholm.ts';
import { messageId } from '../../core/payment/bank-order.ts';
import { parseCaseId } from '../../core/record/case-id.ts';
import type { LocalCloud } from '../../local/cloud/local-cloud.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { type LocalPerson, person } from '../../local/officials/people.ts';
import type { Deed } from './actors.ts';

/** The attestant sends a proposal back. */
export const rejects =
  (reason: string): Deed =>
  (cloud, at, { case: id, proposal }) =>
    cloud.invoke('answer-case', {
      kind: 'reject',
      case: id,
      at,
      by: person('attestant', at),
      right: 'attest',
      proposal,
      code: 'wrong-amount',
      reason,
    });

/** A case officer lets the month go without the lines that the case waits for. */
export const goesWithout =
  (reason: string): Deed =>
  (cloud, at, { case: id, needs }) =>
    cloud.invoke('answer-case', {
      kind: 'go-without',
      case: id,
      at,
      by: person('registrar', at),
      needs,
      reason,
    });

/** A case officer asks for the case to be closed, or says that a returned payment has been looked into. */
export const says =
  (kind: 'request-close' | 'resolve-return' | 'prepare-again', reason: string): Deed =>
  (cloud, at, { case: id }) =>
    cloud.invoke('answer-case', { kind, case: id, at, by: person('registrar', at), reason });

/** The operator types in that the bank has sent some payments back. */
export const reportsReturned =
  (...payees: readonly string[]): Deed =>
  (cloud, at, { case: id }) =>
    cloud.invoke('report-payment', {
      case: id,
      at,
      by: person('checker', at),
      messageId: messageId(parseCaseId(id)),
      returned: payees.map((payee) => ({ payee, code: 'AC04' })),
      reason: 'The bank has sent back what it could not book.',
    });

/** A case officer registers a version of an input, at once and not on its day. */
export const registers = (
  cloud: LocalCloud,
  at: Instant,
  { year, kind, from, documentHash, content }: InputRegistration,
  by: LocalPerson = 'registrar',
) =>
  cloud.invoke('register-input', {
    at,
    by: person(by, at),
    year,
    kind,
    from,
    documentHash,
    content,
  });

/** What came of asking: 'done', or the name and the first words of the refusal. */
export const answerOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    ({ name, message }: Error) => `${name}: ${message}`,
  );
