import { useEffect, useId, useState } from 'preact/hooks';
import { rolesText } from '../../functions/contract/api/role-texts.ts';
import { Icon } from '../components/icon.tsx';
import { useText } from '../i18n/language.tsx';
import { Brand } from './brand.tsx';
import { useMe } from './me.tsx';
import { Navigation } from './navigation.tsx';
import { Preferences } from './preferences.tsx';
import { useRouter } from './router.tsx';
import type { SectionId } from './sections.ts';

/** Name, menu, preferences and who is signed in. In narrow windows all but the name lie behind the menu button. */
export function Header(props: { section: SectionId | undefined; signOut: () => void }) {
  const { t, language } = useText();
  const me = useMe();
  const { path } = useRouter();
  const [open, setOpen] = useState(false);
  const panelId = useId();
  // The menu has done its work when one has come to another page.
  useEffect(() => setOpen(false), [path]);
  return (
    <header class="header" data-open={open}>
      <div class="header-bar">
        <Brand />
        <button
          type="button"
          class="ds-button menu-button"
          data-variant="secondary"
          aria-expanded={open}
          aria-controls={panelId}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'cross' : 'menu'} />
          {t('nav.menu')}
        </button>
      </div>
      <div class="header-panel" id={panelId}>
        <Navigation section={props.section} />
        <div class="header-tools">
          <Preferences />
          <div class="user">
            <p>
              <span class="ds-sr-only">{t('user.signed-in-as')} </span>
              <span class="user-name">{me.name}</span>
              <span class="user-roles">
                {me.roles.length > 0 ? rolesText(me.roles, language) : t('user.none')}
              </span>
            </p>
            <button type="button" class="quiet-button" onClick={props.signOut}>
              {t('sign-out')}
            </button>
          </div>
        </div>
      </div>
    </header>
  );
}
