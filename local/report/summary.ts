import { setColumns } from './columns.ts';
import { kronorText } from './kronor-text.ts';
import { kronor, paidOf, sumOf } from './sums.ts';
import type { RequisitionPayment, Waiting, YearResult } from './year-result.ts';

/** A line of the summary: a name, an amount or nothing, and a remark. */
type SummaryLine = readonly [name: string, amount: bigint | null, remark: string];

const requisitionNames = { sol: 'SOL, to SKR', ihsi: 'IHSI, to SKR' } as const;

/**
 * The year in a few lines: the pot, the grants against it, what was paid, the requisitions, the vouchers, what still
 * waits and for what, and the record's head hash. Plain text, kronor.
 */
export function yearSummary(result: YearResult, waiting: readonly Waiting[]): string {
  const { rows } = setColumns([
    { head: [''], cells: lines(result).map(([name]) => name), align: 'left' },
    {
      head: [''],
      cells: lines(result).map(([, amount]) => (amount === null ? '' : kronorText(amount))),
      align: 'right',
    },
    { head: [''], cells: lines(result).map(([, , remark]) => remark), align: 'left' },
  ]);
  return `${[...rows, '', ...waitingLines(waiting), '', `head hash ${result.headHash}`].join('\n')}\n`;
}

function lines(result: YearResult): SummaryLine[] {
  const pot = kronor(result.potSek);
  const grants = Object.values(result.grants);
  const sent = sumOf(result.payments.map(({ totalSek }) => totalSek));
  const paid = sumOf(result.payments.map(paidOf));
  const months = `in ${counted(result.payments.length, 'month')}`;
  return [
    [`pot ${result.agreementYear}`, pot, 'shared among the regions'],
    [
      'Σ grants',
      grants.length === 0 ? null : sumOf(grants),
      grants.length === 0 ? 'not decided yet' : againstPot(sumOf(grants) - pot, grants.length),
    ],
    ...(paid === sent
      ? []
      : [
          ['sent to regions', sent, months] as const,
          ['came back', paid - sent, 'and was not paid again as its month'] as const,
        ]),
    ['paid to regions', paid, paid === sent ? months : ''],
    ...(['sol', 'ihsi'] as const).map((kind) => requisitionLine(kind, result.requisitions)),
    ['vouchers', BigInt(result.vouchers), ''],
  ];
}

function againstPot(difference: bigint, regions: number): string {
  const to = counted(regions, 'region');
  return difference === 0n
    ? `to ${to}: the pot ✓`
    : `to ${to}: ${kronorText(difference)} off the pot ✗`;
}

function requisitionLine(
  kind: RequisitionPayment['kind'],
  requisitions: readonly RequisitionPayment[],
): SummaryLine {
  const paid = requisitions.find((one) => one.kind === kind);
  if (paid === undefined) return [requisitionNames[kind], null, 'not paid'];
  const rate = paid.kind === 'ihsi' ? ` at ${paid.rate} kr for a euro` : '';
  const state = paid.paidSek === undefined ? `paid ${paid.paidOn}${rate}` : 'came back';
  return [requisitionNames[kind], kronor(paid.paidSek ?? paid.sek), state];
}

function waitingLines(waiting: readonly Waiting[]): string[] {
  if (waiting.length === 0) return ['Nothing waits.'];
  const { rows } = setColumns([
    { head: [''], cells: waiting.map(({ what }) => `  ${what}`), align: 'left' },
    { head: [''], cells: waiting.map(({ forWhat }) => `for ${forWhat}`), align: 'left' },
    { head: [''], cells: waiting.map(({ since }) => `since ${since}`), align: 'left' },
  ]);
  return ['Waiting:', ...rows];
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;
