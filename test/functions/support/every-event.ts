import { reissueOf } from '../../../core/record/case-id.ts';
import type { FoundStream } from '../../../core/record/found-stream.ts';
import { recordPartitions } from '../../../core/record/partitions.ts';
import { type StoredItem, streamsOfItems } from '../../../core/record/stored-item.ts';
import { sha256Of } from '../../../functions/adapters/sha256.ts';
import { liftStop } from '../../../functions/doors/lift-stop.ts';
import { resolveBankItem } from '../../../functions/doors/resolve-bank-item.ts';
import { stopReleases } from '../../../functions/doors/stop-releases.ts';
import { run as recordRequisition } from '../../../functions/record-requisition.lambda.ts';
import { crashAt } from '../../helpers/memory-records.ts';
import { bytesOf, camt } from '../bank/bank-reports.ts';
import { bookingOf, deliver, returnOf } from './bank.ts';
import { asCalled, at, by, newWorld, refusalOf, stateOf, type World } from './world.ts';
import {
  approve,
  approveBoth,
  bring,
  bringAll,
  cases,
  close,
  confirm,
  decideCase,
  inputOf,
  pay,
  prepare,
  refuse,
  register,
  registerWith,
  release,
  report,
  requisition,
  resolve,
  say,
  settle,
} from './year.ts';

const { opening, march, april, february, ihsi, sol, reconciliation } = cases;
const reason = 'As the officials agreed.';

/** Every item that a world's record holds, as it would lie in the table. */
export const itemsIn = async ({ records }: World): Promise<readonly StoredItem[]> =>
  (await Promise.all(recordPartitions(2022).map((each) => records.itemsOf(each)))).flat();

export async function streamsIn(world: World): Promise<readonly FoundStream[]> {
  const { streams, findings } = streamsOfItems(await itemsIn(world));
  if (findings.length > 0) throw new Error(`${findings[0]?.where} ${findings[0]?.what}`);
  return streams;
}

/** The files that the bank has put, by their names. */
export const reportsIn = async ({ reports }: World): Promise<ReadonlyMap<string, Uint8Array>> =>
  new Map(
    await Promise.all(
      reports
        .names()
        .map(async (name) => [name, (await reports.read(name)) ?? bytesOf('')] as const),
    ),
  );

/** A record in which everything happened that can, made by the functions that make it. */
export async function everyEvent(world = newWorld()): Promise<World> {
  await prepare(world, opening, at('2021-01-29'));
  await bringAll(world, '2021-02-18');
  await decideCase(world, opening, '2021-02-18');
  await stopAndLift(world);
  await troubledMarch(world);
  await closedApril(world);
  await requisitions(world);
  await refusedPayees(world);
  await februaryWithout(world);
  // The payees were corrected in February 2021, and nobody brings the first ones again.
  await bringAll(world, '2022-03-20', ({ kind }) => kind === 'payees');
  await decideCase(world, reconciliation, '2022-03-21');
  return world;
}

async function stopAndLift(world: World): Promise<void> {
  const api = asCalled(world, 'api-switch');
  await stopReleases({ ...by('registrar', at('2021-02-19', '10:00')), reason }, api);
  await liftStop({ ...by('attestant', at('2021-02-19', '11:00')), reason }, api);
  await liftStop({ ...by('payer', at('2021-02-19', '12:00')), reason }, api);
}

/** Proposed three times, approved, withdrawn, rejected, voided; paid, and one payment came back and was sent again. */
async function troubledMarch(world: World): Promise<void> {
  await prepare(world, march, at('2021-02-22'));
  const said = await approve(world, march, 0, at('2021-02-22', '09:00'));
  const { kind: _approve, ...word } = said as Extract<typeof said, { kind: 'approve' }>;
  await say(world, { ...word, kind: 'withdraw', code: 'second-thoughts', reason });
  await say(world, { ...word, kind: 'reject', code: 'wrong-account', reason });
  const again = { kind: 'prepare-again', case: march, reason } as const;
  await say(world, { ...again, ...by('registrar', at('2021-02-22', '10:00')) });
  await prepare(world, march, at('2021-02-23'));
  const payees = inputOf('payees');
  const corrected = { ...payees, documentHash: sha256Of(bytesOf('corrected')) };
  const version = await register(world, corrected, at('2021-02-23', '09:00'));
  await confirm(world, corrected, version.version, at('2021-02-23', '10:00'));
  await prepare(world, march, at('2021-02-24'));
  await approveBoth(world, march, at('2021-02-24', '09:00'));
  await release(world, march, at('2021-03-01', '06:00'));
  await deliver(world, 'no report at all', at('2021-03-01', '07:00'), 'nothing.xml');
  const file = await marchReport(world);
  await deliver(world, file, at('2021-03-02', '09:00'), 'march.xml');
  await settle(world, march, at('2021-03-02', '10:00'));
  await resolve(world, march, at('2021-03-03'), 'reissue');
  await settle(world, march, at('2021-03-03', '09:00'));
  await close(world, march, at('2021-03-03', '10:00'));
  const stranger = { report: sha256Of(bytesOf(file)), item: 22, reason };
  const api = () => asCalled(world, 'api-bank');
  await resolveBankItem({ ...stranger, ...by('checker', at('2021-03-03', '11:00')) }, api());
  const twice = await movedTwice(world);
  await deliver(world, twice, at('2021-03-03', '12:00'), 'twice.xml');
  const decided = { report: sha256Of(bytesOf(twice)), item: 1, choice: 'bank-to-correct' as const };
  await resolveBankItem({ ...decided, reason, ...by('checker', at('2021-03-03', '13:00')) }, api());
  await deliver(world, strangers, at('2021-03-03', '14:00'), 'strangers.xml');
  await pay(world, reissueOf(march, '03'), '2021-03-04');
}

