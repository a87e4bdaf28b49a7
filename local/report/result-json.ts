import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type LineKind, lineKinds } from '../../core/line-kinds.ts';
import { regionCodes } from '../../core/regions.ts';
import { kronor, refuseWrongSums } from './sums.ts';
import type { MonthPayment, YearResult } from './year-result.ts';
import type { YearTroubles } from './year-troubles.ts';

/** What is printed: objects as pairs, since JavaScript would put a key such as "10" before "01". */
type Printed = string | number | Printed[] | Map<string, Printed>;

/**
 * The result as JSON text with two spaces and a final newline: months, regions and lines in order, lines of zero left out,
 * amounts as text; `bank` only when something did not go smoothly, and `paidSek` beside an amount only where not all of it is paid. The same result gives the same bytes. Refuses a result that does not add up.
 */
export function resultJson(result: YearResult): string {
  refuseWrongSums(result);
  const shape = pairs({
    agreementYear: result.agreementYear,
    potSek: result.potSek,
    grants: grantShape(result),
    payments: result.payments.toSorted((a, b) => byText(a.month, b.month)).map(paymentShape),
    requisitions: result.requisitions.map((one) => {
      const { kind, sek, paidSek, paidOn } = one;
      const rate = one.kind === 'ihsi' ? { rate: one.rate } : {};
      return pairs({ kind, sek, ...paidApart(paidSek), ...rate, paidOn });
    }),
    vouchers: result.vouchers,
    ...(result.bank && { bank: bankShape(result.bank) }),
    headHash: result.headHash,
  });
  return `${printed(shape, '')}\n`;
}

/**
 * Writes the result to a file, making its directory if need be. The file appears whole or not at all: it is written beside
 * its place and renamed.
 */
export async function writeResultJson(file: string, result: YearResult): Promise<void> {
  const text = resultJson(result);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  try {
    const handle = await open(unfinished, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function grantShape({ grants }: YearResult): Printed {
  return new Map(
    regionCodes.flatMap((code) => {
      const grant = grants[code];
      return grant === undefined ? [] : [[code, grant]];
    }),
  );
}

const paidApart = (paidSek: string | undefined): Readonly<Record<string, string>> =>
  paidSek === undefined ? {} : { paidSek };

function paymentShape({ month, payDay, totalSek, paidSek, regions }: MonthPayment): Printed {
  const shapes = regions
    .toSorted((a, b) => byText(a.code, b.code))
    .map(({ code, totalSek, paidSek, lines }) =>
      pairs({
        code,
        totalSek,
        ...paidApart(paidSek),
        lines: lines
          .filter(({ sek }) => kronor(sek) !== 0n)
          .toSorted((a, b) => rank(a.kind) - rank(b.kind))
          .map(({ kind, sek }) => pairs({ kind, sek })),
      }),
    );
  return pairs({ month, payDay, totalSek, ...paidApart(paidSek), regions: shapes });
}

/** What did not go smoothly, in the order in which it became known. */
const bankShape = ({ troubles, reissues, payees }: YearTroubles): Printed =>
  pairs({
    troubles: troubles.map(({ on, what, run, payee, sek, code, became, file }) =>
      given({ on, what, run, payee, sek, code, became, file }),
    ),
    reissues: reissues.map(({ run, payee, sek, paidOn }) => pairs({ run, payee, sek, paidOn })),
    payees: payees.map(({ payee, paidSek, heldSek }) => pairs({ payee, paidSek, heldSek })),
  });

const given = (object: Readonly<Record<string, string | undefined>>): Map<string, Printed> =>
  new Map(
    Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const pairs = (object: Readonly<Record<string, Printed>>): Map<string, Printed> =>
  new Map(Object.entries(object));
const rank = (kind: LineKind): number => lineKinds.indexOf(kind);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As JSON.stringify with two spaces prints it, with the keys in their own order. */
function printed(value: Printed, indent: string): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  const [members, open, close] = Array.isArray(value)
    ? [value.map((member) => printed(member, inner)), '[', ']']
    : [
        [...value].map(([key, member]) => `${JSON.stringify(key)}: ${printed(member, inner)}`),
        '{',
        '}',
      ];
  if (members.length === 0) return open + close;
  return `${open}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close}`;
}
