import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  CreateRequisition,
  ListRuns,
  RejectProposal,
} from '../../../functions/contract/api/requests.ts';
import { parsedEntries } from '../../../functions/shared/entry-errors.ts';
import { Refused } from '../../../functions/shared/refused.ts';
import { requisitionOf } from '../support/year.ts';

function told(schema: z.ZodMiniType, given: unknown, language: 'sv' | 'en', root = '') {
  try {
    parsedEntries(schema, given, root, language);
    return {};
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return Object.fromEntries(error.errors.map(({ pointer, detail }) => [pointer, detail]));
  }
}

const rejection = { right: 'attest', proposal: 'f'.repeat(64), code: 'other', reason: 'Skäl.' };

describe('What is wrong with an entry is said as a case officer would say it', () => {
  it.each<[string, Record<string, unknown>, string, string, string]>([
    [
      'too short',
      { reason: 'x' },
      '#/reason',
      'minst 3 tecken; angivet: "x"',
      'at least 3 characters; given: "x"',
    ],
    [
      'missing',
      { reason: undefined },
      '#/reason',
      'uppgiften saknas; angivet: –',
      'is missing; given: –',
    ],
    [
      'of another type',
      { reason: 7 },
      '#/reason',
      'ska vara text; angivet: 7',
      'must be text; given: 7',
    ],
    [
      'no hash',
      { proposal: 'abc' },
      '#/proposal',
      '64 hexadecimala siffror, 0–9 och a–f; angivet: "abc"',
      '64 hex digits, 0–9 and a–f; given: "abc"',
    ],
    [
      'none of those allowed',
      { right: 'both' },
      '#/right',
      'tillåtet är attest, order, sign-state, sign-skr; angivet: "both"',
      'allowed is attest, order, sign-state, sign-skr; given: "both"',
    ],
  ])('%s', (_what, changed, pointer, swedish, english) => {
    const given = { ...rejection, ...changed };
    expect(told(RejectProposal, given, 'sv')).toEqual({ [pointer]: swedish });
    expect(told(RejectProposal, given, 'en')).toEqual({ [pointer]: english });
  });

  it('an entry that nobody knows', () => {
    const given = { ...rejection, amount: 1 };
    expect(told(RejectProposal, given, 'sv')['#']).toMatch(/^okända uppgifter: amount;/);
    expect(told(RejectProposal, given, 'en')['#']).toMatch(/^unknown entries: amount;/);
  });

  it('a query, by its name after a question mark', () =>
    expect(told(ListRuns, { limit: '0' }, 'sv', '?')).toEqual({
      '?/limit': '1 till 999; angivet: "0"',
    }));
});

it('Swedish readers get Swedish for whatever is wrong with a requisition', () => {
  const { bankgiro, ...contents } = requisitionOf('sol');
  const right = { year: 2021, kind: 'sol', ...contents, account: { bankgiro } };
  expect(told(CreateRequisition, right, 'sv')).toEqual({});
  const wrong = {
    ...Object.fromEntries(Object.keys(right).map((name) => [name, ''])),
    amount: { currency: 'USD', value: '-1' },
    wishedPaymentDay: '2021-02-30',
    email: 'ingen',
  };
  const swedish = told(CreateRequisition, wrong, 'sv');
  expect(Object.keys(swedish).length).toBeGreaterThan(10);
  for (const detail of Object.values(swedish))
    expect(detail).not.toMatch(/\b(must|given|allowed|missing|least|an?|such|the|Not|Invalid)\b/);
});
