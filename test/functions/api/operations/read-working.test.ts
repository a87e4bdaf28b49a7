import { describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../core/record/case-id.ts';
import { readProposal } from '../../../../functions/api/operations/read-proposal.ts';
import { readWorking } from '../../../../functions/api/operations/read-working.ts';
import {
  type RecordedNode,
  WorkingSource,
} from '../../../../functions/api/views/working-source.ts';
import { workingTree } from '../../../../functions/api/views/workings.ts';
import { hashOf } from '../../../../functions/shared/documents.ts';
import { refusalOf, stateOf, type World } from '../../support/world.ts';
import { approvedBelowZero, cases } from '../../support/year.ts';
import { readAs } from '../read-as.ts';
import { february } from './year-so-far.ts';

const at = '2022-01-25T09:00:00Z';

const workingOf = (
  world: World,
  run: (typeof cases)[keyof typeof cases],
  working: string,
  depth?: number,
  language: 'sv' | 'en' = 'sv',
) =>
  readAs('readWorking', readWorking, world, {
    at,
    language,
    parameters: { run, working },
    query: depth === undefined ? {} : { depth },
  });

async function proposalIn(world: World, run: (typeof cases)[keyof typeof cases]) {
  const proposal = (await stateOf(world, run)).proposal?.proposed.proposal ?? '';
  return readAs('readProposal', readProposal, world, { at, parameters: { run, proposal } });
}

const worldOfFebruary = await february();
const shown = await proposalIn(worldOfFebruary, cases.february);
const lineOf = (kind: string) =>
  shown.payments.find(({ payee }) => payee === '09')?.lines.find((line) => line.kind === kind)
    ?.working ?? '';

/** Every node under a hash, found as the operation finds them. */
async function everythingUnder(world: World, run: CaseId, hash: string) {
  const source = new WorkingSource(world.records, run);
  const found = new Map<string, RecordedNode>();
  const queue = [hash];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    const node = await source.named(next);
    found.set(next, node);
    queue.push(...(node.of ?? []));
  }
  return [...found.values()];
}

const kindsIn = (nodes: readonly RecordedNode[]): readonly string[] =>
  [...new Set(nodes.flatMap(({ source }) => source?.stream.split('/')[1] ?? []))].sort();

