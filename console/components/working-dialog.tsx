import { useId } from 'preact/hooks';
import { useText } from '../i18n/language.tsx';
import { Icon } from './icon.tsx';
import { useModal } from './use-modal.ts';
import { Working } from './working.tsx';
import type { WorkingPlace } from './working-place.ts';

/** An amount whose working is shown: what it is, and the hash that its line names. */
export interface ShownWorking {
  readonly root: string;
  readonly name: string;
}

/** The working of an amount beside the page it stands on. Escape closes it, and the focus goes back to the amount. */
export function WorkingDialog(props: {
  place: WorkingPlace;
  shown: ShownWorking | undefined;
  onClose: () => void;
}) {
  const { place, shown, onClose } = props;
  const { t } = useText();
  const dialog = useModal(shown !== undefined);
  const titleId = useId();
  return (
    <dialog ref={dialog} class="ds-dialog drawer" aria-labelledby={titleId} onClose={onClose}>
      {shown && (
        <>
          <div class="drawer-head">
            <div>
              <p class="quiet">{t('working.title')}</p>
              <h2 class="ds-heading" data-size="xs" id={titleId}>
                {shown.name}
              </h2>
            </div>
            <button
              type="button"
              class="icon-button"
              aria-label={t('working.close')}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="cross" />
            </button>
          </div>
          <Working key={shown.root} place={place} root={shown.root} name={shown.name} />
        </>
      )}
    </dialog>
  );
}
