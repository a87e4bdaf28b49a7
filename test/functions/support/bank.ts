import { messageId } from '../../../core/bank/bank-ids.ts';
import type { BankReportEvent } from '../../../core/bank/report-events.ts';
import type { PayeeCode } from '../../../core/payment/events.ts';
import type { SentLine } from '../../../core/payment/lines.ts';
import { bankReportStream, type CaseId } from '../../../core/record/case-id.ts';
import type { WorkflowPorts } from '../../../functions/shared/workflow-ports.ts';
import { run as takeReport } from '../../../functions/take-bank-report.lambda.ts';
import { testDebtor } from '../../helpers/debtor.ts';
import { type AccountEntry, bytesOf, camt } from '../bank/bank-reports.ts';
import { asCalled, at, stateOf, type World } from './world.ts';
import { cases, released } from './year.ts';

/** The account that the bank's files from the field are of. */
export const accountOfCases = 'SE4550000000058398257466';

/** A world in which March 2021 has been released, and whose payments leave from another account by now. */
export async function releasedFrom(account: string): Promise<World> {
  const world = await released();
  return { ...world, debtor: { ...testDebtor, account } };
}

/** The bank puts a file into the bucket, and its lambda is told. */
export function deliver(
  world: WorkflowPorts & Partial<Pick<World, 'reports'>>,
  content: string | Uint8Array,
  when = at('2021-03-02', '09:00'),
  file = 'from-bank/report.xml',
) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  world.reports?.tamper(file, bytes);
  const files = { read: (name: string) => Promise.resolve(name === file ? bytes : undefined) };
  return takeReport(
    { time: when, detail: { bucket: { name: 'reports' }, object: { key: file } } },
    { ...asCalled(world, 'take-bank-report'), bankReports: { bucket: 'reports', files } },
  );
}

/** What the record holds of the bank's reports. */
export const reportsOf = async (
  world: WorkflowPorts,
  year = 2021,
): Promise<readonly BankReportEvent[]> =>
  (await world.records.read<BankReportEvent>(bankReportStream(year))).map(({ event }) => event);

/** What became of every item of a year's reports, in short: `taken 01`, `unknown`. */
export async function outcomesOf(world: WorkflowPorts, year = 2021): Promise<readonly string[]> {
  return (await reportsOf(world, year)).flatMap((event) => {
    if (event.type === 'report-refused') return [event.code];
    if (event.type === 'item-resolved') return [`resolved ${event.item}`];
    return event.items.map(({ outcome, payee }) => (payee ? `${outcome} ${payee}` : outcome));
  });
}

/** How far the payment to each payee is. */
export const statusesOf = async (world: WorkflowPorts, id: CaseId = cases.march) =>
  Object.fromEntries(
    [...(await stateOf(world, id)).lines.values()].map(({ payee, status }) => [payee, status]),
  );

export async function lineOf(
  world: WorkflowPorts,
  payee: PayeeCode,
  id: CaseId = cases.march,
): Promise<SentLine> {
  const line = (await stateOf(world, id)).lines.get(payee);
  if (!line) throw new RangeError(`${id} sent nothing to ${payee}.`);
  return line;
}

/** A booking of the payment to a payee, as the account shows it. */
export async function bookingOf(
  world: WorkflowPorts,
  payee: PayeeCode,
  more: Partial<AccountEntry> = {},
): Promise<AccountEntry> {
  const { endToEndId, sek } = await lineOf(world, payee);
  return { sek, payments: [{ endToEndId, messageId: messageId(cases.march), sek }], ...more };
}

/** Its coming back. */
export async function returnOf(
  world: WorkflowPorts,
  payee: PayeeCode,
  code = 'AC04',
): Promise<AccountEntry> {
  const { endToEndId, sek } = await lineOf(world, payee);
  return { sek, direction: 'CRDT', payments: [{ endToEndId, sek, returned: { code } }] };
}

/** A notification that all payments of March were booked. */
export async function allBooked(world: WorkflowPorts, bankId = 'BANK-ALL'): Promise<string> {
  const { lines } = await stateOf(world, cases.march);
  const entries = await Promise.all([...lines.keys()].map((payee) => bookingOf(world, payee)));
  return camt({ messageId: bankId, entries });
}
