import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { useModal } from './use-modal.ts';

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

/** Asks before something is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, confirm, color = 'accent', busy = false, onConfirm, onClose } = props;
  const { t } = useText();
  const dialog = useModal(open);
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) heading.current?.focus();
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
          {/* One reads what is asked before one answers: the focus is here first, and not on the button that does it. */}
          <h2 class="ds-heading" data-size="xs" id={titleId} tabIndex={-1} ref={heading}>
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
