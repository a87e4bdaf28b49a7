import type { Language, Texts } from './problem-type.ts';
import type { Role } from './roles.ts';

/** What people call what somebody may be here. */
export const roleTexts: Readonly<Record<Role, Texts>> = {
  handläggare: { sv: 'handläggare', en: 'case officer' },
  attestant: { sv: 'attestant', en: 'attesting officer' },
  utanordnare: { sv: 'utanordnare', en: 'ordering officer' },
  revisor: { sv: 'revisor', en: 'auditor' },
  skr: { sv: 'SKR:s system', en: "SKR's system" },
  'skr-firmatecknare': { sv: 'firmatecknare för SKR', en: 'signatory for SKR' },
  region: { sv: 'region', en: 'region' },
};

/** Several of them, in a sentence; – where there is none. A group that is no role here is named as it is. */
export const rolesText = (roles: readonly string[], language: Language): string =>
  roles.map((role) => texts[role]?.[language] ?? role).join(', ') || '–';

const texts: Readonly<Record<string, Texts>> = roleTexts;
