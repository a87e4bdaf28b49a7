import { useText } from '../../kit.ts';

/** An amount of the bank's, exact to the öre: as it was given, grouped by thousands. */
export function Money({ of }: { of: string }) {
  const { decimal } = useText();
  return (
    <span class={of.startsWith('-') ? 'amount amount-negative' : 'amount'}>{decimal(of)}</span>
  );
}