describe('the working of an amount', () => {
  it('begins with the amount itself, its rule by name, and the paragraph it is written in', async () => {
    const { root, nodes } = await workingOf(
      worldOfFebruary,
      cases.february,
      lineOf('rebate-forecast'),
      0,
    );
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({
      hash: root,
      operation: 'part',
      key: '09',
      rule: {
        id: 'rebate/february-rebate-adjustment',
        name: 'justering för återbäring (februariutbetalningen)',
      },
      text: 'Minus 40\u00a0% av 20\u00a0506\u00a0982\u00a0kr. I hela kronor, avrundat så att 21 regioner tillsammans får −1\u00a0060\u00a0000\u00a0000\u00a0kr.',
      cites: [{ source: 'agreement-2021', place: '4.1', registration: 'S2021/00821' }],
    });
  });

  it('is given whole where that is asked for, row by row as the documents print it', async () => {
    const working = lineOf('rebate-forecast');
    const whole = await readAs('readWorking', readWorking, worldOfFebruary, {
      at,
      parameters: { run: cases.february, working },
      query: { depth: 0, whole: 'true' },
    });
    expect(whole.rows?.map(({ depth, text }) => [depth, text.slice(0, 14)])).toEqual([
      [0, 'Minus 40\u00a0% av '],
      [1, expect.stringContaining('Minus')],
      [2, '40\u00a0% av 20\u00a0506'],
      [3, 'Står i överens'],
      [3, 'Återbäring, pr'],
    ]);
    expect(whole.rows?.[0]?.hash).toBe(working);
    const usual = await workingOf(worldOfFebruary, cases.february, working);
    expect(usual.rows).toBeUndefined();
  });

  it('goes two levels down unless asked otherwise, and names what lies deeper', async () => {
    const usual = await workingOf(worldOfFebruary, cases.february, lineOf('rebate-forecast'));
    const deeper = await workingOf(worldOfFebruary, cases.february, lineOf('rebate-forecast'), 4);
    expect(usual.nodes).toHaveLength(1 + 1 + 21);
    // Minus; 40 % of the forecast; each region's forecast, and once the 40 %.
    expect(deeper.nodes).toHaveLength(1 + 1 + 21 + 21 + 21 + 1);
    expect(deeper.nodes.find(({ name }) => name === 'rebate.stateShare')).toMatchObject({
      node: 'parameter',
      exact: '2/5',
      shown: '0.4',
      unit: 'share',
    });
    expect(deeper.nodes.find(({ row }) => row === '09')).toMatchObject({
      node: 'input',
      text: 'Återbäring, prognos 2021, version 1: Region Gotland.',
      source: {
        stream: 'INPUT#2021/rebate-forecast',
        year: 2021,
        kind: 'rebate-forecast',
        version: 1,
      },
    });
  });

  it('says so when a number was cut for reading, and always gives the exact one', async () => {
    const { nodes } = await workingOf(worldOfFebruary, cases.february, lineOf('ihsi-difference'));
    const cut = nodes.find(({ operation }) => operation === 'product');
    expect(cut).toMatchObject({
      exact: '162634277994013/8358225210',
      shown: '19457.991847',
      rounded: true,
    });
  });

  it('never ends at a wall: an instalment goes on into the year’s opening, down to inhabitants and price tags', async () => {
    const nodes = await everythingUnder(worldOfFebruary, cases.february, lineOf('instalment'));
    expect(kindsIn(nodes)).toEqual([
      'population',
      'price-tags',
      'second-level',
      'solidarity-costs',
    ]);
    const uncited = nodes.filter(({ node, cites = [] }) => node !== 'input' && cites.length === 0);
    expect(uncited).toEqual([]);
  });

  it('goes on into the reconciliation, and from there into the opening, in May', async () => {
    const world = await approvedBelowZero();
    const may = await proposalIn(world, cases.may);
    const lines = may.payments[0]?.lines ?? [];
    const kinds = new Map<string, readonly string[]>();
    for (const { kind, working } of lines)
      kinds.set(kind, kindsIn(await everythingUnder(world, cases.may, working)));
    // February was not released in this world, so nobody had deducted a forecast.
    expect(kinds.get('rebate-settlement')).toEqual(['rebate-final']);
    expect(kinds.get('corridor-benefits')).toContain('outcomes');
    expect(kinds.get('carried-forward')).toContain('price-tags');
  });

  it('has a sentence in both languages for every step there is', async () => {
    const world = await approvedBelowZero();
    const [swedish, english] = await Promise.all(
      (['sv', 'en'] as const).map(async (language) => {
        const may = await proposalIn(world, cases.may);
        const hash = may.payments[0]?.lines.at(-1)?.working ?? '';
        return (await workingTree(world.records, cases.may, hash, 60, language)).nodes;
      }),
    );
    // No answer grows without end: what lies beyond is named and asked for.
    expect(swedish).toHaveLength(1500);
    expect(new Set(swedish?.map(({ operation }) => operation)).size).toBeGreaterThanOrEqual(12);
    for (const [index, { text }] of (swedish ?? []).entries()) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/undefined|NaN|\{/);
      expect(english?.[index]?.text).toMatch(/\.$/);
    }
  });

  it('of a requisition names the euros and the rate of the day', async () => {
    const { payments } = await proposalIn(worldOfFebruary, cases.ihsi);
    const { nodes } = await workingOf(
      worldOfFebruary,
      cases.ihsi,
      payments[0]?.lines[0]?.working ?? '',
      2,
      'en',
    );
    expect(nodes.map(({ unit, shown }) => [unit, shown])).toContainEqual(['eur', '395500']);
    expect(nodes.map(({ text }) => text)).toContain('Euro rate 2021, version 1: 2021-06-15.');
  });

  it('that nobody has stored is not found', async () => {
    const refusal = await refusalOf(
      workingOf(worldOfFebruary, cases.february, hashOf('no such working')),
    );
    expect(refusal?.message).toMatch(/^not-found/);
  });
});
