import { bankDayOnOrAfter, nextBankDay } from '../../core/calendar/bank-day.ts';
import type { Day } from '../../core/calendar/day.ts';
import {
  dayInStockholm,
  type Instant,
  instantInStockholm,
  plusMinutes,
} from '../../core/calendar/stockholm.ts';
import { type Booking, notification, statement } from './account-report.ts';
import type { AskedPayment, FileRefused, PaymentFile } from './payment-file.ts';
import { type Head, refusal, statusReport } from './status-report.ts';
import type { FileTreatment, PaymentTreatment } from './treatment.ts';

/** A file that the bank puts into the bucket of its reports. */
export interface Delivery {
  /** Its name there. */
  readonly name: string;
  readonly at: Instant;
  readonly text: string;
  /** Of payments that do not reach the payee, what it says; and whether it is a file that people have to look at. */
  readonly cameBack: readonly CameBack[];
  readonly odd: boolean;
}

export interface CameBack {
  readonly endToEndId: string;
  readonly code: string;
}

/** Minutes after a file was received. On later days the bank books in the morning. */
const minutes = { status: 5, cutOff: 30, booking: 40, again: 10, lateStatus: 60, another: 90 };
const [books, sendsBack, closesTheDay] = ['09:00', '10:00', '18:30'] as const;

/**
 * Everything that the bank will say about a file that it received at that moment, in the order of time. It follows from the file, the
 * moment and the treatment alone, so it is the same after a restart.
 */
