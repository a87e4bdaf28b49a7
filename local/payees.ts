import { readFileSync } from 'node:fs';
import { GIROS_ALLOWED, type Giro, giroHolds, giroText } from '../core/inputs/giro.ts';
import {
  ORGANISATION_NUMBERS_ALLOWED,
  organisationNumberHolds,
} from '../core/inputs/organisation-number.ts';
import { isRegionCode, type RegionCode, regionCodes, regions } from '../core/regions.ts';
import { sha256 } from './inputs/sha256.ts';

/** Who is paid, and to which account. The numbers are checked; whether they are the payee's own, nobody here can know. */
export type Payee = {
  readonly payee: RegionCode | 'SKR';
  readonly name: string;
  /** NNNNNN-NNNN. */
  readonly organisationNumber: string;
  /** Whether the organisation number was seen in a public source. */
  readonly organisationNumberConfirmed: boolean;
  readonly accountMadeUp: boolean;
} & Giro;

export interface Payees {
  readonly payees: readonly Payee[];
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

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
  const accounts = file.payees.map(giroText);
  const shared = accounts.find((account, i) => accounts.indexOf(account) !== i);
  if (shared !== undefined) {
    throw new RangeError(`Payees: given ${shared} twice, allowed: one account each.`);
  }
  return file.payees;
}

function refuseWrong(given: Payee): void {
  const { payee, name, organisationNumber, bankgiro, plusgiro } = given;
  if (isRegionCode(payee) && name !== regions[payee]) {
    throw new RangeError(`Payee ${payee}: given name '${name}', allowed: '${regions[payee]}'.`);
  }
  if (!organisationNumberHolds(organisationNumber)) {
    throw new RangeError(
      `Payee ${payee}: given organisation number '${organisationNumber}', allowed: ${ORGANISATION_NUMBERS_ALLOWED}.`,
    );
  }
  if ((bankgiro === undefined) === (plusgiro === undefined) || !giroHolds(given)) {
    const numbers = [bankgiro, plusgiro].filter((number) => number !== undefined);
    throw new RangeError(
      `Payee ${payee}: given account '${numbers.join("' and '")}', allowed: ${GIROS_ALLOWED}.`,
    );
  }
}
