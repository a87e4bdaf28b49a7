import { outcomesForPeople } from '../../../../core/bank/report-events.ts';
import type { PayeeCode } from '../../../../core/payment/events.ts';
import { hasComeBack, type SentLine, type SentLines } from '../../../../core/payment/lines.ts';
import { undecided, undoneWith } from '../../../../core/payment/movements.ts';
import { sumsToZero } from '../../../../core/payment/voucher.ts';
import { outcomesIn } from '../../../../functions/shared/bank-reports.ts';
import { randomFrom } from '../../../helpers/random.ts';
import { bookingOf, deliver, lineOf, reportsOf, returnOf } from '../../support/bank.ts';
import { at, copyOf, stateOf, vouchersOf, type World } from '../../support/world.ts';
import { cases, released } from '../../support/year.ts';
import { type AccountEntry, camt, pain002 } from '../bank-reports.ts';
import { mutated } from './mutations.ts';
import { type Claim, saysSo } from './says-so.ts';

/** What came of a number of reports: how many had which outcome, and what went wrong, each with how to find it again. */
export interface Fuzzed {
  readonly reports: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
}

const message = 'STB-PAY-2021-03';
const idOf = (payee: string): string => `${message}-${payee}`;

/** Reports as a bank sends them of March's payout, of every message and the versions that differ. */
async function originals(world: World): Promise<readonly string[]> {
  const { lines } = await stateOf(world, cases.march);
  const sek = [...lines.values()].reduce((sum, line) => sum + BigInt(line.sek), 0n).toString();
  const entries = [
    await bookingOf(world, '01'),
    await bookingOf(world, '03'),
    await returnOf(world, '14'),
    { sek: '75', kind: 'PMNT/MDOP/CHRG' },
    { ...(await togetherOf(world, '04', '05')), batch: { messageId: message, number: 2 } },
    await byInstruction(world, '06'),
  ];
  const named = [entries[0], entries[0], entries[2]].flatMap((entry, index) =>
    entry ? [{ ...entry, reference: `REF-${index}`, day: `2021-03-0${1 + index}` }] : [],
  );
  const batch = { sek, batch: { messageId: message, number: lines.size, sek } };
  const payments = [
    { endToEndId: idOf('01'), status: 'RJCT', code: 'AC03', words: 'Kontot finns ej' },
    { endToEndId: idOf('03'), status: 'ACSP', sek: (await lineOf(world, '03')).sek },
    { instructionId: idOf('06'), status: 'ACSP' },
  ];
  return [
    ...['03', '10', '11'].flatMap((version) => [
      pain002({ version, group: { status: 'PART' }, payments }),
      pain002({ version, group: { status: 'RJCT', code: 'DUPL' } }),
      pain002({ version, group: { status: 'RJCT', code: 'FF01' }, payments: payments.slice(1) }),
      pain002({ version, part: { status: 'ACCP' }, totals: { number: lines.size, sum: sek } }),
    ]),
    ...['camt.053.001.02', 'camt.053.001.08', 'camt.054.001.02', 'camt.054.001.08'].flatMap(
      (format) => [
        camt({ format, entries }),
        camt({ format, entries: [batch] }),
        camt({ format, entries: named }),
      ],
    ),
  ];
}

/** One entry of two payments. */
async function togetherOf(world: World, one: PayeeCode, other: PayeeCode): Promise<AccountEntry> {
  const [first, second] = [await bookingOf(world, one), await bookingOf(world, other)];
  return {
    sek: `${BigInt(first.sek) + BigInt(second.sek)}`,
    payments: [...(first.payments ?? []), ...(second.payments ?? [])],
  };
}

/** One payment by the id of its instruction alone. */
async function byInstruction(world: World, payee: PayeeCode): Promise<AccountEntry> {
  const { endToEndId: instructionId, sek } = await lineOf(world, payee);
  return { sek, payments: [{ instructionId, endToEndId: 'NOTPROVIDED', sek }] };
}

/**
 * Changes reports and delivers them to a released payment, each to one of its own and all to one world besides. What must hold
 * whatever comes: nothing crashes; a payment changes only as the changed report says of exactly its id and amount, read by another
 * parser; the journal sums and holds a reversal of what came back and of nothing else.
 */
