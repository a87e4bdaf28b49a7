import { useText } from '../../kit.ts';
import type { Item } from './types.ts';

/** Who has looked into something that the bank reported, and what they found. */
export function ResolvedNote({ item }: { item: Item | undefined }) {
  const { t, moment } = useText();
  const resolved = item?.resolved;
  if (!resolved) return null;
  const { by, at, choice, reason } = resolved;
  return (
    <span class="row-note">
      {t('bank-page.item.resolved', { name: by.name, at: moment(at), reason })}
      {choice && ` ${t(`bank-page.choice.${choice}`)}.`}
    </span>
  );
}
