import { describe, expect, it } from 'vitest';
import { grantApp } from '../../infra/grant-app.ts';
import { ask, outcomeOf } from '../functions/api/asking.ts';
import { at, notPaid, paymentsOf, typesOf } from '../functions/support/world.ts';
import { cases, granted, inputOf, prepare } from '../functions/support/year.ts';

const placeholders = ['{debtorAccount}', 'XXXX-XXXX', '0000-0000', 'SE0000000000000000000000'];

describe('An account that is still to be filled in', () => {
  it.each(placeholders)('%s is not deployed as the one that payments leave from', (account) => {
    const make = () => grantApp({ bundles: 'none', context: { debtorAccount: account } });
    expect(make).toThrow(/^Context debtorAccount is ".+"; allowed is an IBAN /);
  });

  it.each(placeholders)(
    '%s stops the preparation of a payment, whoever put it there',
    async (account) => {
      const world = await granted();
      const wrong = { ...world, debtor: { ...world.debtor, account } };
      await expect(prepare(wrong, cases.march, at('2021-02-22'))).rejects.toThrow(
        `Payments cannot leave: debtor account is ${JSON.stringify(account)}; allowed is an IBAN `,
      );
      expect(await typesOf(world, cases.march)).toEqual(['opened']);
      expect(await paymentsOf(world, cases.march)).toEqual(notPaid);
    },
  );

  it.each([
    ['bankgiro', '000-0000'],
    ['bankgiro', '991-2347'],
    ['organisationNumber', '000000-0000'],
  ])('is not registered as a payee’s %s %s', async (entry, number) => {
    const world = await granted();
    const { content, documentHash } = inputOf('payees');
    const payees = content as Record<string, Record<string, string>>;
    const before = world.records.dump('INPUT#');
    const answer = await ask(world, 'registerInput', {
      as: 'registrar',
      at: at('2021-02-24'),
      parameters: { year: 'all', kind: 'payees' },
      body: {
        ...{ from: 'Region Gotland', documentHash },
        content: { ...payees, '09': { ...payees['09'], [entry]: number } },
      },
    });
    expect(outcomeOf(answer)).toBe('422 invalid-request');
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      `#/content/09/${entry}`,
    ]);
    expect(world.records.dump('INPUT#')).toEqual(before);
  });
});
