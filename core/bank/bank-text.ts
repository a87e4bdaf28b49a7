/** What Swedish banks take in a text of a domestic payment: the characters of SWIFT's set X, and the Swedish letters. */
const text = /^[A-Za-z0-9åäöÅÄÖ/\-?:().,'+ ]+$/;

/** Ids go through systems that know no Swedish letters, and some that split at blanks; a slash has a meaning of its own. */
const id = /^[A-Za-z0-9\-?:().,'+]+(\/[A-Za-z0-9\-?:().,'+]+)*$/;

/** ISO 20022's Max35Text: every id of a message and of a payment. */
const longestId = 35;

/** The longest name of who pays or is paid: what giro payments carry, half of what the message has room for. */
export const longestName = 70;

/** ISO 20022's Max35Text: the town of an address. */
export const longestTown = 35;

/** As many characters as the type of the element has room for; blanks only between words. */
export const bankTextHolds = (given: string, longest: number): boolean =>
  given.length <= longest && text.test(given) && given === given.trim();

export const bankTextAllowed = (longest: number): string =>
  `1 to ${longest} of A-Z a-z 0-9 Å Ä Ö å ä ö / - ? : ( ) . , ' + and blanks, no blank first or last`;

export const bankIdHolds = (given: string): boolean => given.length <= longestId && id.test(given);

export const BANK_IDS_ALLOWED = `1 to ${longestId} of A-Z a-z 0-9 / - ? : ( ) . , ' +, no slash first, last or twice`;
