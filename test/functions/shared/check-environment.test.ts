import { describe, expect, it } from 'vitest';
import { variablesOf } from '../../../functions/contract/environment.ts';
import { type FunctionName, functionNames } from '../../../functions/contract/functions.ts';
import { checkEnvironment } from '../../../functions/shared/check-environment.ts';
import { debtorIn } from '../../../functions/shared/environment.ts';
import { environmentOf, machine, values } from '../../helpers/function-environment.ts';

/** What a start with that environment is refused with, line by line. */
function refusalOf(name: FunctionName, environment: Record<string, string | undefined>): string[] {
  try {
    checkEnvironment(name, environment);
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    expect(error.name).toBe('EnvironmentRejected');
    const [first, ...lines] = error.message.split('\n');
    expect(first).toBe(`The environment of ${name} is wrong.`);
    return lines;
  }
}

const told = functionNames.filter((name) => Object.keys(variablesOf(name)).length > 0);

describe('A function starts', () => {
  it.each(functionNames)('%s, when it is told what its rights need', (name) =>
    expect(refusalOf(name, environmentOf(name))).toEqual([]),
  );

  it('with a town of the debtor or without', () => {
    const DEBTOR_TOWN = 'Karlstad';
    const environment = { ...environmentOf('release-payment'), DEBTOR_TOWN };
    expect(refusalOf('release-payment', environment)).toEqual([]);
    expect(debtorIn(environment).town).toBe('Karlstad');
    expect(debtorIn(environmentOf('release-payment'))).not.toHaveProperty('town');
  });

  it('on a laptop with the issuer of the laptop', () => {
    const TOKEN_ISSUER = 'http://127.0.0.1:8021/issuer';
    expect(refusalOf('api-runs', { ...environmentOf('api-runs'), TOKEN_ISSUER })).toEqual([]);
  });

  it('with nothing, when it is told nothing', () =>
    expect(functionNames.filter((name) => !told.includes(name))).toEqual([
      'api-description',
      'name-in-token',
    ]));
});

describe('A function does not start', () => {
  it.each(told)('%s, when it is told nothing: the refusal names all that is missing', (name) => {
    const lines = refusalOf(name, {});
    expect(lines.map((line) => line.replace(/ .*/, ''))).toEqual(Object.keys(variablesOf(name)));
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+ is missing; allowed: .+\.$/);
  });

  const release = environmentOf('release-payment');
  it.each([
    ['TABLE_NAME', '', '"", allowed: the name of a table'],
    ['CODE_VERSION', 'main', '"main", allowed: 64 hex digits, 0–9 and a–f'],
    ['CODE_VERSION', values.CODE_VERSION?.toUpperCase(), '64 hex digits'],
    ['POWERTOOLS_SERVICE_NAME', 'ask', '"ask", allowed: release-payment'],
    ['AWS_REGION', 'Stockholm', '"Stockholm", allowed: a region of AWS'],
    ['DEBTOR_ORGANISATION_NUMBER', '202100-0828', '"202100-0828", allowed: '],
    ['DEBTOR_BIC', 'ESSEDESS', 'in the country of the account, SE'],
    ['PAYMENT_FILE_FORMAT', 'pain.001', '"pain.001", allowed: pain.001.001.03 or pain.001.001.09'],
    ['DEBTOR_TOWN', '', '"", allowed: 1 to 35'],
    ['PAYMENT_FILES_BUCKET', 's3://payments', '"s3://payments", allowed: the name of a bucket'],
  ])('when %s is %j', (variable, value, said) => {
    const lines = refusalOf('release-payment', { ...release, [variable]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.replace(/^(\w+) is (".*"); allowed/, '$2, allowed')).toContain(said);
    expect(lines[0]?.startsWith(`${variable} is `)).toBe(true);
  });

  it.each([
    ['open-due', 'MONTHLY_PAYOUT_ARN', machine.replace('stateMachine', 'execution')],
    ['ask', 'NOTICES_TOPIC_ARN', 'arn:aws:sqs:eu-north-1:123456789012:notices'],
    ['take-bank-report', 'BANK_REPORTS_BUCKET', ''],
    ['api-runs', 'TOKEN_ISSUER', 'http://issuer.example/'],
    ['api-runs', 'SKR_CLIENT_ID', 'two words'],
  ] as const)('%s, when %s is %s', (name, variable, value) =>
    expect(refusalOf(name, { ...environmentOf(name), [variable]: value })).toHaveLength(1),
  );

  it('and says all that is wrong at once', () => {
    const { TABLE_NAME: _, ...rest } = release;
    const lines = refusalOf('release-payment', { ...rest, CODE_VERSION: '1', DEBTOR_BIC: 'x' });
    expect(lines.map((line) => line.replace(/ .*/, ''))).toEqual([
      'TABLE_NAME',
      'CODE_VERSION',
      'DEBTOR_BIC',
    ]);
  });
});
