import { readFileSync } from 'node:fs';
import { checkDigitHolds } from '../core/inputs/check-digit.ts';
import { isRegionCode, type RegionCode, regionCodes, regions } from '../core/regions.ts';
import { sha256 } from './inputs/sha256.ts';

/** Who is paid, and to which account. The numbers are checked; whether they are the payee's own, nobody here can know. */
export interface Payee {
  readonly payee: RegionCode | 'SKR';
  readonly name: string;
  /** NNNNNN-NNNN. */
  readonly organisationNumber: string;
  /** Whether the organisation number was seen in a public source. */
  readonly organisationNumberConfirmed: boolean;
  /** NNN-NNNN or NNNN-NNNN. */
  readonly bankgiro: string;
  readonly bankgiroMadeUp: boolean;
}

export interface Payees {
  readonly payees: readonly Payee[];
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

const ORGANISATION_NUMBER = /^\d{6}-\d{4}$/;
const BANKGIRO = /^\d{3,4}-\d{4}$/;

/** The bundled payees: the 21 regions and SKR. Their bankgiro numbers are made up, so nothing real can be paid to them. */
export function bundledPayees(): Payees {
  const text = readFileSync(new URL('./payees.json', import.meta.url), 'utf8');
  return { payees: checkedPayees(JSON.parse(text)), hash: sha256(text) };
}

/**
 * Refuses, with a RangeError, a list in which a region or SKR is missing or comes twice, a name is not the region's, two
 * payees share an account, or a number has the wrong form or check digit.
 */
export function checkedPayees(file: { readonly payees: readonly Payee[] }): readonly Payee[] {
  const wanted = [...regionCodes, 'SKR'];
  const given = file.payees.map(({ payee }) => payee);
  const missing = wanted.filter((payee) => given.filter((other) => other === payee).length !== 1);
  if (missing.length > 0 || given.length !== wanted.length) {
    throw new RangeError(
      `Payees: given ${given.join(', ')}, allowed: ${wanted.join(', ')}, each once.`,
    );
  }
  for (const payee of file.payees) refuseWrong(payee);
  const accounts = file.payees.map(({ bankgiro }) => bankgiro);
  const shared = accounts.find((account, i) => accounts.indexOf(account) !== i);
  if (shared !== undefined) {
    throw new RangeError(`Payees: given bankgiro ${shared} twice, allowed: one account each.`);
  }
  return file.payees;
}

function refuseWrong({ payee, name, organisationNumber, bankgiro }: Payee): void {
  if (isRegionCode(payee) && name !== regions[payee]) {
    throw new RangeError(`Payee ${payee}: given name '${name}', allowed: '${regions[payee]}'.`);
  }
  if (!ORGANISATION_NUMBER.test(organisationNumber) || !checkDigitHolds(organisationNumber)) {
    throw new RangeError(
      `Payee ${payee}: given organisation number '${organisationNumber}', allowed: NNNNNN-NNNN with its check digit.`,
    );
  }
  if (!BANKGIRO.test(bankgiro) || !checkDigitHolds(bankgiro)) {
    throw new RangeError(
      `Payee ${payee}: given bankgiro '${bankgiro}', allowed: NNN-NNNN or NNNN-NNNN with its check digit.`,
    );
  }
}
