import { isNegative, withUnit } from '../format/kronor.ts';
import { useText } from '../i18n/language.tsx';

interface AmountProps {
  /** Whole kronor as text, as the API answers them. */
  sek: string;
  /** Writes the plus out: for differences. */
  signed?: boolean;
  /** Writes kr after it; leave out in tables, whose headings name the unit. */
  unit?: boolean;
}

/** An amount as it is, grouped by thousands. What is below zero has its sign; colour says nothing alone. */
export function Amount({ sek, signed = false, unit = false }: AmountProps) {
  const { kronor, signedKronor } = useText();
  const text = signed ? signedKronor(sek) : kronor(sek);
  return (
    <span class={isNegative(sek) ? 'amount amount-negative' : 'amount'}>
      {unit ? withUnit(text) : text}
    </span>
  );
}
