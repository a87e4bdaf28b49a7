import { given } from '../../core/explain.ts';
import { Fraction } from '../../core/money/fraction.ts';
import type { PaymentFacts } from '../../core/rules/facts.ts';
import type { Case } from './compare-years.ts';
import { byRunning, type Reading } from './reading.ts';

const sample = { stream: 'INPUT#2021/rebate-forecast', version: 2, hash: '' };

/** The same, with a forecast that came after February's and is so many kronor higher for Region Stockholm. */
const settledAgainstNewest =
  (more: bigint) =>
  ({ agreement, facts }: Case): Case => {
    const { rebateForecast = new Map() } = facts.payment;
    const stockholm = rebateForecast.get('01')?.value.fraction ?? Fraction.of(0n);
    const newest = given.sek(stockholm.plus(Fraction.of(more)), '01', sample);
    const rebateDeducted: PaymentFacts['rebateForecast'] = new Map(rebateForecast).set(
      '01',
      newest,
    );
    return { agreement, facts: { ...facts, payment: { ...facts.payment, rebateDeducted } } };
  };

/** What is settled is settled against what was paid. */
export const readingOfWhatWasPaid: Reading = {
  id: 'R-13',
  question: 'What are the final rebates settled against?',
  passages: [
    {
      source: 'agreement-2021',
      place: '5',
      quote:
        'Slutregleringen görs senast i den utbetalning som sker i maj efter en slutavstämning i mars månad avseende återbäringen föregående helår.',
    },
  ],
  inForce:
    'The version of the forecast by which a released payout deducted, of whichever month. Nothing, where none had when State and SKR had both signed the reconciliation: the deduction then lapses.',
  chosenBy: '`core/payment/deduction.ts`, `functions/shared/deduction.ts`',
  why: 'A final settlement makes good what was paid on a forecast; a version of it that came later moved no kronor. What both have signed must not be changed by a deduction afterwards.',
  alternatives: [
    byRunning(
      'the newest version, had one come after February with 100 mnkr more for Region Stockholm (not selectable)',
      settledAgainstNewest(100_000_000n),
    ),
  ],
};

/** Every line that settles a difference: what it is settled against, and what a newer version of that changes. */
const differences: readonly (readonly [line: string, against: string, later: string])[] = [
  [
    '`rebate-settlement`',
    'The version of `rebate-forecast` that the released payout which deducted it was made from, of whichever month; 0 where none had when both parties signed. The final rebates are those that were signed.',
    'A newer forecast changes nothing. Newer final rebates void what is not signed yet; after that they are a correction.',
  ],
  [
    '`ihsi-difference`',
    'The version of the rate that the released payment of IHSI was made from, and the preliminary amount of the agreement.',
    'A newer version of that day’s rate changes nothing: the euros were bought at the first.',
  ],
  [
    '`local-discount`',
    'Nothing: the report in force when its payout is released is deducted whole, once.',
    'A report that comes after that deducts nothing more and gives nothing back; what it changes is a correction. What the parties sign lists the report in force when they sign.',
  ],
  [
    '`corridor-benefits`, `corridor-hepatitis-c`',
    'The limits of the agreement, with the outcomes and the decided grants on which the signed reconciliation rests.',
    'Newer outcomes void what is not signed yet; after that they are a correction.',
  ],
  [
    '`interim-instalment`',
    'Its own decision’s monthly total, shared by the grants of the latest year that was decided when it was prepared.',
    'It is settled when the agreement comes, against the instalments and interim payments that were released.',
  ],
  [
    '`carried-forward`',
    'The kronor that released payments carried, and those that came back.',
    'Nothing changes it but another released payment, which makes another proposal.',
  ],
];

/** The section of the page that says it. */
export const settledAgainst: string = [
  '## What each difference is settled against',
  '',
  'What is settled is settled against what was paid, never against an input’s newest version. A proposal names the versions that it',
  'rests on; one that something was paid by already is marked `asPaid` there, and a newer version of it voids nothing.',
  '',
  '| Line | Settled against | What comes later |',
  '|---|---|---|',
  ...differences.map((row) => `| ${row.join(' | ')} |`),
  '',
].join('\n');
