import type { ComponentType } from 'preact';
import type { SectionId } from './sections.ts';

/** What a page is given: what stood in the path, by name. */
export interface PageProps {
  readonly parameters: Readonly<Record<string, string>>;
}

/** A page: its path, the part of the menu it belongs to, and where its code is. The code is fetched when it is first shown. */
export interface PageEntry {
  readonly path: `/${string}`;
  readonly section: SectionId;
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}