export function deliveriesAbout(
  file: PaymentFile,
  receivedAt: Instant,
  treatment: FileTreatment,
): readonly Delivery[] {
  if (treatment.refused) {
    const code = 'FF01';
    const cameBack = file.payments.map(({ endToEndId }) => ({ endToEndId, code }));
    return refused({ ...file, code, words: 'Filen kan inte läsas.' }, receivedAt, cameBack);
  }
  const planned = [
    status(file, receivedAt, treatment),
    ...bookings(file, receivedAt, treatment),
    ...statements(file, receivedAt, treatment),
    ...oddities(file, receivedAt, treatment),
  ].toSorted((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
  const sent = planned.map((each, index) =>
    deliver(file, each, (index + 1).toString(36).toUpperCase()),
  );
  return treatment.tellsTwice ? [...sent, ...sentAgain(sent)] : sent;
}

/** The first notification once more, the same to the byte, under another name. */
const sentAgain = (sent: readonly Delivery[]): readonly Delivery[] =>
  sent
    .filter(({ name }) => name.endsWith('-camt.054.xml'))
    .slice(0, 1)
    .map((each) => ({
      ...each,
      name: each.name.replace('.xml', '-again.xml'),
      at: plusMinutes(each.at, minutes.again),
    }));

/** What the bank says about a file that it does not take. Of one that it has taken before it says so besides what it said of that. */
export const refused = (
  file: FileRefused,
  receivedAt: Instant,
  cameBack: readonly CameBack[] = [],
): readonly Delivery[] => {
  const at = plusMinutes(receivedAt, minutes.status);
  const write = (head: Head) => refusal(head, file);
  const number = file.code === 'DUPL' ? 'D' : '1';
  return [deliver(file, { at, what: 'pain.002', write, cameBack }, number)];
};

interface Planned {
  readonly at: Instant;
  /** A word of its name. */
  readonly what: string;
  readonly write: (head: Head) => string;
  readonly cameBack?: readonly CameBack[];
  readonly odd?: boolean;
}

/** `LOKALBANK-STB-PAY-2021-03-2-camt.054.xml`; the message's own id is that without its ending: 35 characters at most. */
function deliver(
  { messageId }: Pick<PaymentFile, 'messageId'>,
  { at, what, write, cameBack = [], odd = false }: Planned,
  number: string,
): Delivery {
  const id = `LOKALBANK-${messageId}-${number}`;
  const text = write({ messageId: id, createdAt: at });
  return { name: `${id}-${what}.xml`, at, text, cameBack, odd };
}

function status(file: PaymentFile, receivedAt: Instant, treatment: FileTreatment): Planned {
  const rejections = new Map(
    [...treatment.payments].flatMap(([id, { rejectedFor }]) =>
      rejectedFor === undefined ? [] : [[id, rejectedFor] as const],
    ),
  );
  const after = treatment.outOfOrder ? minutes.lateStatus : minutes.status;
  return {
    at: plusMinutes(receivedAt, after),
    what: 'pain.002',
    write: (head) => statusReport(head, file, rejections),
    cameBack: [...rejections].map(([endToEndId, code]) => ({ endToEndId, code })),
  };
}

/** What moves on the account, day by day: payments that leave, and those that come back. */
function movements(file: PaymentFile, receivedAt: Instant, { payments }: FileTreatment) {
  const today = dayInStockholm(receivedAt);
  const first = bankDayOnOrAfter(file.executionDay > today ? file.executionDay : today);
  const left = new Map<Day, AskedPayment[]>();
  const back = new Map<Day, Booking[]>();
  for (const payment of file.payments) {
    const { rejectedFor, delayDays, returned } = payments.get(payment.endToEndId) ?? onTime;
    if (rejectedFor !== undefined) continue;
    const day = bankDaysLater(first, delayDays);
    left.set(day, [...(left.get(day) ?? []), payment]);
    if (returned === undefined) continue;
    const backOn = bankDaysLater(day, returned.afterDays);
    const booking = { day: backOn, payments: [payment], returnedFor: returned.code };
    back.set(backOn, [...(back.get(backOn) ?? []), booking]);
  }
  return { left, back };
}

const onTime: PaymentTreatment = { delayDays: 0 };

function bookings(file: PaymentFile, receivedAt: Instant, treatment: FileTreatment): Planned[] {
  const { left, back } = movements(file, receivedAt, treatment);
  const leaving = [...left].map(([day, payments]) =>
    notified(file, [{ day, payments }], bookedAt(day, receivedAt)),
  );
  const returning = [...back].map(([day, all]) => ({
    ...notified(file, all, instantInStockholm(day, sendsBack)),
    cameBack: all.flatMap(({ payments, returnedFor: code }) =>
      payments.map(({ endToEndId }) => ({ endToEndId, code: code ?? '' })),
    ),
  }));
  return [...leaving, ...returning];
}

const notified = (file: PaymentFile, all: readonly Booking[], at: Instant): Planned => ({
  at,
  what: 'camt.054',
  write: (head) => notification(head, file, all),
});

const bookedAt = (day: Day, receivedAt: Instant): Instant =>
  day === dayInStockholm(receivedAt)
    ? plusMinutes(receivedAt, minutes.booking)
    : instantInStockholm(day, books);

/** The evening's statement of each day on which something moved: it tells again what was told. */
function statements(file: PaymentFile, receivedAt: Instant, treatment: FileTreatment): Planned[] {
  if (!treatment.tellsTwice) return [];
  const { left, back } = movements(file, receivedAt, treatment);
  return [...new Set([...left.keys(), ...back.keys()])].map((day) => {
    const leaving = left.get(day);
    const all = [...(leaving ? [{ day, payments: leaving }] : []), ...(back.get(day) ?? [])];
    const booked = plusMinutes(bookedAt(day, receivedAt), minutes.again);
    const evening = instantInStockholm(day, closesTheDay);
    return {
      at: evening > booked ? evening : booked,
      what: 'camt.053',
      write: (head) => statement(head, file, day, all),
    };
  });
}

/** What a bank should not send, and sends: another customer's payment, half a file. */
function oddities(file: PaymentFile, receivedAt: Instant, treatment: FileTreatment): Planned[] {
  const [first] = bookings(file, receivedAt, treatment);
  const planned: Planned[] = [];
  if (treatment.tellsOfAnother)
    planned.push({
      at: plusMinutes(receivedAt, minutes.another),
      what: 'camt.054',
      write: (head) => notification(head, anothers(file), [anothersBooking(file)]),
      odd: true,
    });
  if (treatment.cutOff && first)
    planned.push({
      at: plusMinutes(receivedAt, minutes.cutOff),
      what: 'camt.054',
      write: (head) => half(first.write(head)),
      odd: true,
    });
  return planned;
}

const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

/** A payment that the bank has put into the wrong customer's report. */
const anothers = (file: PaymentFile): PaymentFile => ({
  ...file,
  messageId: 'ANNAN-KUND-1',
  paymentInformationId: 'ANNAN-KUND-1',
});

const anothersBooking = ({ executionDay: day }: PaymentFile): Booking => ({
  day,
  payments: [{ endToEndId: 'ANNAN-KUND-1-LOEN', ore: 2_345_050n, account: '99999999' }],
});

function bankDaysLater(day: Day, count: number): Day {
  let later = day;
  for (let n = 0; n < count; n++) later = nextBankDay(later);
  return later;
}
