import { parseDay } from '../../../core/calendar/day.ts';
import { type Month, monthsFrom, parseMonth } from '../../../core/calendar/month.ts';
import type { LineKind } from '../../../core/line-kinds.ts';
import type { PaymentProposal } from '../../../core/payment/proposal.ts';
import { type CaseId, openingCase, payoutCase } from '../../../core/record/case-id.ts';
import { readProposal } from '../../../functions/shared/documents.ts';
import type { InputRegistration } from '../../../local/inputs/registration.ts';
import { withMadeUp2022 } from '../../core/agreement/made-up-2022.ts';
import { instalmentsAgain } from '../../evaluator/whole-kronor.ts';
import { at, copyOf, newWorld, stateOf, type World } from './world.ts';
import { bring, bringAll, cases, decideCase, inputOf, pay } from './year.ts';

/** The sample's interim months of 2022, and a made-up agreement that comes after them. */

export const payout = (month: string): CaseId => payoutCase(parseMonth(month));

const opening = openingCase(2022);

/** An input of the sample, given for 2022 with another content. */
const as2022 = (kind: InputRegistration['kind'], content?: object): InputRegistration => {
  const input = inputOf(kind);
  return { ...input, year: 2022, content: content ?? input.content } as InputRegistration;
};

/** Gotland with half of its inhabitants: what it was paid in the interim is more than it turns out to be due. */
function halfOfGotland() {
  const { content } = inputOf('population') as Extract<InputRegistration, { kind: 'population' }>;
  const half = Object.entries(content['09']).map(([group, count]) => [
    group,
    `${BigInt(count) / 2n}`,
  ]);
  return { ...content, '09': Object.fromEntries(half) };
}

const day = (month: string, of = '03'): string => `${month}-${of}`;

/** A decision of the Government on 2022, confirmed by a second person. */
export async function decide2022(
  world: World,
  decision: string,
  kind: 'agreement' | 'interim',
  firstMonth: string,
  lastMonth: string,
  when: string,
) {
  const content = {
    ...{ decision, decidedOn: parseDay('2022-05-20'), kind, agreementYear: 2022 },
    firstMonth: parseMonth(firstMonth),
    lastMonth: parseMonth(lastMonth),
    ...(kind === 'interim' && { monthlyTotalSek: '2860000000' }),
  };
  const input = { ...as2022('authorisation', content), documentHash: 'd'.repeat(64) };
  return bring(world, input as InputRegistration, at(when, '07:00'));
}

/** The grants of 2022 are decided, and the agreement's decision covers the payments from a month on. */
export async function agreementComes(world: World, firstMonth: string, when: string) {
  for (const kind of ['price-tags', 'solidarity-costs', 'second-level'] as const)
    await bring(world, as2022(kind), at(when, '05:00'));
  await bring(world, as2022('population', halfOfGotland()), at(when, '05:30'));
  await decideCase(world, opening, when);
  await decide2022(world, 'rb-agreement', 'agreement', firstMonth, '2023-02', when);
}

const agreementYearOf = (content: object): unknown =>
  (content as { readonly agreementYear?: number }).agreementYear;

let built: Promise<World> | undefined;

/** The year 2021 is decided, and everything that the sample brings up to the interim months of 2022 is there. */
export async function beforeInterim(): Promise<World> {
  built ??= (async () => {
    const world = newWorld(undefined, undefined, undefined, withMadeUp2022);
    await bringAll(world, '2022-04-21');
    await decideCase(world, cases.opening, '2021-02-18');
    await decideCase(world, cases.reconciliation, '2022-04-01');
    // What settles 2021 is paid in May, or later where May is closed without payment.
    const decision = inputOf('authorisation', ({ content }) => agreementYearOf(content) === 2021);
    const content = {
      ...decision.content,
      ...{ decision: 'rb-2021-settled', firstMonth: '2022-06', lastMonth: '2023-02' },
    };
    await bring(world, { ...decision, content } as InputRegistration, at('2022-04-22'));
    return world;
  })();
  return copyOf(await built);
}

let paid: Promise<World> | undefined;

/** The interim payments of March and April have been paid. */
export async function afterTwoInterims(): Promise<World> {
  paid ??= (async () => {
    const world = await beforeInterim();
    for (const month of ['2022-03', '2022-04']) await pay(world, payout(month), day(month));
    return world;
  })();
  return copyOf(await paid);
}

/** What was released of a month, as it was approved. */
export async function releasedProposal(world: World, month: string): Promise<PaymentProposal> {
  const id = payout(month);
  const { released } = await stateOf(world, id);
  return readProposal(world.records, id, 'payment', released?.proposal ?? '');
}

export type Kronor = Readonly<Record<string, bigint>>;

/** A kind's released kronor of a month, by region; regions without such a line are absent. */
export async function kronorOf(world: World, month: string, kind: LineKind): Promise<Kronor> {
  return linesIn(await releasedProposal(world, month), kind);
}

export const linesIn = ({ payments }: PaymentProposal, kind: LineKind): Kronor =>
  Object.fromEntries(
    payments.flatMap(({ payee, lines }) =>
      lines.filter((line) => line.kind === kind).map(({ sek }) => [payee, BigInt(sek)]),
    ),
  );

/** The decided grants of 2022 by region, and their twelve instalments as a second program divides them. */
export async function cells2022(world: World): Promise<ReadonlyMap<string, readonly bigint[]>> {
  const { decided } = await stateOf(world, opening);
  const { grants } = await readProposal(
    world.records,
    opening,
    'allocation',
    decided?.proposal ?? '',
  );
  return instalmentsAgain(
    new Map(grants.map(({ region, sek }) => [region, [BigInt(sek), 1n] as const])),
    12,
  );
}

/** The instalments of 2022 up to a month less the given released kronor, by region; those that come to nothing are absent. */
export async function owedUpTo(world: World, month: string, released: readonly Kronor[]) {
  const cells = await cells2022(world);
  const count = monthsFrom(parseMonth('2022-03'), month as Month).length;
  const owed = [...cells].map(([region, all]) => {
    const due = all.slice(0, count).reduce((sum, cell) => sum + cell, 0n);
    return [region, released.reduce((left, each) => left - (each[region] ?? 0n), due)] as const;
  });
  return Object.fromEntries(owed.filter(([, sek]) => sek !== 0n));
}
