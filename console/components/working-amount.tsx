import { useText } from '../i18n/language.tsx';
import type { WorkingNode } from './working-place.ts';

const units = ['sek', 'sek-per-inhabitant', 'inhabitants', 'share', 'eur', 'sek-per-eur'] as const;

/** A number of a working with its unit. Where digits were left out it says so; the exact number is written where the node is open. */
export function WorkingAmount({ node }: { node: WorkingNode }) {
  const { t, decimal } = useText();
  const unit = units.find((each) => each === node.unit);
  const amount = decimal(node.shown) + (node.rounded ? '…' : '');
  return <span class="amount">{unit ? t(`unit.${unit}`, { amount }) : amount}</span>;
}
