import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { accepts } from '../../functions/contract/api/requests.ts';
import { type OperationId, operationIds, routes } from '../../functions/contract/api/routes.ts';

/**
 * What is done without a reason, and why none is needed: each brings a document or names content, which says why by itself.
 * Everything else that a person may do demands one, also what is added later: it must be put here by somebody who means it.
 */
const withoutReason: Partial<Record<OperationId, string>> = {
  approveProposal: 'a yes to the content whose hash it names',
  signReconciliation: 'a yes to the content whose hash it names',
  createRequisition: 'the requisition is the reason',
  registerInput: 'names whom it comes from and the hash of the signed document',
  tryInput: 'changes nothing',
  confirmInput: 'a yes to the version that it names',
  signLocalDiscounts: 'names the hash of the signed document',
  takeBankReport: 'brings the bank’s own words',
};

const posts = operationIds.filter((id) => routes[id].method === 'POST');
const demanding = posts.filter((id) => !(id in withoutReason));

const bodyOf = (id: OperationId): z.ZodMiniType | undefined =>
  (accepts as Partial<Record<OperationId, { readonly body?: z.ZodMiniType }>>)[id]?.body;

/** The entries of a body that are refused, by name. */
function refusedIn(id: OperationId, body: Record<string, unknown>): readonly string[] {
  const schema = bodyOf(id);
  if (!schema) throw new RangeError(`${id} takes no body.`);
  return (z.safeParse(schema, body).error?.issues ?? []).map(({ path }) => path.join('.'));
}

describe('A reason', () => {
  it.each(demanding)('is demanded by %s: none, blanks and two letters are refused', (id) => {
    expect(refusedIn(id, {})).toContain('reason');
    expect(refusedIn(id, { reason: ' \t \n ' })).toContain('reason');
    expect(refusedIn(id, { reason: ' ok ' })).toContain('reason');
    expect(refusedIn(id, { reason: 'Fel konto.' })).not.toContain('reason');
  });

  it('is demanded of every no, and of everything that is done by hand', () => {
    expect(demanding.toSorted()).toEqual([
      'goWithout',
      'liftStop',
      'prepareAgain',
      'refuseInput',
      'rejectProposal',
      'reportBank',
      'requestClose',
      'resolveBankItem',
      'resolveReturn',
      'stopReleases',
      'withdrawApproval',
    ]);
    expect(Object.keys(withoutReason).filter((id) => !posts.includes(id as OperationId))).toEqual(
      [],
    );
  });
});
