import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { functionNames } from '../../functions/contract/functions.ts';
import { parseConduct } from '../../local/bank/conduct.ts';
import { localOfficials as people } from '../../local/officials/people.ts';
import { unlikeLogLines } from '../helpers/log-line.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

/** A year in which payments come back and reports are repeated, so that every function has something to do. */
let year: RanYear;
let lines: readonly string[];
beforeAll(async () => {
  year = await ranYear({ bank: parseConduct('troubled') });
  lines = readFileSync(join(year.records, 'functions.log'), 'utf8').trimEnd().split('\n');
});

/** Every text and number in a value, however deep. */
const leavesOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [String(value)];

/** The leaves below fields of these names, however deep. */
function below(value: unknown, names: RegExp): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    names.test(name) ? leavesOf(inner) : below(inner, names),
  );
}

/** What no log may hold, of everything that the record holds: persons, accounts, amounts, contents of inputs, reasons. */
const secret =
  /^(by|name|sub|account|iban|bic|bankAgreement|organisationNumber|content|reason|.*[sS]ek|entries|lines|requisition|note|remittance)$/;

/** Words as they stand in a text, and parts of words, so that neither a quotation nor a longer number hides one. */
const wordsOf = (text: string) => new Set(text.split(/[^\p{L}\p{N}-]+/u));

describe('The log of a whole year', () => {
  it('has a line of every function that a year calls, each saying whose it is', () => {
    const services = new Set(lines.map((line) => JSON.parse(line).service));
    // Nobody signs in through the user pool, asks what the API can do or whether the record is whole, or stops the releases in it; documents are asked for by hand.
    const notCalled = [
      'api-description',
      'api-audit',
      'api-documents',
      'api-prints',
      'api-switch',
      'name-in-token',
    ];
    expect(functionNames.filter((name) => !services.has(name))).toEqual(notCalled);
  });

  it('holds what it may, field by field, and nothing besides', () => {
    expect(unlikeLogLines(lines)).toEqual([]);
  });

  it('lets every state of every execution be followed: its case, and when it was entered', () => {
    const steps = lines
      .map((line) => JSON.parse(line))
      .filter(({ message, scheduled, put }) => message === 'Done' && !scheduled && !put)
      // These look at all cases, and are told no time.
      .filter(({ service }) => !['redeliver-answers', 'verify-events'].includes(service));
    expect(steps.length).toBeGreaterThan(200);
    const some = expect.stringMatching(/./);
    for (const step of steps) expect(step).toMatchObject({ case: some, entered: some });
  });

  it('holds nobody’s name, right to say something or account, no amount, and nothing of an input', () => {
    const held = year.found.flatMap(({ events }) =>
      events.flatMap(({ event }) => below(event, secret)),
    );
    const known = people.flatMap(({ sub, name }) => [sub, name]);
    const secrets = new Set([...held, ...known].filter((each) => each.length > 3));
    // A person's, an account's and a month's amount are among them.
    expect(secrets.size).toBeGreaterThan(1_000);
    expect([...secrets]).toEqual(
      expect.arrayContaining(['Astrid Attestant', '990-1000', '2786075070']),
    );
    const logged = new Set(
      lines.flatMap((line) => [...wordsOf(line), ...leavesOf(JSON.parse(line))]),
    );
    // Years, days, moments, cases, rights and kinds of line are of the calendar and the agreement.
    const everybodys = /^(\d{4}(-\d\d){0,2}(T[\d:.]+Z)?|[a-z]+(-[a-z0-9]+)*)$/;
    const found = [...secrets].filter((each) => logged.has(each) && !everybodys.test(each));
    expect(found).toEqual([]);
    for (const { sub, name } of people) {
      expect(lines.join('\n')).not.toContain(sub);
      expect(lines.join('\n')).not.toContain(name);
    }
  });
});
