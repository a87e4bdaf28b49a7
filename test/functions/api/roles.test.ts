import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../functions/api/serve.ts';
import { operations as auditing } from '../../../functions/api-audit.lambda.ts';
import { operations as description } from '../../../functions/api-description.lambda.ts';
import { operations as documents } from '../../../functions/api-documents.lambda.ts';
import { operations as prints } from '../../../functions/api-prints.lambda.ts';
import { operations as reading } from '../../../functions/api-read.lambda.ts';
import { answerForm } from '../../../functions/contract/api/answer-forms.ts';
import { type Role, roles } from '../../../functions/contract/api/roles.ts';
import { type OperationId, operationIds, routes } from '../../../functions/contract/api/routes.ts';
import { MemoryRecords } from '../../helpers/memory-records.ts';
import { writing } from './asking.ts';
import { eventOf, machineToken, tokenOf, trust } from './support.ts';

/*
 * Who may call what, written out a second time: h handläggare, a attestant, u utanordnare, r revisor, s SKR's machine,
 * f SKR's firmatecknare, g a region. A change of the contract must be made here too, by somebody who means it.
 */
const letters: Readonly<Record<Role, string>> = {
  handläggare: 'h',
  attestant: 'a',
  utanordnare: 'u',
  revisor: 'r',
  skr: 's',
  'skr-firmatecknare': 'f',
  region: 'g',
};

const table: Readonly<Record<Exclude<OperationId, 'describeApi'>, string>> = {
  whoAmI: 'hau r s f g',
  listTasks: 'hau r f',
  listNotices: 'hau r f',
  readCalendar: 'hau r',
  listRuns: 'hau r',
  readRun: 'hau r',
  readProposal: 'hau r',
  readProposalChanges: 'hau r f',
  readWorking: 'hau r f',
  readTimeline: 'hau r',
  approveProposal: 'au',
  rejectProposal: 'au f',
  withdrawApproval: 'au f',
  goWithout: 'h',
  prepareAgain: 'h',
  requestClose: 'h',
  reportBank: 'h',
  resolveReturn: 'h',
  listRequisitions: 'hau r s f',
  createRequisition: 's',
  readRequisition: 'hau r s f',
  listInputs: 'hau r',
  readInput: 'hau r',
  readInputVersion: 'hau r',
  registerInput: 'h',
  tryInput: 'h',
  confirmInput: 'h',
  refuseInput: 'h',
  readInputDocument: 'hau r',
  signLocalDiscounts: 'f',
  readReconciliation: 'hau r f',
  signReconciliation: 'a f',
  listRegions: 'hau r g',
  readStatement: 'hau r g',
  readMonthStatement: 'hau r g',
  readStatementWorking: 'hau r g',
  readForecast: 'hau r g',
  printStatement: 'hau r g',
  printAdvice: 'hau r g',
  readPaymentFile: 'hau r',
  readAnnex: 'hau r',
  readBank: 'hau r',
  takeBankReport: 'h',
  resolveBankItem: 'h',
  readTally: 'hau r',
  readAccounts: 'hau r',
  exportAccounts: 'hau r',
  readSwitch: 'hau r',
  stopReleases: 'hau',
  liftStop: 'au',
  verifyRecord: 'hau r',
  readEvents: 'h r',
};

const guarded = Object.keys(table) as readonly (keyof typeof table)[];

/** Serves operations that do nothing, so that what is answered is what the way to them says. */
const file = { name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array() };
const stubs = Object.fromEntries(
  operationIds.map((id) => [id, async () => (answerForm(id).media ? file : {})]),
);
const handler = serve(
  stubs,
  () => ({ records: new MemoryRecords() }),
  () => trust,
);

const tokens = new Map<Role, string>(
  await Promise.all(
    roles.map(async (role) => {
      if (role === 'skr') return [role, await machineToken()] as const;
      return [role, await tokenOf(role, role === 'region' ? 'region-09' : role)] as const;
    }),
  ),
);

/** A path in which every name stands for something that can be; whether it is there the stubs do not ask. */
const parameters = {
  ...{ run: 'payout-2021-03', year: '2021', month: '2021-03', kind: 'rate', version: '1' },
  ...{ region: '09', requisition: 'requisition-2021-sol' },
  ...{ proposal: 'a'.repeat(64), before: 'a'.repeat(64) },
  ...{ working: 'a'.repeat(64), report: 'a'.repeat(64) },
  ...{ item: '1', format: 'csv' },
};

async function statusOf(id: OperationId, bearer: string | undefined): Promise<number> {
  const asked = { parameters, ...(bearer !== undefined && { bearer }), body: {} };
  const { body: _body, ...withoutBody } = asked;
  const event = eventOf(id, routes[id].method === 'POST' ? asked : withoutBody);
  const { statusCode, body } = await handler(event, {} as never);
  if (statusCode === 403)
    expect(JSON.parse(body).type).toBe('https://statsbidrag.example/errors/role-not-allowed');
  return statusCode;
}

const cells = guarded.flatMap((id) =>
  roles.map((role) => [role, id, table[id].includes(letters[role])] as const),
);

describe('Every cell of role × operation', () => {
  it.each(cells)('%s, %s: %s', async (role, id, allowed) => {
    const status = await statusOf(id, tokens.get(role));
    // Past the role a request may still be refused for what it says: the stubs are given an empty body.
    if (allowed) expect([200, 201, 422]).toContain(status);
    else expect(status).toBe(403);
  });

  it.each(guarded)('%s needs a token', async (id) => {
    expect(await statusOf(id, undefined)).toBe(401);
  });

  it.each(guarded)(
    '%s is for nobody in a group that gives no role, or that claims to be the machine',
    async (id) => {
      expect(await statusOf(id, await tokenOf('Nobody', 'administratör', 'skr', 'region'))).toBe(
        403,
      );
    },
  );

  it('holds every operation but the description, which needs no token', () => {
    expect([...guarded].sort()).toEqual(operationIds.filter((id) => id !== 'describeApi').sort());
    expect(routes.describeApi.roles).toBe('anyone');
  });

  it('is the table of docs/roles.md', () => {
    const page = readFileSync('docs/roles.md', 'utf8');
    for (const id of guarded) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? '';
      const [, , , ...marks] = row.split('|').map((cell) => cell.trim());
      const documented = roles.filter((_, index) => marks[index] === 'yes');
      expect(documented.map((role) => letters[role]).sort(), id).toEqual(
        [...table[id].replaceAll(' ', '')].sort(),
      );
    }
  });

  it('is of operations that the functions really have', () => {
    const deployed = {
      ...writing,
      ...reading,
      ...auditing,
      ...documents,
      ...prints,
      ...description,
    };
    expect(Object.keys(deployed).sort()).toEqual([...operationIds].sort());
  });
});

describe('A revisor', () => {
  it('changes nothing: every operation that writes refuses them', () => {
    const writes = operationIds.filter((id) => routes[id].method === 'POST');
    expect(writes.length).toBeGreaterThan(10);
    for (const id of writes) expect(routes[id].roles).not.toContain('revisor');
  });
});
