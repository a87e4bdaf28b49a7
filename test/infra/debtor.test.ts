import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { debtorEnvironment } from '../../infra/context/debtor.ts';

const stackWith = (context: Record<string, string>): Stack =>
  new Stack(new App({ context, analyticsReporting: false }), 'Given');

const real = {
  debtorName: 'Kammarkollegiet',
  debtorOrganisationNumber: '202100-0829',
  debtorAccount: '5050-1055',
  debtorBic: 'SWEDSESS',
  debtorBankAgreement: '5050105500',
  paymentFileFormat: 'pain.001.001.09',
};

/** What is warned of, in words. */
function warnings(context: Record<string, string>): string[] {
  const stack = stackWith(context);
  debtorEnvironment(stack);
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => String(entry.data));
}

describe('The debtor', () => {
  it('is told to the functions as the context gives it', () => {
    expect(debtorEnvironment(stackWith(real))).toEqual({
      DEBTOR_NAME: 'Kammarkollegiet',
      DEBTOR_ORGANISATION_NUMBER: '202100-0829',
      DEBTOR_ACCOUNT: '5050-1055',
      DEBTOR_BIC: 'SWEDSESS',
      DEBTOR_BANK_AGREEMENT: '5050105500',
      PAYMENT_FILE_FORMAT: 'pain.001.001.09',
    });
    expect(warnings(real)).toEqual([]);
  });

  it('has a town only where the context gives one', () => {
    const told = debtorEnvironment(stackWith({ ...real, debtorTown: 'Karlstad' }));
    expect(told.DEBTOR_TOWN).toBe('Karlstad');
    expect(debtorEnvironment(stackWith(real))).not.toHaveProperty('DEBTOR_TOWN');
  });

  it('has the IBAN behind its giro number only where the context gives one', () => {
    const debtorIban = 'SE4550000000058398257466';
    expect(debtorEnvironment(stackWith({ ...real, debtorIban })).DEBTOR_IBAN).toBe(debtorIban);
    expect(debtorEnvironment(stackWith(real))).not.toHaveProperty('DEBTOR_IBAN');
    expect(() =>
      debtorEnvironment(stackWith({ ...real, debtorAccount: debtorIban, debtorIban })),
    ).toThrow(/^Context debtorIban is "SE45.*allowed/);
  });

  it('is Kammarkollegiet without a context, with an account that is made up and warned of', () => {
    expect(debtorEnvironment(stackWith({}))).toMatchObject({
      DEBTOR_NAME: 'Kammarkollegiet',
      DEBTOR_ORGANISATION_NUMBER: '202100-0829',
      DEBTOR_ACCOUNT: 'SE4550000000058398257466',
      PAYMENT_FILE_FORMAT: 'pain.001.001.03',
    });
    expect(warnings({})).toEqual([
      expect.stringMatching(
        /made up: debtorAccount SE45\d+, debtorBic ESSESESS, debtorBankAgreement \d+\. Give/,
      ),
    ]);
  });

  it.each(['debtorAccount', 'debtorBic', 'debtorBankAgreement'] as const)(
    'is warned of as long as a made-up %s is in use',
    (key) => {
      const { [key]: _, ...others } = real;
      expect(warnings(others)).toEqual([expect.stringContaining(key)]);
    },
  );

  it.each([
    ['debtorName', ' '],
    ['debtorName', 'K'.repeat(71)],
    ['debtorOrganisationNumber', '2021000829'],
    ['debtorOrganisationNumber', '202100-0828'],
    ['debtorAccount', 'XXXX-XXXX'],
    ['debtorAccount', '5050-1056'],
    ['debtorBic', 'SWEDSE'],
    ['debtorBic', 'swedsess'],
    ['debtorBic', 'DEUTDEFF'],
    ['debtorBankAgreement', '{agreement}'],
    ['debtorBankAgreement', '0000000000'],
    ['debtorBankAgreement', '5'.repeat(36)],
    ['paymentFileFormat', 'pain.001.001.02'],
    ['debtorIban', '5050-1055'],
    ['debtorIban', 'SE4550000000058398257467'],
    ['debtorTown', ' '],
    ['debtorTown', 'T'.repeat(36)],
    ['debtorTown', 'Zürich'],
  ])('is refused with the %s "%s", and told what is allowed', (key, given) => {
    expect(() => debtorEnvironment(stackWith({ ...real, [key]: given }))).toThrow(
      new RegExp(`^Context ${key} is ".*"; .*allowed`),
    );
  });

  it('is refused with everything that is wrong at once', () => {
    const wrong = { ...real, debtorAccount: 'XXXX-XXXX', debtorBic: 'X' };
    expect(() => debtorEnvironment(stackWith(wrong))).toThrow(
      /^Context debtorAccount is "XXXX-XXXX".*\nContext debtorBic is "X"/,
    );
  });
});
