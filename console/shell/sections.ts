import type { Key } from '../i18n/keys.ts';

interface Section {
  readonly path: string;
  readonly text: Key;
}

/** The ten parts of the console, in the order of the menu. Paths are Swedish, so that none is also a path of the API. */
export const sections = {
  tasks: { path: '/', text: 'nav.tasks' },
  calendar: { path: '/kalender', text: 'nav.calendar' },
  payments: { path: '/utbetalningar', text: 'nav.payments' },
  bank: { path: '/banken', text: 'nav.bank' },
  requisitions: { path: '/rekvisitioner', text: 'nav.requisitions' },
  inputs: { path: '/underlag', text: 'nav.inputs' },
  reconciliation: { path: '/avstamning', text: 'nav.reconciliation' },
  accounts: { path: '/redovisning', text: 'nav.accounts' },
  regions: { path: '/regioner', text: 'nav.regions' },
  audit: { path: '/granskning', text: 'nav.audit' },
} as const satisfies Record<string, Section>;

export type SectionId = keyof typeof sections;
export const sectionIds = Object.keys(sections) as readonly SectionId[];
