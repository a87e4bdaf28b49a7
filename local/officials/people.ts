import type { Instant } from '../../core/calendar/stockholm.ts';
import type { Person } from '../../core/payment/events.ts';
import { type RegionCode, regionCodes, regions } from '../../core/regions.ts';

/** Somebody of the local run. They are made up; their groups are those of the identity provider. */
export interface LocalOfficial {
  /** What `npm run token -- --as …` calls them. */
  readonly as: string;
  readonly sub: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** What they do, for the sign-in page. */
  readonly title: { readonly sv: string; readonly en: string };
}

const titles = {
  handläggare: {
    sv: 'Handläggare, Kammarkollegiet',
    en: 'Case officer, Kammarkollegiet',
  },
  attestant: { sv: 'Attestant, Kammarkollegiet', en: 'Attests, Kammarkollegiet' },
  utanordnare: { sv: 'Utanordnare, Kammarkollegiet', en: 'Orders payment, Kammarkollegiet' },
  revisor: { sv: 'Revisor, läser allt', en: 'Auditor, reads everything' },
  'skr-firmatecknare': { sv: 'Firmatecknare, SKR', en: 'Signs for SKR' },
} as const;

const official = <Group extends keyof typeof titles>(
  as: string,
  sub: string,
  name: string,
  group: Group,
) => ({ as, sub, name, groups: [group] as const, title: titles[group] });

/** One person per region: `region-09` is Region Gotland's, and reads Region Gotland's statement. */
const ofRegion = (code: RegionCode): LocalOfficial => ({
  as: `region-${code}`,
  sub: `local-region-${code}`,
  name: regions[code],
  groups: [`region-${code}`],
  title: { sv: 'Region, läser sitt besked', en: 'Region, reads its own statement' },
});

/** Everybody has a deputy who does the same by their own name, so that two different people can always be tried. */
const officials = {
  registrar: official('handläggare', 'local-registrar', 'Hanna Handläggare', 'handläggare'),
  checker: official('handläggare-2', 'local-checker', 'Kim Kontrollant', 'handläggare'),
  attestant: official('attestant', 'local-attestant', 'Astrid Attestant', 'attestant'),
  attestant2: official('attestant-2', 'local-attestant-2', 'Ture Tillattest', 'attestant'),
  payer: official('utanordnare', 'local-utanordnare', 'Ulf Utanordnare', 'utanordnare'),
  payer2: official('utanordnare-2', 'local-utanordnare-2', 'Ulla Utbetalare', 'utanordnare'),
  auditor: official('revisor', 'local-revisor', 'Rut Revisor', 'revisor'),
  skrSignatory: official(
    'skr-firmatecknare',
    'local-skr-signatory',
    'Sam Firmatecknare',
    'skr-firmatecknare',
  ),
  // Reports the local discounts: nobody signs a reconciliation that rests on a report of their own.
  skrReporter: official(
    'skr-firmatecknare-2',
    'local-skr-reporter',
    'Signe Firmatecknare',
    'skr-firmatecknare',
  ),
} as const;

/** The machine by which SKR sends requisitions. It signs in with client credentials and never on the page. */
const machine = { sub: 'local-skr', name: 'SKR', groups: ['skr'] } as const;

export type LocalPerson = keyof typeof officials | 'skr';

/** Everybody who can sign in, in the order in which the sign-in page lists them. */
export const localOfficials: readonly LocalOfficial[] = [
  ...Object.values(officials),
  ...regionCodes.map(ofRegion),
];

/** What `--as` takes for SKR's machine. */
export const SKR_MACHINE = 'skr';

/** Whom `--as` names; also without the Swedish letters. Undefined for nobody, and for the machine, which is no person. */
export const officialAs = (as: string): LocalOfficial | undefined =>
  localOfficials.find((each) => each.as === as || each.as.replaceAll('ä', 'a') === as);

/** Whoever acts by that name in the code. */
export const officialBehind = (who: Exclude<LocalPerson, 'skr'>): LocalOfficial => officials[who];

/** The person as they are signed in at that moment. */
export const person = (who: LocalPerson, signedInAt: Instant): Person => {
  const { sub, name, groups } = who === 'skr' ? machine : officials[who];
  return { sub, name, groups, signedInAt };
};
