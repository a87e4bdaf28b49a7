import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** The verb on the button that does it. */
  confirm: string;
  color?: 'accent' | 'danger';
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** Asks before something is done. The browser keeps the focus inside, closes on Escape and gives the focus back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, confirm, color = 'accent', busy = false, onConfirm, onClose } = props;
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // The browser gives the focus back when a dialog closes, not when it is taken away while it stands open; then it is done here.
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    return () => {
      if (element?.open && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="ds-dialog dialog" aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <form
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) onConfirm();
          }}
        >
          <h2 class="ds-heading" data-size="xs" id={titleId}>
            {title}
          </h2>
          {props.children}
          <div class="actions">
            <button type="submit" class="ds-button" data-color={color} aria-busy={busy}>
              {busy ? t('busy') : confirm}
            </button>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              onClick={() => dialog.current?.close()}
            >
              {t('dialog.cancel')}
            </button>
          </div>
        </form>
      )}
    </dialog>
  );
}
