import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../core/calendar/month.ts';
import { inputKinds } from '../../core/inputs/kinds.ts';
import {
  agendaStream,
  bankOrderStream,
  caseStream,
  inputStream,
  journalStream,
  noticeStream,
  openingCase,
  payoutCase,
  proposalStream,
  reconciliationCase,
  requestStream,
  requisitionCase,
  switchStream,
  tokenStream,
  workingStream,
} from '../../core/record/case-id.ts';

const source = readFileSync('core/record/case-id.ts', 'utf8');
const document = readFileSync('docs/records.md', 'utf8');
const payout = payoutCase(parseMonth('2021-03'));

/** The rows of the table of partitions: its kind, and the streams in it. */
const rows = new Map(
  [...document.matchAll(/^\| `([A-Z]+)` \| ([^|]+) \| ([^|]+) \|/gm)].map(
    ([, kind = '', year = '', streams = '']) => [kind, { year, streams }] as const,
  ),
);

/** A stream of every kind, with the word for its name in the document. */
const streams = [
  [caseStream(payout), '`03`'],
  [caseStream(requisitionCase(2021, 'sol')), '`sol`'],
  [caseStream(requisitionCase(2021, 'ihsi')), '`ihsi`'],
  [caseStream(openingCase(2021)), '`allocation`'],
  [caseStream(reconciliationCase(2021)), '`settlement`'],
  [proposalStream(payout), 'case'],
  [workingStream(payout), 'case'],
  [bankOrderStream(payout), 'case'],
  [tokenStream(payout), 'case'],
  [journalStream(2021), '`voucher`'],
  [agendaStream, '`closed`'],
  [switchStream, '`releases`'],
  [noticeStream(2021, 'attestant'), '`attestant`'],
  [requestStream('sub-1', 'approveProposal', 'key#1'), 'operation and `Idempotency-Key`'],
  ...Object.keys(inputKinds).map((kind) => [inputStream(2021, kind), 'kind'] as const),
] as const;

describe('The written access patterns', () => {
  it('name every partition that the code can make, and none besides', () => {
    const named = source.matchAll(/\b([A-Z]{3,})#|: '([A-Z]{3,})',$/gm);
    const made = new Set([...named].map(([, prefix, ofCase]) => prefix ?? ofCase ?? ''));
    expect(made.size).toBeGreaterThan(10);
    expect([...rows.keys()].sort()).toEqual([...made].sort());
  });

  it.each(streams)('say where %o lies', ({ partition, name }, word) => {
    const [kind = '', year = ''] = partition.split('#');
    const row = rows.get(kind);
    expect(row?.streams).toContain(word);
    if (word.startsWith('`')) expect(word).toBe(`\`${name}\``);
    if (year === 'all') expect(row?.year).toContain('`all`');
  });

  it('names no two streams of which one begins with the other and its number’s sign', () => {
    for (const [{ name }] of streams) expect(name).not.toContain('#');
  });
});