export async function fuzzReports(seed: number, reports: number): Promise<Fuzzed> {
  const random = randomFrom(seed);
  const start = await released();
  const files = await originals(start);
  const counts = new Map<string, number>();
  const failures: string[] = [];
  let shared = copyOf(start);
  for (let number = 1; number <= reports; number++) {
    const original = files[number % files.length] ?? '';
    const { bytes, how } = mutated(original.replace('BANK-1', `BANK-${number}`), random);
    if (number % 50 === 0) shared = copyOf(start);
    for (const world of [copyOf(start), shared])
      try {
        for (const wrong of await wrongIn(world, bytes, world === shared ? undefined : counts))
          failures.push(`${seed}/${number} (${how}): ${wrong}`);
      } catch (error) {
        failures.push(`${seed}/${number} (${how}): ${String(error)}`);
      }
  }
  return { reports, counts, failures };
}

async function wrongIn(
  world: World,
  bytes: Uint8Array,
  counts: Map<string, number> | undefined,
): Promise<readonly string[]> {
  const before = (await stateOf(world, cases.march)).lines;
  await deliver(world, bytes, at('2021-03-02', '09:00'));
  if (counts)
    for (const outcome of await outcomes(world))
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const after = (await stateOf(world, cases.march)).lines;
  return [
    ...wrongLines(bytes, before, after),
    ...(await wrongJournal(world, after)),
    ...(await wrongMovements(world, after)),
  ];
}

const outcomes = async (world: World): Promise<readonly string[]> =>
  (await reportsOf(world)).flatMap((event) => {
    if (event.type === 'report-refused') return [`refused: ${event.code}`];
    return event.type === 'report-taken' ? event.items.map((item) => item.outcome) : [];
  });

/** What changed although the report does not say so, or not of so much. */
function wrongLines(bytes: Uint8Array, before: SentLines, after: SentLines): readonly string[] {
  const all = [...before.values()];
  const bookedTogether = [all.filter(({ status }) => status !== 'rejected'), all].map((lines) =>
    lines.reduce((sum, { sek }) => sum + BigInt(sek), 0n).toString(),
  );
  return [...after].flatMap(([payee, line]) => {
    const was = before.get(payee) as SentLine;
    if (line.sek !== was.sek || line.endToEndId !== was.endToEndId) return [`${payee} is another`];
    if (line.status === was.status || line.status === 'sent') return [];
    const { endToEndId, status: result, sek } = line;
    const claim: Claim = { endToEndId, messageId: message, result, sek, bookedTogether };
    return saysSo(bytes, claim)
      ? []
      : [`${payee} became ${result}, and the report does not say so`];
  });
}

async function wrongJournal(world: World, lines: SentLines): Promise<readonly string[]> {
  const vouchers = await vouchersOf(world, 2021);
  const back = [...lines.values()].filter(hasComeBack).map(({ payee }) => keyOf(payee));
  const reversed = vouchers.map(({ key }) => key).filter((key) => key.includes('/return/'));
  return [
    ...vouchers.filter((each) => !sumsToZero(each)).map(({ key }) => `${key} does not sum to zero`),
    ...(back.sort().join() === reversed.sort().join()
      ? []
      : [`reversed ${reversed.join(', ')}; came back ${back.join(', ')}`]),
  ];
}

/** Money that moved without an order must be in an item that a person has before them, each movement in one. */
async function wrongMovements(world: World, lines: SentLines): Promise<readonly string[]> {
  const unsaid = [...lines.values()].flatMap(({ payee, movements }) =>
    undecided(movements).map((number) => `${payee} ${number}`),
  );
  const isUndone = (payee: PayeeCode | undefined, movement: number) =>
    undoneWith((payee && lines.get(payee)?.movements) ?? [], movement) !== undefined;
  const open = outcomesIn(await reportsOf(world)).flatMap((event) =>
    event.type === 'report-taken'
      ? event.items.flatMap(({ payee, movement, outcome }) =>
          movement === undefined ||
          !outcomesForPeople.includes(outcome) ||
          isUndone(payee, movement)
            ? []
            : [`${payee} ${movement}`],
        )
      : [],
  );
  return unsaid.sort().join() === open.sort().join()
    ? []
    : [`moved without an order ${unsaid.join(', ')}; open ${open.join(', ')}`];
}

const keyOf = (payee: PayeeCode): string => `${cases.march}/return/${payee}`;
