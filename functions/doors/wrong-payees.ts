import { bankTextHolds, longestName } from '../../core/bank/bank-text.ts';
import type { InputContents, Payee } from '../../core/inputs/contents.ts';
import { giroText } from '../../core/inputs/giro.ts';
import { isRegionCode, regions } from '../../core/regions.ts';
import type { EntryProblem } from '../shared/entry-errors.ts';
import { wrongDigit } from './wrong-digit.ts';

/** Names are the regions' own, numbers carry their check digits, and no two payees have one account or one organisation number. */
export function wrongPayees(payees: InputContents['payees']): readonly EntryProblem[] {
  const accounts = new Set<string>();
  const numbers = new Set<string>();
  return Object.entries(payees).flatMap(([code, payee]) => {
    const { bankgiro, plusgiro, organisationNumber } = payee;
    const shared = accounts.has(giroText(payee));
    accounts.add(giroText(payee));
    const another = numbers.has(organisationNumber);
    numbers.add(organisationNumber);
    const [kind, number] =
      bankgiro === undefined
        ? (['plusgiro', plusgiro] as const)
        : (['bankgiro', bankgiro] as const);
    return [
      ...wrongName(code, payee),
      ...wrongDigit(`/${code}/organisationNumber`, organisationNumber),
      ...(another
        ? [
            {
              pointer: `/${code}/organisationNumber`,
              detail: {
                sv: `${organisationNumber} är en annan mottagares organisationsnummer`,
                en: `${organisationNumber} is another payee's organisation number`,
              },
            },
          ]
        : []),
      ...wrongDigit(`/${code}/${kind}`, number),
      ...(shared
        ? [
            {
              pointer: `/${code}/${kind}`,
              detail: {
                sv: `${number} är en annan mottagares konto`,
                en: `${number} is another payee's account`,
              },
            },
          ]
        : []),
    ];
  });
}

/** A region is called by its own name; any other payee by one that a bank takes, so that its payment file can be written. */
function wrongName(code: string, { name }: Payee): readonly EntryProblem[] {
  const pointer = `/${code}/name`;
  if (isRegionCode(code)) {
    const own = regions[code];
    return name === own
      ? []
      : [{ pointer, detail: { sv: `ska vara ${own}`, en: `must be ${own}` } }];
  }
  if (bankTextHolds(name, longestName)) return [];
  const characters = "/ - ? : ( ) . , ' +";
  return [
    {
      pointer,
      detail: {
        sv: `högst ${longestName} tecken, bara bokstäver, siffror, mellanslag inuti och ${characters}, som banken tar emot`,
        en: `at most ${longestName} characters, only letters, digits, blanks inside and ${characters}, which the bank takes`,
      },
    },
  ];
}
