import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Right } from '../../core/payment/events.ts';
import { groupHolding, rightsFor } from '../../core/payment/rights.ts';
import { type CaseId, caseKind } from '../../core/record/case-id.ts';
import { groups } from '../../functions/contract/api/groups.ts';
import { variablesOf } from '../../functions/contract/environment.ts';
import { functionNames } from '../../functions/contract/functions.ts';
import { ask, outcomeOf } from '../functions/api/asking.ts';
import { paidUntil } from '../functions/api/paid-year.ts';
import { at, newWorld, stateOf, typesOf, type World } from '../functions/support/world.ts';
import {
  bringAll,
  cases,
  granted,
  inputOf,
  prepare,
  proposed,
  requisition,
} from '../functions/support/year.ts';
import { filesIn } from '../health/source-files.ts';

/** What stands between the brackets of these calls in the sources, each once, in order. */
function namesIn(folder: string, call: RegExp): readonly string[] {
  const found = filesIn(folder).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(call)].map(([, name = '']) => name),
  );
  return [...new Set(found)].toSorted();
}

describe('What can be configured', () => {
  it('where it is deployed says whose account, and under which names, and nothing else', () => {
    const asked = namesIn(
      'infra',
      /(?:contextText\(\s*(?:this|scope),\s*|tryGetContext\(\s*)(['\w]+)/g,
    );
    expect(asked).toEqual([
      "'consoleCountries'",
      "'consoleDomain'",
      "'signInPrefix'",
      "'stage'", // In production more is demanded, and nothing less: stacks.test.ts.
      'key',
    ]);
    // Those that are asked for by a variable: what CloudFront needs for the console's name, the role of the bank's connection, and
    // the debtor with its bank.
    const address = readFileSync('infra/context/console-address.ts', 'utf8');
    expect([...address.matchAll(/\n {4}(console\w+): `arn:/g)].map(([, key]) => key)).toEqual([
      'consoleCertificate',
      'consoleWebAcl',
    ]);
    expect(readFileSync('infra/context/bank-connection.ts', 'utf8')).toContain(
      "const key = 'bankConnectionRole';",
    );
    expect(namesIn('infra', /\n {4}key: ('\w+')/g)).toEqual([
      "'debtorAccount'",
      "'debtorBankAgreement'",
      "'debtorBic'",
      "'debtorIban'",
      "'debtorName'",
      "'debtorOrganisationNumber'",
      "'debtorTown'",
      "'paymentFileFormat'",
    ]);
  });

  it('what a function is told says where things are, and nothing of who must approve', () => {
    const told = new Set(functionNames.flatMap((name) => Object.keys(variablesOf(name))));
    expect([...told].toSorted()).toEqual([
      'ANCHORS_BUCKET',
      'AWS_REGION',
      'BANK_REPORTS_BUCKET',
      'CODE_VERSION',
      'CONSOLE_CLIENT_ID',
      'DEBTOR_ACCOUNT',
      'DEBTOR_BANK_AGREEMENT',
      'DEBTOR_BIC',
      'DEBTOR_NAME',
      'DEBTOR_ORGANISATION_NUMBER',
      'DOCUMENTS_BUCKET',
      'MONTHLY_PAYOUT_ARN',
      'NOTICES_TOPIC_ARN',
      'PAYMENT_FILES_BUCKET',
      'PAYMENT_FILE_FORMAT',
      'POWERTOOLS_SERVICE_NAME',
      'RECONCILIATION_ARN',
      'REISSUE_ARN',
      'REQUISITION_ARN',
      'SKR_CLIENT_ID',
      'TABLE_NAME',
      'TOKEN_ISSUER',
      'YEAR_OPENING_ARN',
    ]);
    const asked = namesIn(
      'functions',
      /(?:\b(?:environment|bucketFiles|filesOf)\(\s*'|process\.env[.[]'?)(\w+)/g,
    );
    expect(asked.filter((name) => !told.has(name))).toEqual([
      'CLOCK', // `simulated`: the console shows that the day is not today's. No step reads it.
      'DEPLOYMENT', // Under which name it is counted.
      'variable', // The reader of all of these.
    ]);
  });
});

const kinds = ['payout', 'requisition', 'opening', 'reconciliation'] as const;

describe('The two rights of every kind of case', () => {
  it.each(kinds)('of a %s are two, and belong to two groups', (kind) => {
    const rights = rightsFor(kind);
    expect(new Set(rights).size).toBe(2);
    expect(new Set(rights.map(groupHolding)).size).toBe(2);
    for (const right of rights) expect(groups).toContain(groupHolding(right));
  });
});

/** Every kind of case where it waits for both. */
const waiting: readonly (readonly [CaseId, string, () => Promise<World>])[] = [
  [cases.march, '2021-02-24', proposed],
  [
    cases.ihsi,
    '2021-06-15',
    async () => {
      const world = await granted();
      await requisition(world, 'ihsi', at('2021-06-08'));
      await bringAll(world, '2021-06-15');
      await prepare(world, cases.ihsi, at('2021-06-15', '09:00'));
      return world;
    },
  ],
  [
    cases.opening,
    '2021-02-18',
    async () => {
      const world = newWorld();
      await bringAll(world, '2021-02-18');
      await prepare(world, cases.opening, at('2021-02-18'));
      return world;
    },
  ],
  [
    cases.reconciliation,
    '2022-04-22',
    async () => {
      const world = await paidUntil('2022-04');
      await bringAll(world, '2022-04-21');
      await prepare(world, cases.reconciliation, at('2022-04-22'));
      return world;
    },
  ],
];

/** One person's word through the API, by a token that names every group there is. */
async function saysWithEveryGroup(world: World, id: CaseId, day: string, right: Right) {
  const proposal = (await stateOf(world, id)).proposal?.proposed.proposal;
  const isReconciliation = caseKind(id) === 'reconciliation';
  return ask(world, isReconciliation ? 'signReconciliation' : 'approveProposal', {
    as: 'attestant',
    at: at(day, '10:00'),
    groups,
    parameters: isReconciliation ? { year: '2021' } : { run: id },
    body: { right, proposal },
  });
}

describe('Somebody who is in every group there is', () => {
  it.each(waiting)('gives one approval of %s and not the other', async (id, day, stage) => {
    for (const [first, second] of [rightsFor(caseKind(id)), rightsFor(caseKind(id)).toReversed()]) {
      const world = await stage();
      expect(outcomeOf(await saysWithEveryGroup(world, id, day, first as Right))).toBe('200');
      const other = await saysWithEveryGroup(world, id, day, second as Right);
      expect(outcomeOf(other)).toBe('403 same-person');
      expect((await typesOf(world, id)).filter((type) => type === 'approved')).toHaveLength(1);
    }
  });

  it('does not confirm an account that they registered', async () => {
    const world = await granted();
    const { content, documentHash, from } = inputOf('payees');
    const payees = content as Record<string, Record<string, string>>;
    const changed = { ...payees, '09': { ...payees['09'], bankgiro: '991-2346' } };
    const whoever = { as: 'attestant', at: at('2021-02-24'), groups } as const;
    const { body } = await ask(world, 'registerInput', {
      ...whoever,
      parameters: { year: 'all', kind: 'payees' },
      body: { from, documentHash, content: changed },
    });
    const confirmed = await ask(world, 'confirmInput', {
      ...whoever,
      parameters: { year: 'all', kind: 'payees', version: String(body.version) },
      body: { hash: body.hash },
    });
    expect(outcomeOf(confirmed)).toBe('403 same-person');
  });

  it('does not lift a stop alone', async () => {
    const world = await proposed();
    const body = { reason: 'En prövning pågår.' };
    const whoever = { as: 'attestant', at: at('2021-02-24'), groups, body } as const;
    expect(outcomeOf(await ask(world, 'stopReleases', whoever))).toMatch(/^20/);
    expect(outcomeOf(await ask(world, 'liftStop', whoever))).toMatch(/^20/);
    expect(outcomeOf(await ask(world, 'liftStop', whoever))).toBe('403 same-person');
  });
});
