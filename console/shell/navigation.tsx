import { useText } from '../i18n/language.tsx';
import { useRouter } from './router.tsx';
import { type SectionId, sectionIds, sections } from './sections.ts';

/** The menu. The part one is in is marked, for the eye by more than colour; the page itself is marked as the page. */
export function Navigation({ section }: { section: SectionId | undefined }) {
  const { t } = useText();
  const { path } = useRouter();
  return (
    <nav class="navigation" aria-label={t('nav.label')}>
      <ul>
        {sectionIds.map((id) => (
          <li key={id}>
            <a href={sections[id].path} aria-current={current(id)}>
              {t(sections[id].text)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

  function current(id: SectionId) {
    if (id !== section) return undefined;
    return path === sections[id].path ? 'page' : 'true';
  }
}
