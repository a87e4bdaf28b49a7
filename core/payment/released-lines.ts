import { type Explained, stored } from '../explain.ts';
import type { LineKind } from '../line-kinds.ts';
import { Fraction } from '../money/fraction.ts';
import type { Sek } from '../money/sek.ts';
import { type ByRegion, byRegion } from '../regions.ts';
import { keyParts } from './due.ts';
import type { PayeeCode } from './events.ts';
import type { PaymentProposal } from './proposal.ts';

/** What of a released payment says which kronor it paid of an agreement year. */
export type ReleasedLines = Pick<PaymentProposal, 'payments' | 'paid' | 'yearShares'>;

interface Amount {
  readonly payee: PayeeCode;
  readonly sek: string;
  readonly working: string;
}

/**
 * What a payment's lines of a kind hold of an agreement year: the whole line where all its items are of that year, its part where
 * several years share it. A payment that does not say the parts of a shared line is refused with a RangeError.
 */
export function linesOfYear(
  { payments, paid, yearShares = [] }: ReleasedLines,
  kind: LineKind,
  agreementYear: number,
): readonly Amount[] {
  const years = new Set(
    paid.map(keyParts).flatMap((key) => (key.kind === kind ? [key.agreementYear] : [])),
  );
  if (!years.has(agreementYear)) return [];
  const whole = payments.flatMap(({ payee, lines }) =>
    lines.filter((line) => line.kind === kind).map(({ sek, working }) => ({ payee, sek, working })),
  );
  if (years.size === 1) return whole;
  const parts = yearShares.filter((share) => share.kind === kind);
  if (parts.length === 0 && whole.length > 0)
    throw new RangeError(`A payment does not say what each year has in its line ${kind}.`);
  return parts.filter((part) => part.agreementYear === agreementYear);
}

/**
 * What released payments paid of an agreement year's grant: every line of instalments and interim payments, with the working that the
 * record holds. What came back from the bank is among it: it was released, and is settled as what came back.
 */
export function grantReleased(
  released: readonly ReleasedLines[],
  agreementYear: number,
): ByRegion<readonly Explained<Sek>[]> {
  const amounts = released.flatMap((each) =>
    (['instalment', 'interim-instalment'] as const).flatMap((kind) =>
      linesOfYear(each, kind, agreementYear),
    ),
  );
  return byRegion((region) =>
    amounts
      .filter(({ payee }) => payee === region)
      .map(({ sek, working }) => stored(Fraction.parse(sek), working)),
  );
}
