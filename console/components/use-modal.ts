import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A `<dialog>` that is modal while it is open. The browser keeps the focus inside, closes on Escape and gives the focus back. */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
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
  return dialog;
}