/** All of March was booked, Uppsala's came back, and something came that nobody knows. */
async function marchReport(world: World): Promise<string> {
  const payees = [...(await stateOf(world, march)).lines.keys()];
  const booked = await Promise.all(
    payees.filter((payee) => payee !== '03').map((payee) => bookingOf(world, payee)),
  );
  const stranger = { sek: '17', payments: [{ endToEndId: 'NOT-OURS', sek: '17' }] };
  return camt({
    messageId: 'BANK-MARCH',
    entries: [...booked, await returnOf(world, '03'), stranger],
  });
}

/** Stockholm's payment is on the account a second time. */
const movedTwice = async (world: World): Promise<string> =>
  camt({
    messageId: 'BANK-TWICE',
    entries: [await bookingOf(world, '01', { day: '2021-03-03', reference: 'B2' })],
  });

/** So many entries that lead to no payment of ours that one event does not hold them. */
const strangers = camt({
  messageId: 'BANK-STRANGERS',
  entries: Array.from({ length: 480 }, (_, index) => ({
    sek: String(index + 1),
    payments: [
      { endToEndId: `NOT-OURS-${String(index).padStart(20, '0')}`, sek: String(index + 1) },
    ],
  })),
});

/** Room was taken for its release, which died before it was ordered; then somebody closed it, and gave the room back. */
async function closedApril(world: World): Promise<void> {
  await prepare(world, april, at('2021-03-25'));
  await approveBoth(world, april, at('2021-03-25', '09:00'));
  world.records.interrupt(crashAt('after', 1));
  await refusalOf(release(world, april, at('2021-04-01', '06:00')));
  world.records.interrupt(undefined);
  const asked = { kind: 'request-close', case: april, reason } as const;
  await say(world, { ...asked, ...by('registrar', at('2021-04-01', '10:00')) });
  await close(world, april, at('2021-04-01', '11:00'), 'without-payment');
}

async function requisitions(world: World): Promise<void> {
  await requisition(world, 'ihsi', at('2021-06-08'));
  await prepare(world, ihsi, at('2021-06-15', '08:00'));
  await bring(world, inputOf('rate'), at('2021-06-15', '09:00'));
  await prepare(world, ihsi, at('2021-06-15', '10:00'));
  await approveBoth(world, ihsi, at('2021-06-15', '11:00'));
  await release(world, ihsi, at('2021-06-15', '12:00'));
  await report(world, ihsi, at('2021-06-15', '13:00'));
  await settle(world, ihsi, at('2021-06-15', '14:00'));
  const record = { case: ihsi, now: at('2021-06-15', '15:00') };
  await recordRequisition(record, asCalled(world, 'record-requisition'));
  await close(world, ihsi, at('2021-06-15', '16:00'));
  await requisition(world, 'sol', at('2021-12-02'));
  await close(world, sol, at('2021-12-02', '09:00'), 'refused');
}

/** Somebody registers another account with its document, and a second person refuses it. */
async function refusedPayees(world: World): Promise<void> {
  const payees = inputOf('payees');
  if (payees.kind !== 'payees') throw new RangeError('The sample has payees.');
  const { name, organisationNumber } = payees.content['03'];
  const account = { name, organisationNumber, bankgiro: '5050-1055' };
  const { version } = await registerWith(
    world,
    { ...payees, content: { ...payees.content, '03': account } },
    { name: 'brev.pdf', bytes: bytesOf('%PDF-1.7 a letter') },
    at('2021-12-03'),
  );
  await refuse(world, payees, version, at('2021-12-03', '09:00'));
}

/** February 2022 goes without what nobody has said of its rebates. */
async function februaryWithout(world: World): Promise<void> {
  await bringAll(
    world,
    '2022-01-20',
    ({ kind }) => kind === 'rebate-forecast' || kind === 'payees',
  );
  await prepare(world, february, at('2022-01-25'));
  await say(world, {
    ...{ kind: 'go-without', case: february, needs: ['rebate-forecast'], reason },
    ...by('registrar', at('2022-01-26')),
  });
  await prepare(world, february, at('2022-01-26', '10:00'));
  await bring(world, inputOf('rebate-forecast'), at('2022-01-27'));
  await prepare(world, february, at('2022-01-27', '10:00'));
  await pay(world, february, '2022-02-01');
}
