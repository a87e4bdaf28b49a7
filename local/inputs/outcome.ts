import type { Day } from '../../core/calendar/day.ts';
import { noBankDay } from '../../core/rules/requisition/requisition-objection.ts';
import {
  type CellType,
  dayBetween,
  decimalKronor,
  rateAboveZero,
  wholeKronor,
} from '../../functions/csv/cell-types.ts';
import { same } from '../../functions/csv/notes.ts';
import { flatJson } from './flat-json.ts';
import type { Problems } from './problems.ts';
import { FIRST_DAY, LAST_DAY } from './run-days.ts';

/** What outcome.json says. Kronor whole, as bigint; the second level and the rate as canonical decimal text. */
export interface Outcome {
  readonly benefitCostSek: bigint;
  readonly hepatitisCCostSek: bigint;
  readonly eurSekOnPaymentDay: string;
  readonly ihsiPaymentDay: Day;
  /** Null when SKR never requisitions the money. A day after the deadline is allowed: refusing it is the run's work. */
  readonly solRequisitionedOn: Day | null;
  /** May lie before the requisition: then it is paid as soon as it can be. */
  readonly solPaymentDay: Day;
  readonly ihsiRequisitionedOn: Day | null;
  /**
   * Any amount from zero: the agreement gives no figure. Below the gate of 30 kr it only means that whoever passes the
   * gate is already above the second level.
   */
  readonly solidaritySecondLevelSekPerInhabitantAboveMean: string;
}

/** A JSON number or null by its spelling, so that neither 3e10 nor 30000000000.0 passes for whole kronor. */
const asNumber = <T>(type: CellType<T>): CellType<T> => ({
  allowed: same(`a JSON number: ${type.allowed.en}`),
  read: type.read,
});

const asText = <T>(type: CellType<T>): CellType<T> => ({
  allowed: same(`text in double quotes: ${type.allowed.en}`),
  read: (spelling) => (spelling.startsWith('"') ? type.read(JSON.parse(spelling)) : undefined),
});

const orNull = <T>(type: CellType<T>): CellType<T | null> => ({
  allowed: same(`${type.allowed.en}; or null, for never requisitioned`),
  read: (spelling) => (spelling === 'null' ? null : type.read(spelling)),
});

const day = asText(dayBetween(FIRST_DAY, LAST_DAY));

const keys: { readonly [K in keyof Outcome]: CellType<Outcome[K]> } = {
  benefitCostSek: asNumber(wholeKronor),
  hepatitisCCostSek: asNumber(wholeKronor),
  eurSekOnPaymentDay: asText(rateAboveZero),
  ihsiPaymentDay: day,
  solRequisitionedOn: orNull(day),
  solPaymentDay: day,
  ihsiRequisitionedOn: orNull(day),
  solidaritySecondLevelSekPerInhabitantAboveMean: asNumber(decimalKronor),
};

const LONGEST_SHOWN = 60;

/**
 * Reads outcome.json: exactly these keys, each once. IHSI paid before it was requisitioned is refused: money is not paid
 * before it is asked for, and the rate is the payment day's. SOL has no rate, so its day may be overtaken. A payment day of what is
 * requisitioned is a bank day.
 */
export function outcome(text: string, problems: Problems): Outcome | undefined {
  const given = flatJson(text, problems);
  if (given === undefined) return undefined;
  const values = new Map<string, unknown>();
  for (const { key, spelling, line } of given) {
    const type = Object.hasOwn(keys, key) ? keys[key as keyof Outcome] : undefined;
    if (type === undefined) {
      problems.note(
        line,
        `given the key ${JSON.stringify(key)}, allowed: ${Object.keys(keys).join(', ')}`,
      );
    } else {
      const value = type.read(spelling);
      values.set(key, value);
      if (value === undefined) {
        problems.wrong(line, key, same(cut(spelling)), type.allowed);
      }
    }
  }
  for (const [key, type] of Object.entries(keys)) {
    if (!values.has(key)) problems.wrong(null, key, same('nothing'), type.allowed);
  }
  if ([...values.values()].includes(undefined) || values.size < Object.keys(keys).length) {
    return undefined;
  }
  const read = Object.fromEntries(values) as unknown as Outcome;
  const lineOf = (key: keyof Outcome) => given.find((each) => each.key === key)?.line ?? null;
  payDaysAreBankDays(read, lineOf, problems);
  const { ihsiRequisitionedOn: asked, ihsiPaymentDay: paid } = read;
  if (asked !== null && paid < asked) {
    problems.note(
      lineOf('ihsiPaymentDay'),
      `ihsiPaymentDay: given "${paid}", allowed: ${asked} (ihsiRequisitionedOn) or later, ` +
        'since nothing is paid before it is asked for',
    );
  }
  return read;
}

/** What is requisitioned is paid on a bank day, as a requisition of another day would be refused. */
function payDaysAreBankDays(
  read: Outcome,
  lineOf: (key: keyof Outcome) => number | null,
  problems: Problems,
): void {
  const days = [
    ['ihsiRequisitionedOn', 'ihsiPaymentDay'],
    ['solRequisitionedOn', 'solPaymentDay'],
  ] as const;
  for (const [asked, key] of days) {
    const against = read[asked] === null ? undefined : noBankDay(read[key]);
    if (against)
      problems.note(
        lineOf(key),
        `${key}: given "${against.asked}", allowed: a bank day, nearest ${against.before} or ${against.after}, ` +
          'since banks carry nothing out on another day',
      );
  }
}

function cut(spelling: string): string {
  return spelling.length <= LONGEST_SHOWN ? spelling : `${spelling.slice(0, LONGEST_SHOWN - 1)}…`;
}
