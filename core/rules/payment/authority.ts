import type { Citation } from '../../agreement/sources.ts';
import type { Day } from '../../calendar/day.ts';
import type { Month } from '../../calendar/month.ts';
import type { LineKind } from '../../line-kinds.ts';
import { ok, type Result, refused } from '../../result.ts';

/** A decision of the Government (regleringsbrev) that lets payments be made. */
export interface Authorisation {
  /** The decision's id, e.g. 'rb-2021-02-18'. */
  readonly decision: string;
  readonly decidedOn: Day;
  /** Under a signed agreement, or in wait of one. */
  readonly kind: 'agreement' | 'interim';
  readonly agreementYear: number;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
}

/** A line, or a requisition, and the month in which it is paid. */
export interface ToBeAuthorised {
  readonly kind: LineKind | 'sol' | 'ihsi';
  /** The year of the agreement that the line belongs to; of a local discount, the year in which it was given. */
  readonly agreementYear: number;
  /** Of a local discount: the year from whose grant it is deducted, where that is not the next. */
  readonly deductedFrom?: number;
  readonly month: Month;
}

/** No decision covers the line: what it would have to cover. */
export interface NoAuthority extends ToBeAuthorised {
  readonly reason: 'no-authority';
  readonly needs: readonly Authorisation['kind'][];
  /** The agreement year that the decision would have to name. */
  readonly needsYear: number;
  readonly cites: readonly Citation[];
}

/**
 * The decision that covers a line's agreement year and payment month, or a refusal that says what is lacking.
 *
 * An agreement decision covers every kind but interim instalments, which need an interim one. A local discount needs only the
 * decision of the instalment that it reduces, which is one of the year after, under an agreement or in wait of one. What is
 * carried forward moves money that another line's decision covered, and needs none of its own.
 *
 * @sv      betalningsbemyndigande
 * @cites   agreement-2021, 6; letter-2016, ändringsbeslut 2016-02-25
 * @applies agreement years from 2021
 */
export function authorityFor(
  line: ToBeAuthorised,
  authorisations: readonly Authorisation[],
): Result<Authorisation | 'none-needed', NoAuthority> {
  if (line.kind === 'carried-forward') return ok('none-needed');
  const next = line.kind === 'local-discount' ? line.agreementYear + 1 : line.agreementYear;
  const needsYear = line.deductedFrom ?? next;
  const needs = decisionsFor(line.kind);
  const decision = authorisations.find(
    ({ kind, agreementYear, firstMonth, lastMonth }) =>
      needs.includes(kind) &&
      agreementYear === needsYear &&
      firstMonth <= line.month &&
      line.month <= lastMonth,
  );
  if (decision) return ok(decision);
  const cites = [{ source: 'agreement-2021', place: '6' }] as const;
  return refused({ reason: 'no-authority', ...line, needs, needsYear, cites });
}

function decisionsFor(kind: ToBeAuthorised['kind']): readonly Authorisation['kind'][] {
  if (kind === 'interim-instalment') return ['interim'];
  if (kind === 'local-discount') return ['agreement', 'interim'];
  return ['agreement'];
}
