import { kronorText } from './kronor-text.ts';
import { kronor, paidOf, sumsByKind } from './sums.ts';
import type { MonthPayment, RequisitionPayment, Waiting } from './year-result.ts';

/** Wide enough for the largest month, '2 786 075 070'. */
const AMOUNT_WIDTH = 14;
const STATE_WIDTH = 17;

/** What progress is written to: a terminal or a pipe. `process.stdout` is one. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** `2021-03  paid 2021-03-01   2 786 075 070 kr  21 regions  instalment`; the kronor and the regions are those that are paid. */
export function paidLine(payment: MonthPayment): string {
  const regions = payment.regions.filter((region) => kronor(paidOf(region)) !== 0n).length;
  const kinds = [...sumsByKind([payment]).keys()].join(', ');
  const state = `paid ${payment.payDay}`;
  return line(
    payment.month,
    state,
    paidOf(payment),
    `${regions} ${regions === 1 ? 'region' : 'regions'}  ${kinds}`,
  );
}

/** `2021-06  paid 2021-06-15       4 008 076 kr  IHSI, requisitioned by SKR, at 10.1342 kr for a euro`. */
export function requisitionPaidLine(paid: RequisitionPayment): string {
  const what =
    paid.kind === 'sol'
      ? 'SOL, requisitioned by SKR'
      : `IHSI, requisitioned by SKR, at ${paid.rate} kr for a euro`;
  return line(paid.paidOn.slice(0, 7), `paid ${paid.paidOn}`, paid.paidSek ?? paid.sek, what);
}

/** `2022-03  waits             payout-2022-03 for authorisation, since 2022-02-24`. */
export function waitingLine(month: string, { what, forWhat, since }: Waiting): string {
  return `${month}  ${'waits'.padEnd(STATE_WIDTH)}${what} for ${forWhat}, since ${since}`;
}

/** `2021-02  nothing due`. */
export function quietLine(month: string): string {
  return `${month}  nothing due`;
}

function line(month: string, state: string, sek: string, what: string): string {
  const amount = kronorText(kronor(sek)).padStart(AMOUNT_WIDTH);
  return `${month}  ${state.padEnd(STATE_WIDTH)}${amount} kr  ${what}`;
}

/** Prints lines as the months pass. On a terminal a live line below them says what is going on; a pipe gets no escape codes. */
export interface Progress {
  /** A line that stays. */
  print(line: string): void;
  /** The live line, replaced by the next one. Nothing in a pipe. */
  live(text: string): void;
  /** Takes the live line away. */
  end(): void;
}

/** Said when the last run of the records did not end. */
export const unendedLine =
  'The last run did not end: it was killed, or the machine lost its power. The year goes on from what is recorded.';

/** Said when the engine's journal had lost what it knew. */
export const lossLine = (cases: readonly string[]): string =>
  `The engine's journal had lost what it knew; the year goes on from the record${cases.length === 0 ? '.' : `, with ${cases.join(', ')} started again.`}`;

const CLEAR_LINE = '\r\u001b[2K';
const DIM = '\u001b[2m';
const PLAIN = '\u001b[22m';

export function progressOn(out: Out): Progress {
  if (out.isTTY !== true) {
    return { print: (text) => void out.write(`${text}\n`), live: () => {}, end: () => {} };
  }
  let current = '';
  const show = (text: string): void => {
    // One column is left free: a full line would wrap and could not be taken away.
    current = text.slice(0, Math.max(0, (out.columns ?? 80) - 1));
    out.write(current === '' ? '' : `${DIM}${current}${PLAIN}`);
  };
  const clear = (): void => {
    if (current !== '') out.write(CLEAR_LINE);
  };
  return {
    print: (text) => {
      const live = current;
      clear();
      out.write(`${text}\n`);
      show(live);
    },
    live: (text) => {
      clear();
      show(text);
    },
    end: () => {
      clear();
      current = '';
    },
  };
}
