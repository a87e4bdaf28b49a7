import { paymentOf } from '../../core/bank/bank-ids.ts';
import { bankDayOnOrAfter, nextBankDay } from '../../core/calendar/bank-day.ts';
import type { Day } from '../../core/calendar/day.ts';
import {
  dayInStockholm,
  type Instant,
  instantInStockholm,
  parseInstant,
} from '../../core/calendar/stockholm.ts';
import type { Conduct } from '../bank/conduct.ts';
import type { Delivery } from '../bank/deliveries.ts';
import type { Actor, LocalCloud } from '../cloud/local-cloud.ts';
import { type Act, takingNo } from './answering.ts';
import { isAccountFault, type Returned, returnChoice } from './return-choice.ts';
import {
  confirmPayees,
  registerAccounts,
  resolveOpenItems,
  resolveReturn,
} from './return-deeds.ts';

/** When the desk looks at what has come, and how it goes on: asked for accounts, confirmed, resolved. */
const hours = { asks: '11:00', confirms: '11:30', resolves: '12:00', looks: '12:15' } as const;

/**
 * Those who look into what did not go smoothly. Once a bank day, at eleven: a case officer registers the new accounts that payees have
 * given, a second one confirms them, and what came back is sent again or paid with the next month. What of the bank's files leads
 * nowhere is looked into and resolved with a reason.
 */
export class ReturnDesk implements Actor {
  readonly #cloud: LocalCloud;
  readonly #deliveries: () => readonly Delivery[];
  readonly #conduct: Conduct;
  #known = 0;
  #acts: readonly Act[] = [];

  /** @param deliveries what the bank says, known as soon as it has received the file */
  constructor(cloud: LocalCloud, deliveries: () => readonly Delivery[], conduct: Conduct) {
    this.#cloud = cloud;
    this.#deliveries = deliveries;
    this.#conduct = conduct;
  }

  nextAt(): Instant | undefined {
    return this.#due()[0]?.at;
  }

  async act(now: string, cloud: LocalCloud): Promise<void> {
    for (const each of this.#due().filter(({ at }) => at <= now))
      await cloud.once(each.id, () => takingNo(() => each.do(cloud, parseInstant(now))));
  }

  #due(): readonly Act[] {
    const deliveries = this.#deliveries();
    if (deliveries.length !== this.#known) {
      this.#known = deliveries.length;
      this.#acts = actsAbout(deliveries, this.#conduct);
    }
    return this.#acts.filter(({ id }) => !this.#cloud.done(id));
  }
}

/** The day on whose desk a file is: that of its arrival until ten, else the next bank day. */
function deskDay({ at }: Delivery): Day {
  const day = dayInStockholm(at);
  return at <= instantInStockholm(day, '10:00') ? bankDayOnOrAfter(day) : nextBankDay(day);
}

/** What is done about everything that does not go smoothly, desk by desk. */
function actsAbout(deliveries: readonly Delivery[], conduct: Conduct): readonly Act[] {
  const desks = Map.groupBy(
    deliveries.filter(({ cameBack, odd }) => odd || cameBack.length > 0),
    deskDay,
  );
  return [...desks]
    .flatMap(([day, files]) => deskActs(day, files, conduct))
    .toSorted((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

function deskActs(day: Day, files: readonly Delivery[], conduct: Conduct): readonly Act[] {
  const returns = returned(files).map((each) => ({ each, choice: returnChoice(each, conduct) }));
  const corrected = [
    ...new Set(
      returns
        .filter(({ each, choice }) => choice !== 'unresolved' && isAccountFault(each.code))
        .map(({ each }) => each.payee),
    ),
  ].sort();
  const act = (what: string, at: keyof typeof hours, does: Act['do']): Act => {
    return { id: `desk ${day} ${what}`, at: instantInStockholm(day, hours[at]), do: does };
  };
  const accounts = [
    act('accounts', 'asks', (cloud) => registerAccounts(cloud, corrected, `desk ${day} accounts`)),
    act('confirmed', 'confirms', (cloud) => confirmPayees(cloud, `desk ${day} confirmed`)),
  ];
  const resolved = returns.flatMap(({ each, choice }) =>
    choice === 'unresolved'
      ? []
      : [
          act(`${each.case} ${each.payee}`, 'resolves', (cloud) =>
            resolveReturn(cloud, each, choice),
          ),
        ],
  );
  const looks = act('items', 'looks', (cloud) => resolveOpenItems(cloud, day));
  return [
    ...(corrected.length > 0 ? accounts : []),
    ...resolved,
    ...(files.some(({ odd }) => odd) ? [looks] : []),
  ];
}

/** The payments of ours that came back, each once, however often the bank tells of it. */
function returned(files: readonly Delivery[]): readonly Returned[] {
  const all = files.flatMap(({ cameBack }) =>
    cameBack.flatMap(({ endToEndId, code }) => {
      const payment = paymentOf(endToEndId);
      return payment ? [{ ...payment, code }] : [];
    }),
  );
  return [...new Map(all.map((each) => [`${each.case} ${each.payee}`, each])).values()];
}
