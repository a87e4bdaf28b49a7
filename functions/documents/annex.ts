import type { PaymentProposal } from '../../core/payment/proposal.ts';
import { payoutMonth } from '../../core/record/case-id.ts';
import { kindTotals } from '../api/views/proposals.ts';
import { monthName } from '../api/views/run-name.ts';
import type { Language } from '../contract/api/problem-type.ts';
import { say } from './texts.ts';

/** A payee's row: its amounts stand under their kinds; a kind that it has no line of is absent, which is not 0 kr. */
export interface AnnexRow {
  readonly code: string;
  readonly name: string;
  readonly sek: readonly (string | undefined)[];
  readonly totalSek: string;
}

/** What a month's payout paid, per region and kind. */
export interface Annex {
  /** What stands above the table: of which month, agreement, decision and appropriation it is. */
  readonly about: readonly string[];
  readonly heads: { readonly code: string; readonly region: string; readonly total: string };
  /** The kinds that occur, in the order of columns, each with its sum. */
  readonly kinds: readonly { readonly text: string; readonly totalSek: string }[];
  readonly rows: readonly AnnexRow[];
  readonly totalSek: string;
}

/**
 * The annex of a released payout, from the proposal that was approved.
 *
 * @sv bilaga
 */
export function annexOf(proposal: PaymentProposal, language: Language): Annex {
  const kinds = kindTotals(
    proposal.payments.map(({ lines }) => ({ lines: [...lines] })),
    language,
  );
  const { agreements, decisions, budgetYear, totalSek } = proposal;
  return {
    about: [
      say('annexTitle', language, { month: monthName(payoutMonth(proposal.case), language) }),
      ...agreements.map(
        ({ year, registration }) =>
          `${say('agreement', language)} ${say('agreementOf', language, { year: String(year), registration })}`,
      ),
      `${say('decisions', language)}: ${decisions.join(', ')}`,
      say('appropriation', language, { year: String(budgetYear) }),
    ],
    heads: {
      code: say('code', language),
      region: say('region', language),
      total: say('total', language),
    },
    kinds,
    rows: proposal.payments.map(({ payee, name, lines, totalSek: own }) => ({
      code: payee,
      name,
      sek: kinds.map(({ kind }) => lines.find((line) => line.kind === kind)?.sek),
      totalSek: own,
    })),
    totalSek,
  };
}
