import * as z from 'zod/mini';
import { type NeedsGroup, needsGroups } from '../../core/agreement/needs-groups.ts';
import { addMonths, parseMonth } from '../../core/calendar/month.ts';
import { type RegionCode, regionCodes } from '../../core/regions.ts';
import { person } from './doors.ts';
import { matching } from './matching.ts';
import { day, instant, year } from './steps.ts';

const whole = matching(/^(0|[1-9][0-9]{0,14})$/, 'whole kronor, at least 0');
const positive = matching(/^[1-9][0-9]{0,14}$/, 'whole kronor, more than 0');
const decimal = matching(/^(0|[1-9][0-9]{0,9})(\.[0-9]{1,6})?$/, 'decimal kronor, at least 0');
const month = z.pipe(matching(/^[0-9]{4}-(0[1-9]|1[0-2])$/), z.transform(parseMonth));

/** An object with exactly these keys, each of the same shape. */
function each<K extends string, S extends z.ZodMiniType>(keys: readonly K[], shape: S) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>);
}

const byRegion = <S extends z.ZodMiniType>(shape: S) => each<RegionCode, S>(regionCodes, shape);
const byGroup = <S extends z.ZodMiniType>(shape: S) => each<NeedsGroup, S>(needsGroups, shape);
/** Who is paid, and to which account; which digits are right is checked apart (core/inputs). */
const payee = z
  .strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    organisationNumber: matching(/^[0-9]{6}-[0-9]{4}$/),
    bankgiro: z.optional(matching(/^[0-9]{3,4}-[0-9]{4}$/)),
    plusgiro: z.optional(matching(/^[0-9]{1,7}-[0-9]$/)),
  })
  .check(
    z.refine(({ bankgiro, plusgiro }) => (bankgiro === undefined) !== (plusgiro === undefined), {
      error: 'either a bankgiro number or a plusgiro number',
      path: ['bankgiro'],
    }),
  );

/** The content of every kind of input, as it may be registered. */
export const inputContents = {
  population: byRegion(byGroup(matching(/^(0|[1-9][0-9]{0,8})$/))),
  'price-tags': byGroup(decimal),
  'solidarity-costs': byRegion(z.record(z.string().check(z.minLength(1), z.maxLength(200)), whole)),
  'second-level': z.strictObject({ sekPerInhabitant: decimal }),
  'rebate-forecast': byRegion(whole),
  'rebate-final': byRegion(whole),
  'local-discounts': z.partialRecord(z.enum(regionCodes), z.array(positive)),
  outcomes: z.strictObject({ benefitCostSek: whole, hepatitisCCostSek: whole }),
  rate: z.strictObject({ day, sekPerEuro: decimal }),
  authorisation: z
    .strictObject({
      decision: z.string().check(z.minLength(1), z.maxLength(200)),
      decidedOn: day,
      kind: z.enum(['agreement', 'interim']),
      agreementYear: year,
      firstMonth: month,
      lastMonth: month,
      monthlyTotalSek: z.optional(positive),
    })
    .check(
      z.refine(
        ({ kind, firstMonth, lastMonth }) =>
          firstMonth <= lastMonth || (kind === 'interim' && addMonths(lastMonth, 1) === firstMonth),
        {
          error:
            'the last month is not before the first, or, of an interim decision that ends before it began, the month before it',
          path: ['lastMonth'],
        },
      ),
      z.refine(
        ({ kind, monthlyTotalSek }) => (kind === 'interim') === (monthlyTotalSek !== undefined),
        {
          error: 'a monthly total in an interim decision, none in one under an agreement',
          path: ['monthlyTotalSek'],
        },
      ),
    ),
  'year-ended': z.strictObject({
    agreementYear: year,
    reason: z.string().check(z.minLength(1), z.maxLength(2000)),
  }),
  appropriation: z.strictObject({
    budgetYear: year,
    appropriationSek: positive,
    creditSek: whole,
    paidBeforeFirstRunSek: whole,
  }),
  payees: each([...regionCodes, 'SKR'] as const, payee),
} as const;

/** What is wrong with the content of an input, as it would be refused when it is registered. */
export const contentFaults = (
  kind: keyof typeof inputContents,
  content: unknown,
): readonly string[] =>
  (inputContents[kind].safeParse(content).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

/** A new version of an input, with the hash of the document that it was read from. */
export const RegisterInput = z.strictObject({
  at: instant,
  by: person,
  year,
  kind: z.enum(Object.keys(inputContents) as (keyof typeof inputContents)[]),
  from: z.string().check(z.minLength(1)),
  documentHash: matching(/^[0-9a-f]{64}$/),
  /** The document's registration number (diarienummer), where it has one. */
  registration: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The document itself, where it is to be kept: what it is called, and its bytes. */
  document: z.optional(
    z.strictObject({
      name: z.string(),
      bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
    }),
  ),
  content: z.unknown(),
});
export type RegisterInput = z.infer<typeof RegisterInput>;
