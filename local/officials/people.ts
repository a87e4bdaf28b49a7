import type { Instant } from '../../core/calendar/stockholm.ts';
import type { Person } from '../../core/payment/events.ts';

/** The people of the local run. They are made up; their groups are those of the identity provider. */
const people = {
  registrar: { sub: 'local-registrar', name: 'Hanna Handläggare', groups: ['handläggare'] },
  checker: { sub: 'local-checker', name: 'Kim Kontrollant', groups: ['handläggare'] },
  attestant: { sub: 'local-attestant', name: 'Astrid Attestant', groups: ['attestant'] },
  payer: { sub: 'local-utanordnare', name: 'Ulf Utanordnare', groups: ['utanordnare'] },
  skr: { sub: 'local-skr', name: 'SKR', groups: ['skr'] },
  skrSignatory: {
    sub: 'local-skr-signatory',
    name: 'Sam Firmatecknare',
    groups: ['skr-firmatecknare'],
  },
} as const;

export type LocalPerson = keyof typeof people;

/** The person as they are signed in at that moment. */
export const person = (who: LocalPerson, signedInAt: Instant): Person => ({
  ...people[who],
  signedInAt,
});
