import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { useText } from '../i18n/language.tsx';

interface PageFrameProps {
  /** The page's one h1, and its name in the window's title. */
  title: string;
  /** Where one came from: the list above a single thing. */
  up?: { readonly href: string; readonly text: string };
  /** One or two sentences below the title. */
  lead?: ComponentChildren;
  /** Beside the title, such as a state. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

let first = true;

/** A page's frame: title, and focus on it when one has come here from another page, so that it is read aloud. */
export function Page({ title, up, lead, aside, children }: PageFrameProps) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('title.page', { page: title });
  }, [t, title]);
  useEffect(() => {
    // The browser itself takes care of the first page; taking the focus there would skip the skip link.
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <>
      <header class="page-header">
        {up && (
          <a class="ds-link up" href={up.href}>
            <Icon name="left" />
            {t('nav.up', { page: up.text })}
          </a>
        )}
        <div class="page-title">
          <h1 class="ds-heading" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {aside}
        </div>
        {lead && <p class="lead">{lead}</p>}
      </header>
      {children}
    </>
  );
}
