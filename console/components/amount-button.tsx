import { Amount } from './amount.tsx';

/**
 * An amount that leads to how it was computed.
 *
 * @param about whose and which amount it is, for whoever does not see where it stands
 */
export function AmountButton(props: {
  sek: string;
  unit?: boolean;
  about: string;
  onShow: () => void;
}) {
  const { sek, unit = false, about, onShow } = props;
  return (
    <button type="button" class="amount-button" onClick={onShow}>
      <Amount sek={sek} unit={unit} />
      <span class="ds-sr-only"> {about}</span>
    </button>
  );
}
