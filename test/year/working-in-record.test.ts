import { beforeAll, describe, expect, it } from 'vitest';
import { sources } from '../../core/agreement/sources.ts';
import type { AllocationProposal, SettlementProposal } from '../../core/payment/proposal.ts';
import { evaluate } from '../evaluator/evaluate.ts';
import { isEqual } from '../evaluator/rational.ts';
import { eventsOf, paymentReleased } from '../helpers/record.ts';
import { hashAgain, type Node, numberIn, WorkingInRecord } from '../helpers/working.ts';
import { type RanYear, ranYear } from '../helpers/year.ts';

let year: RanYear;
let working: WorkingInRecord;
let amounts: readonly { readonly what: string; readonly sek: string; readonly working: string }[];

beforeAll(async () => {
  year = await ranYear();
  working = new WorkingInRecord(year.found);
  amounts = [...linesOf(), ...grants(), ...settled()];
});

/** Every line that was released, to the regions and to SKR. */
const linesOf = () =>
  [
    ...year.result.payments.map(({ month }) => `payout-${month}`),
    'requisition-2021-sol',
    'requisition-2021-ihsi',
  ].flatMap((id) =>
    paymentReleased(year.found, id).payments.flatMap(({ payee, lines }) =>
      lines.map((line) => ({ ...line, what: `${id} ${payee} ${line.kind}` })),
    ),
  );

const grants = () =>
  eventsOf<AllocationProposal>(year.found, 'PROPOSAL#2021/opening-2021').flatMap((proposal) =>
    proposal.grants.map((grant) => ({ ...grant, what: `grant ${grant.region}` })),
  );

const settled = () =>
  eventsOf<SettlementProposal>(year.found, 'PROPOSAL#2021/reconciliation-2021').flatMap(
    ({ lines }) => lines.map((line) => ({ ...line, what: `settled ${line.kind} ${line.region}` })),
  );

/** Everything that any of the amounts was made from. */
const used = () => {
  const seen = new Map<string, Node>();
  for (const each of amounts) working.under(each.working, seen);
  return seen;
};

const leaves = (kind: string) => [...used().values()].filter(({ node }) => node === kind);

describe('The working in the record', () => {
  it('re-adds every line of the year, every grant and the settlement, by a second evaluator', () => {
    // 421 lines to regions and 2 to SKR; 21 grants; 21 rebates and 2 × 21 corridor parts.
    expect(amounts).toHaveLength(421 + 2 + 21 + 63);
    for (const { what, sek, working: hash } of amounts)
      expect(isEqual(evaluate(working.tree(hash)), [BigInt(sek), 1n]), what).toBe(true);
  });

  it('says of every step what it came to, and each of them re-adds too', () => {
    const steps = [...used()].filter(([, { node }]) => node === 'step');
    expect(steps.length).toBeGreaterThan(1_000);
    for (const [hash, { rule }] of steps) {
      const { exact } = working.tree(hash);
      const again = evaluate(working.tree(hash));
      expect(isEqual(again, [exact.numerator, exact.denominator]), `${rule} ${hash}`).toBe(true);
    }
  });

  it('is named by its content: every hash in it is that of a node that the record holds', () => {
    const named = [...working.nodes.values()].flatMap(({ of }) => of ?? []);
    expect(named.filter((hash) => !working.nodes.has(hash))).toEqual([]);
    expect(amounts.filter((each) => !working.nodes.has(each.working))).toEqual([]);
  });

  it('holds nothing that no amount was made from', () => {
    const made = used();
    expect([...working.nodes.keys()].filter((hash) => !made.has(hash))).toEqual([]);
  });

  it('is stored once in a case, however many lines share it, and is found again across cases', () => {
    const opening = eventsOf<{ nodes: readonly object[] }>(year.found, 'WORKING#2021/opening-2021');
    const march = eventsOf<{ nodes: readonly object[] }>(year.found, 'WORKING#2021/payout-2021-03');
    const inOpening = new Set(opening.flatMap(({ nodes }) => nodes.map(hashAgain)));
    const inMarch = march.flatMap(({ nodes }) => nodes);
    expect(new Set(inMarch.map(hashAgain)).size).toBe(inMarch.length);
    // March's instalments are cut from the decided grants, which lie with the opening and not again with March.
    expect(inMarch.filter((node) => inOpening.has(hashAgain(node)))).toEqual([]);
    const named = inMarch.flatMap((node) => ('of' in node ? (node.of as string[]) : []));
    expect(named.filter((hash) => inOpening.has(hash)).length).toBeGreaterThanOrEqual(21);
  });

  it('ends in inputs whose stream, version and hash are in the record, with the number of their row', () => {
    const inputs = leaves('input');
    // 21 × 22 inhabitants, 22 price tags, 21 × 3 costs of diseases, the second level, 2 × 21 rebates, 2 outcomes,
    // the rate, the discount, and the monthly totals of two interim decisions.
    expect(inputs).toHaveLength(462 + 22 + 63 + 1 + 42 + 2 + 1 + 1 + 2);
    for (const { source, row = '', exact } of inputs) {
      const { stream = '', version = 0, hash } = source ?? {};
      const found = year.found.find((each) => `${each.partition}/${each.stream}` === stream);
      const versions = (found?.events ?? []).filter(
        ({ event }) => (event as { type: string }).type === 'input-registered',
      );
      const named = versions[version - 1];
      expect(named?.hash, `${stream} version ${version}`).toBe(hash);
      const number = numberIn(found?.stream ?? '', row, contentOf(named?.event));
      expect(fraction(exact), `${stream} ${row}`).toEqual(fraction(number ?? 'nothing'));
    }
  });

  it('ends in parameters of the agreement that say where they are written', () => {
    const parameters = leaves('parameter');
    expect(parameters.length).toBeGreaterThan(10);
    for (const { cites = [], name } of parameters) {
      expect(cites.length, name).toBeGreaterThan(0);
      for (const { source, place } of cites) {
        expect(Object.keys(sources)).toContain(source);
        expect(place).not.toBe('');
      }
    }
  });

  it('names at every step the rule that took it and where the rule is written', () => {
    for (const { rule, cites = [] } of leaves('step')) {
      expect(rule).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/);
      expect(cites.length, rule).toBeGreaterThan(0);
    }
  });
});

const contentOf = (event: unknown): unknown => (event as { content: unknown } | undefined)?.content;

/** A number as text, decimal or as a fraction, as a reduced pair; text that is none is refused. */
function fraction(text: string): readonly [bigint, bigint] {
  const [whole = '', decimals = ''] = text.split('.');
  const [numerator = '', denominator = '1'] = whole.split('/');
  const scale = 10n ** BigInt(decimals.length);
  const pair = [BigInt(numerator + decimals), BigInt(denominator) * scale] as const;
  const common = divisor(pair[0], pair[1]);
  return [pair[0] / common, pair[1] / common];
}

const divisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
