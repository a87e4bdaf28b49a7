import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import {
  agendaStream,
  bankOrderStream,
  caseKind,
  caseKinds,
  casePart,
  caseStream,
  caseYear,
  inputStream,
  journalStream,
  noticeStream,
  openingCase,
  parseCaseId,
  payoutCase,
  payoutMonth,
  proposalStream,
  reconciliationCase,
  requisitionCase,
  streamText,
  switchStream,
  tokenStream,
  workingStream,
} from '../../../core/record/case-id.ts';

describe('A case', () => {
  it.each([
    [payoutCase(parseMonth('2022-02')), 'payout-2022-02', 'payout', 2022, '02', 'RUN#2022/02'],
    [
      requisitionCase(2021, 'sol'),
      'requisition-2021-sol',
      'requisition',
      2021,
      'sol',
      'REQUISITION#2021/sol',
    ],
    [
      requisitionCase(2021, 'ihsi'),
      'requisition-2021-ihsi',
      'requisition',
      2021,
      'ihsi',
      'REQUISITION#2021/ihsi',
    ],
    [openingCase(2021), 'opening-2021', 'opening', 2021, '', 'GRANT#2021/allocation'],
    [
      reconciliationCase(2021),
      'reconciliation-2021',
      'reconciliation',
      2021,
      '',
      'RECONCILIATION#2021/settlement',
    ],
  ])('%s has its id, kind, year and stream', (id, text, kind, year, part, stream) => {
    expect(id).toBe(text);
    expect(parseCaseId(text)).toBe(id);
    expect([caseKind(id), caseYear(id), casePart(id), streamText(caseStream(id))]).toEqual([
      kind,
      year,
      part,
      stream,
    ]);
    expect(caseKinds.get(caseStream(id).partition.split('#')[0] ?? '')).toBe(kind);
  });

  it.each([
    '',
    'payout-2022',
    'payout-2022-00',
    'payout-2022-13',
    'payout-22-02',
    'requisition-2021-eur',
    'opening-2021-01',
    'reconciliation-21',
    'run-2022-02',
    'payout-2022-02.2',
    ' payout-2022-02',
  ])('is not named %j', (text) => {
    expect(() => parseCaseId(text)).toThrow(
      new RangeError(
        `"${text}" is no case. Allowed: payout-YYYY-MM, requisition-YYYY-sol, requisition-YYYY-ihsi, opening-YYYY, reconciliation-YYYY.`,
      ),
    );
  });

  it('has a month only if it is a payout', () => {
    expect(payoutMonth(payoutCase(parseMonth('2022-02')))).toBe('2022-02');
    for (const other of [openingCase(2021), requisitionCase(2021, 'sol'), reconciliationCase(2021)])
      expect(() => payoutMonth(other)).toThrow(RangeError);
  });
});

describe('Beside a case', () => {
  const id = payoutCase(parseMonth('2022-02'));
  it.each([
    [proposalStream(id), 'PROPOSAL#2022/payout-2022-02'],
    [workingStream(id), 'WORKING#2022/payout-2022-02'],
    [bankOrderStream(id), 'ORDER#2022/payout-2022-02'],
    [tokenStream(id), 'TOKEN#2022/payout-2022-02'],
    [journalStream(2022), 'JOURNAL#2022/voucher'],
    [agendaStream, 'AGENDA#all/closed'],
    [switchStream, 'SWITCH#all/releases'],
    [noticeStream(2022, 'attestant'), 'NOTICE#2022/attestant'],
    [inputStream(2021, 'rebate-final'), 'INPUT#2021/rebate-final'],
    [inputStream(2021, 'payees'), 'INPUT#all/payees'],
  ])('lies a stream %#', (stream, text) => {
    expect(streamText(stream)).toBe(text);
  });
});
