import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';

interface ActionButtonProps {
  /** What the API says of the action; a button without it is always allowed. */
  action?: { readonly allowed: boolean; readonly why?: { readonly text: string } | undefined };
  variant?: 'primary' | 'secondary' | 'tertiary';
  color?: 'accent' | 'danger' | 'neutral';
  busy?: boolean;
  onAct: () => void;
  children: ComponentChildren;
}

/**
 * A button for something that changes things. What this person may not do stays in sight and in the order of tabs, does nothing, and
 * has the reason written beneath. The server decides all the same.
 */
export function ActionButton(props: ActionButtonProps) {
  const { action, variant = 'primary', color = 'accent', busy = false, onAct, children } = props;
  const { t } = useText();
  const reasonId = useId();
  const allowed = action?.allowed ?? true;
  const why = allowed ? undefined : action?.why?.text;
  return (
    <div class="action">
      <button
        type="button"
        class="ds-button"
        data-variant={variant}
        data-color={color}
        aria-disabled={!allowed || busy}
        aria-busy={busy}
        aria-describedby={why ? reasonId : undefined}
        onClick={() => {
          if (allowed && !busy) onAct();
        }}
      >
        {busy ? t('busy') : children}
      </button>
      {why && (
        <p class="action-reason" id={reasonId}>
          <Icon name="info" />
          <span>{why}</span>
        </p>
      )}
    </div>
  );
}
