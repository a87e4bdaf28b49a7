import type { PayeeCode } from '../../payment/events.ts';
import { isRegionCode } from '../../regions.ts';
import type { Workings } from './workings.ts';

/**
 * Other payees of whom an amount's working is. A step that gives one payee's part of what is dealt out to all names the payee; what it is
 * a part of holds everybody's numbers and is not looked into. Above such parts every number that stands in a payee's row is the payee's.
 */
export function foreignTo(
  workings: Workings,
  { payee, working }: { readonly payee: PayeeCode; readonly working: string },
): readonly string[] {
  const seen = new Set<string>();
  const others = new Set<string>();
  const waiting = [working];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    const node = seen.has(hash) ? undefined : workings.get(hash)?.node;
    seen.add(hash);
    if (!node) continue;
    const named = node.key ?? node.row;
    if (named !== undefined && named !== payee && (isRegionCode(named) || named === 'SKR'))
      others.add(named);
    if (node.key === undefined) waiting.push(...(node.of ?? []));
  }
  return [...others].sort();
}
