import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../core/calendar/month.ts';
import {
  agendaStream,
  bankOrderStream,
  bankReportStream,
  caseKind,
  caseKinds,
  caseOfStream,
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
  reissued,
  reissueOf,
  requisitionCase,
  roomStream,
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
    [
      reissueOf(payoutCase(parseMonth('2022-02')), '05'),
      'reissue-2022-02-05-1',
      'reissue',
      2022,
      '02',
      'REISSUE#2022/02-05-1',
    ],
    [
      reissueOf(requisitionCase(2021, 'sol'), 'SKR'),
      'reissue-2021-sol-skr-1',
      'reissue',
      2021,
      'sol',
      'REISSUE#2021/sol-skr-1',
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
    expect(caseOfStream(caseStream(id))).toBe(id);
  });

  it.each([
    '',
    'payout-2022',
    'payout-2022-00',
    'payout-2022-13',
    'payout-22-02',
    'requisition-2021-eur',
    'opening-2021-01',
    'reissue-2022-02-05',
    'reissue-2022-02-05-0',
    'reissue-2022-02-skr-1',
    'reissue-2021-sol-05-1',
    'reconciliation-21',
    'run-2022-02',
    'payout-2022-02.2',
    ' payout-2022-02',
  ])('is not named %j', (text) => {
    expect(() => parseCaseId(text)).toThrow(
      new RangeError(
        `"${text}" is no case. Allowed: payout-YYYY-MM, requisition-YYYY-sol, requisition-YYYY-ihsi, opening-YYYY, reconciliation-YYYY, reissue-YYYY-MM-REGION-N, reissue-YYYY-sol-skr-N, reissue-YYYY-ihsi-skr-N.`,
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
    [roomStream(2022), 'ROOM#2022/1:5 ap.2'],
    [agendaStream, 'AGENDA#all/closed'],
    [switchStream, 'SWITCH#all/releases'],
    [noticeStream(2022, 'attestant'), 'NOTICE#2022/attestant'],
    [inputStream(2021, 'rebate-final'), 'INPUT#2021/rebate-final'],
    [inputStream(2021, 'payees'), 'INPUT#all/payees'],
  ])('lies a stream %#', (stream, text) => {
    expect(streamText(stream)).toBe(text);
  });
});

describe('A reissue', () => {
  it.each([
    ['reissue-2022-02-05-1', 'payout-2022-02', '05', 1],
    ['reissue-2022-02-05-2', 'reissue-2022-02-05-1', '05', 2],
    ['reissue-2021-sol-skr-1', 'requisition-2021-sol', 'SKR', 1],
    ['reissue-2021-ihsi-skr-3', 'reissue-2021-ihsi-skr-2', 'SKR', 3],
  ])('%s sends again what came back of %s', (text, from, payee, attempt) => {
    const id = parseCaseId(text);
    expect(reissued(id)).toEqual({ from, payee, attempt });
    expect(reissueOf(parseCaseId(from), payee)).toBe(id);
  });

  it('comes of a payment, at most nine times', () => {
    expect(() => reissueOf(openingCase(2021), '05')).toThrow('opening-2021 pays nobody.');
    expect(() => reissueOf(parseCaseId('reissue-2022-02-05-9'), '05')).toThrow(
      '"reissue-2022-02-05-10" is no case.',
    );
    expect(() => reissued(openingCase(2021))).toThrow('opening-2021 is no reissue.');
  });
});

it('What the bank reports lies by calendar year', () => {
  expect(streamText(bankReportStream(2022))).toBe('BANK#2022/report');
});

it('A stream of something else tells of no case', () => {
  expect(() => caseOfStream(journalStream(2022))).toThrow('JOURNAL#2022/voucher tells of no case.');
});
