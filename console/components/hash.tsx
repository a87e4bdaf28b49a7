import { useState } from 'preact/hooks';
import { shortHash } from '../format/hash.ts';
import { useText } from '../i18n/language.tsx';
import { announce } from '../shell/announce.ts';
import { Icon } from './icon.tsx';

/** A hash: its beginning, the whole of it when pressed, and a button that copies the whole. */
export function Hash({ hash }: { hash: string }) {
  const { t } = useText();
  const [whole, setWhole] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(hash);
      announce(t('hash.copied'));
    } catch {
      setWhole(true);
      announce(t('hash.not-copied'));
    }
  };
  return (
    <span class="hash">
      <button
        type="button"
        class="hash-text"
        aria-expanded={whole}
        title={whole ? t('hash.hide') : t('hash.show')}
        onClick={() => setWhole(!whole)}
      >
        <code data-full={hash}>{whole ? hash : shortHash(hash)}</code>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('hash.copy', { hash: shortHash(hash) })}
        onClick={copy}
      >
        <Icon name="copy" />
      </button>
    </span>
  );
}
