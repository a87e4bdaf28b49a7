import type * as z from 'zod/mini';
import { messageId } from '../../core/bank/bank-ids.ts';
import { parseCaseId } from '../../core/record/case-id.ts';
import type { RegionCode } from '../../core/regions.ts';
import type { InputVersion } from '../../functions/contract/api/shapes/inputs.ts';
import type { LocalCloud } from '../../local/cloud/local-cloud.ts';
import type { InputRegistration } from '../../local/inputs/registration.ts';
import { callApi } from '../../local/officials/call-api.ts';
import { confirmInput, registerInput } from '../../local/officials/deeds.ts';
import type { LocalPerson } from '../../local/officials/people.ts';
import type { Deed } from './actors.ts';

/** The attestant sends a proposal back. */
export const rejects =
  (reason: string): Deed =>
  (cloud, at, { case: id, proposal = '' }) =>
    callApi(cloud, 'attestant', {
      operation: 'rejectProposal',
      parameters: { run: id },
      body: { right: 'attest', proposal, code: 'wrong-amount', reason },
      act: `rejects ${at}`,
    });

/** A case officer lets the month go without the lines that the case waits for. */
export const goesWithout =
  (reason: string): Deed =>
  (cloud, at, { case: id, needs }) =>
    callApi(cloud, 'registrar', {
      operation: 'goWithout',
      parameters: { run: id },
      body: { needs: [...needs], reason },
      act: `goes without ${at}`,
    });

const operations = {
  'request-close': 'requestClose',
  'prepare-again': 'prepareAgain',
} as const;

/** A case officer asks for the case to be closed, or for another proposal. */
export const says =
  (kind: keyof typeof operations, reason: string): Deed =>
  (cloud, at, { case: id }) =>
    callApi(cloud, 'registrar', {
      operation: operations[kind],
      parameters: { run: id },
      body: { reason },
      act: `${kind} ${at}`,
    });

/** A case officer says what becomes of one payment that came back. */
export const resolvesReturn =
  (payee: RegionCode | 'SKR', choice: 'reissue' | 'next-month', reason: string): Deed =>
  (cloud, at, { case: id }) =>
    callApi(cloud, 'registrar', {
      operation: 'resolveReturn',
      parameters: { run: id },
      body: { payee, choice, reason },
      act: `resolves ${payee} ${at}`,
    });

/** The operator types in that the bank has sent some payments back. */
export const reportsReturned =
  (...payees: readonly (RegionCode | 'SKR')[]): Deed =>
  (cloud, at, { case: id }) =>
    callApi(cloud, 'checker', {
      operation: 'reportBank',
      parameters: { run: id },
      body: {
        messageId: messageId(parseCaseId(id)),
        returned: payees.map((payee) => ({ payee, code: 'AC04' })),
        reason: 'The bank has sent back what it could not book.',
      },
      act: `returned ${at}`,
    });

/** A case officer registers a version of an input, at once and not on its day. */
export const registers = (
  cloud: LocalCloud,
  at: string,
  registration: InputRegistration,
  by: LocalPerson = 'registrar',
) => registerInput(cloud, registration, `registers ${registration.documentHash} ${at}`, by);

/** A second case officer confirms a version, as they have read it. */
export const confirms = async (
  cloud: LocalCloud,
  registration: Pick<InputRegistration, 'kind' | 'year'>,
  version: number,
  act: string,
  by: LocalPerson = 'checker',
): Promise<unknown> => {
  const { kind, year } = registration;
  const read = await callApi(cloud, by, {
    operation: 'readInputVersion',
    parameters: {
      ...{ kind, version: String(version) },
      year: kind === 'payees' ? 'all' : String(year),
    },
    body: undefined,
    act,
  });
  return confirmInput(cloud, registration, read as z.infer<typeof InputVersion>, act, by);
};

/** What came of asking: 'done', or the name and the first words of the refusal. */
export const answerOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    ({ name, message }: Error) => `${name}: ${message}`,
  );
