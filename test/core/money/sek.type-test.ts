import type { Fraction } from '../../../core/money/fraction.ts';
import { Rate } from '../../../core/money/rate.ts';
import { Sek } from '../../../core/money/sek.ts';

Sek.of('1').plus(Sek.of('2'));
Sek.perInhabitant('1').plus(Sek.perInhabitant('2'));
const total: Sek = Sek.perInhabitant('1').forInhabitants(10n);
const each: Sek<'perInhabitant'> = Sek.of('1').perEach(10n);
const sum: Sek = Sek.sum([total, total]);
const eachSum: Sek<'perInhabitant'> = Sek.sum([each, each]);
sum.times(Rate.percent('40'));

// @ts-expect-error An amount per inhabitant is not a total.
Sek.of('1').plus(Sek.perInhabitant('2'));

// @ts-expect-error Amounts on different bases cannot be compared.
eachSum.isLessThan(total);

// @ts-expect-error Amounts on different bases cannot be summed.
Sek.sum([total, each]);

// @ts-expect-error A total is not multiplied by inhabitants.
total.forInhabitants(10n);

// @ts-expect-error An amount per inhabitant is not spread again.
each.perEach(10n);

// @ts-expect-error Money never comes from a float.
Sek.of(0.1);

// @ts-expect-error Kronor are an integer, not a float.
Sek.whole(1);

// @ts-expect-error Money is not multiplied by a float.
total.times(0.4);

// @ts-expect-error Money is not multiplied by money.
total.times(total);

// @ts-expect-error A rate is no amount.
const amount: Sek = Rate.of('1');

// @ts-expect-error An amount is not made past its checks.
new Sek({} as Fraction);

export type { amount };
