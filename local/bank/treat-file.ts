import type { Conduct, Mix } from './conduct.ts';
import { draw, drawOne } from './draw.ts';
import type { PaymentFile } from './payment-file.ts';
import type { FileTreatment, PaymentTreatment } from './treatment.ts';
import { type Trouble, troubleWith } from './troubles.ts';

/** Bank days after which what comes back has mostly come; and those after which everybody thought that it had arrived. */
const SOON = [1, 2, 3] as const;
const LATE = [8, 9, 10, 11] as const;
const DELAYS = [1, 2, 3] as const;
const REASONS = ['AC01', 'AC04', 'AC06'] as const;

/** A payment that is sent for the third time arrives: so every year comes to an end. */
const isLastTime = (messageId: string): boolean => /^STB-REI-.*-[2-9]$/.test(messageId);

/** What becomes of a file and of each of its payments. It follows from their ids and the bank's conduct alone. */
export function treatFile(file: PaymentFile, conduct: Conduct): FileTreatment {
  const { messageId, payments } = file;
  if (conduct === 'calm' || conduct === 'troubled') {
    const trouble = conduct === 'calm' ? {} : troubleWith(messageId);
    return planned(
      payments.map(({ endToEndId }) => endToEndId),
      messageId,
      trouble,
    );
  }
  const happens = (name: 'refuse' | 'duplicate' | 'disorder' | 'unknown' | 'unreadable') =>
    draw(conduct.seed, name, messageId) < conduct[name];
  return {
    refused: !isLastTime(messageId) && happens('refuse'),
    tellsTwice: happens('duplicate'),
    outOfOrder: happens('disorder'),
    tellsOfAnother: happens('unknown'),
    cutOff: happens('unreadable'),
    payments: new Map(
      payments.map(({ endToEndId }) => [endToEndId, drawn(endToEndId, messageId, conduct)]),
    ),
  };
}

function drawn(id: string, messageId: string, mix: Mix): PaymentTreatment {
  const { seed } = mix;
  const delayDays = draw(seed, 'delay', id) < mix.delay ? drawOne(DELAYS, seed, 'days', id) : 0;
  const fate = isLastTime(messageId) ? 100 : draw(seed, 'fate', id);
  const code = drawOne(REASONS, seed, 'reason', id);
  if (fate < mix.reject) return { rejectedFor: code, delayDays: 0 };
  const back = (days: typeof SOON | typeof LATE): PaymentTreatment => {
    return { delayDays, returned: { code, afterDays: drawOne(days, seed, 'back', id) } };
  };
  if (fate < mix.reject + mix.return) return back(SOON);
  if (fate < mix.reject + mix.return + mix.late) return back(LATE);
  return { delayDays };
}

function planned(ids: readonly string[], messageId: string, trouble: Trouble): FileTreatment {
  const of = (payee: string): PaymentTreatment => ({ delayDays: 0, ...trouble.payments?.[payee] });
  return {
    refused: trouble.refused ?? false,
    tellsTwice: trouble.tellsTwice ?? false,
    outOfOrder: trouble.outOfOrder ?? false,
    tellsOfAnother: trouble.tellsOfAnother ?? false,
    cutOff: trouble.cutOff ?? false,
    payments: new Map(ids.map((id) => [id, of(id.slice(messageId.length + 1))])),
  };
}
