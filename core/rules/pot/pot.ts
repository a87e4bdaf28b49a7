import type { AgreementParameters } from '../../agreement/parameters.ts';
import type { Citation } from '../../agreement/sources.ts';
import { type Explained, stated } from '../../explain.ts';
import type { Sek } from '../../money/sek.ts';
import { reckon } from '../../reckon.ts';
import { ok, type Result, refused } from '../../result.ts';

/** A printed sum that its printed parts do not give. */
export interface PotDoesNotAddUp {
  readonly kind: 'pot-does-not-add-up';
  readonly which: 'grant' | 'pot';
  readonly printed: Sek;
  readonly added: Sek;
  readonly cites: readonly Citation[];
}

/**
 * The kronor that are shared among the regions: the agreement's total less what it sets aside.
 *
 * The amount is worked out from its parts and must be the printed one, to the krona. Where the printed text does not add up
 * the agreement module states the kronor that are unexplained. Refuses parts that give another total or another pot.
 *
 * @sv      huvuddelen av bidraget
 * @cites   agreement-2021, 2; agreement-2021, Bilaga, Utbetalningsordning
 * @applies agreement years from 2021
 */
export function pot(agreement: AgreementParameters): Result<Explained<Sek>, PotDoesNotAddUp> {
  const { grant, pot } = agreement;
  const { sum, minus, plus } = reckon({ rule: 'pot/pot', cites: pot.printed.cites });
  const total = sum(
    grant.parts.map(({ name, amount }) => stated.sek(`grant.parts.${name}`, amount)),
  );
  const setAside = sum(
    pot.setAside.map(({ name, amount }) => stated.sek(`pot.setAside.${name}`, amount)),
  );
  const rest = minus(total, setAside);
  const shared = pot.unexplained.value.isZero()
    ? rest
    : plus(rest, stated.sek('pot.unexplained', pot.unexplained));
  const checks = [
    { which: 'grant', printed: grant.total, added: total },
    { which: 'pot', printed: pot.printed, added: shared },
  ] as const;
  for (const { which, printed, added } of checks) {
    if (added.value.equals(printed.value)) continue;
    const refusal = { which, printed: printed.value, added: added.value, cites: printed.cites };
    return refused({ kind: 'pot-does-not-add-up', ...refusal });
  }
  return ok(shared);
}
