import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regionCodes } from '../../../core/regions.ts';
import { resultJson, writeResultJson } from '../../../local/report/result-json.ts';
import type { YearResult } from '../../../local/report/year-result.ts';
import { sampleLikeResult } from '../../fixtures/year-result.ts';

const { result } = sampleLikeResult();
const small: YearResult = {
  agreementYear: 2021,
  potSek: '33432900840',
  grants: { '10': '2', '01': '1' },
  payments: [
    {
      month: '2021-04',
      payDay: '2021-04-01',
      totalSek: '7',
      regions: [
        { code: '10', totalSek: '0', lines: [{ kind: 'instalment', sek: '0' }] },
        {
          code: '01',
          totalSek: '7',
          lines: [
            { kind: 'local-discount', sek: '-3' },
            { kind: 'instalment', sek: '10' },
          ],
        },
      ],
    },
  ],
  requisitions: [{ kind: 'ihsi', sek: '4008076', rate: '10.1342', paidOn: '2021-06-15' }],
  vouchers: 2,
  headHash: 'ab'.repeat(32),
};

describe('the result as JSON', () => {
  it('has the agreed shape: two spaces, a final newline, regions and lines in order, no line of zero', () => {
    expect(resultJson(small)).toBe(`{
  "agreementYear": 2021,
  "potSek": "33432900840",
  "grants": {
    "01": "1",
    "10": "2"
  },
  "payments": [
    {
      "month": "2021-04",
      "payDay": "2021-04-01",
      "totalSek": "7",
      "regions": [
        {
          "code": "01",
          "totalSek": "7",
          "lines": [
            {
              "kind": "instalment",
              "sek": "10"
            },
            {
              "kind": "local-discount",
              "sek": "-3"
            }
          ]
        },
        {
          "code": "10",
          "totalSek": "0",
          "lines": []
        }
      ]
    }
  ],
  "requisitions": [
    {
      "kind": "ihsi",
      "sek": "4008076",
      "rate": "10.1342",
      "paidOn": "2021-06-15"
    }
  ],
  "vouchers": 2,
  "headHash": "${'ab'.repeat(32)}"
}
`);
  });

  it('reads back as the result, months in order', () => {
    const shuffled = { ...result, payments: result.payments.toReversed() };
    expect(JSON.parse(resultJson(shuffled))).toEqual(result);
    expect(resultJson(shuffled)).toBe(resultJson(result));
  });

  it('lists grants by region code, 01 before 10', () => {
    const codes = [...resultJson(result).matchAll(/^ {4}"(\d\d)":/gm)].map(([, code]) => code);
    expect(codes).toEqual(regionCodes);
  });

  it.each<[string, YearResult, string]>([
    [
      'lines do not make the total of their region',
      withPayment({ regions: [{ code: '01', totalSek: '7', lines: [] }] }),
      '2021-04: the lines of region 01 sum to 0 kr, its total is 7 kr.',
    ],
    [
      'regions do not make the total of the month',
      withPayment({ totalSek: '8' }),
      "2021-04: the regions sum to 7 kr, the month's total is 8 kr.",
    ],
    [
      'an amount is not whole kronor',
      withPayment({ totalSek: '7.0' }),
      `Not whole kronor: "7.0". Allowed is text such as '-1250000'.`,
    ],
  ])('is refused when %s', (_, wrong, message) => {
    expect(() => resultJson(wrong)).toThrow(new RangeError(message));
  });

  function withPayment(change: Partial<YearResult['payments'][number]>): YearResult {
    return { ...small, payments: small.payments.map((payment) => ({ ...payment, ...change })) };
  }
});

describe('the result file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-result-'));

  it('is written whole, its directory too, with nothing left beside it', async () => {
    const file = join(directory, 'new', 'result.json');
    await writeResultJson(file, result);
    expect(readFileSync(file, 'utf8')).toBe(resultJson(result));
    expect(readdirSync(join(directory, 'new'))).toEqual(['result.json']);
  });

  it('stays as it was when the result is refused', async () => {
    const file = join(directory, 'old.json');
    writeFileSync(file, 'old');
    const wrong = { ...small, payments: small.payments.map((one) => ({ ...one, totalSek: '1' })) };
    await expect(writeResultJson(file, wrong)).rejects.toThrow(RangeError);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});
