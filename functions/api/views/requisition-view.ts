import { isApproved } from '../../../core/payment/decide.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { type CaseState, evolve, fold, standing, unopened } from '../../../core/payment/evolve.ts';
import { hasComeBack } from '../../../core/payment/lines.ts';
import { paidSek } from '../../../core/payment/paid.ts';
import { requisitionKind } from '../../../core/payment/requisition-case.ts';
import { type CaseId, caseYear } from '../../../core/record/case-id.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language, Texts } from '../../contract/api/problem-type.ts';
import { citedView } from './citation-view.ts';
import { recordWords } from './record-words.ts';

type Shown = AnswerOf<'createRequisition'>;
type ShownInFull = AnswerOf<'readRequisition'>;
type RequisitionState = Shown['state'];

/** What SKR reads of each state. Who at Kammarkollegiet did what is not SKR's to know, and stands nowhere here. */
const texts: Readonly<Record<RequisitionState, Texts>> = {
  received: {
    sv: 'Rekvisitionen har kommit in och prövas mot överenskommelsen.',
    en: 'The requisition has been received and is tried against the agreement.',
  },
  refused: {
    sv: 'Rekvisitionen är avslagen enligt överenskommelsen.',
    en: 'The requisition is refused under the agreement.',
  },
  accepted: {
    sv: 'Rekvisitionen är godtagen; betalningen bereds.',
    en: 'The requisition is accepted; the payment is being prepared.',
  },
  approved: {
    sv: 'Betalningen är attesterad och utanordnad av två personer.',
    en: 'The payment is attested and ordered by two people.',
  },
  sent: { sv: 'Betalningen är lämnad till banken.', en: 'The payment has been sent to the bank.' },
  paid: { sv: 'Beloppet är utbetalt.', en: 'The amount has been paid.' },
  returned: {
    sv: 'Banken har skickat tillbaka betalningen; den utreds och betalas ut på nytt.',
    en: 'The bank has returned the payment; it is looked into and sent again.',
  },
  closed: {
    sv: 'Ärendet är avslutat utan betalning.',
    en: 'The case was closed without payment.',
  },
};

/**
 * How far a requisition has come, from its case and from those that send its payment again. What came back is `returned` until it
 * has been sent again, and paid when that has arrived.
 */
export function requisitionState(
  state: CaseState,
  again: readonly CaseState[] = [],
): RequisitionState {
  if (state.closed === 'refused' || (state.refused && !state.closed)) return 'refused';
  const last = [state, ...again].findLast(({ released }) => released);
  if (last && [...last.lines.values()].some(hasComeBack)) return 'returned';
  if (last) return last.settled ? 'paid' : 'sent';
  if (state.closed) return 'closed';
  if (isApproved('requisition', state)) return 'approved';
  return state.accepted ? 'accepted' : 'received';
}

/** A requisition as SKR and the officials see it. One that nobody has submitted is undefined. */
export function requisitionView(
  id: CaseId,
  events: readonly CaseEvent[],
  again: readonly (readonly CaseEvent[])[],
  language: Language,
): ShownInFull | undefined {
  const state = fold(events);
  const sentAgain = again.map(fold);
  const { submitted, refused, recorded } = state;
  const released = [state, ...sentAgain].findLast((each) => each.released)?.released;
  if (!submitted) return undefined;
  const { requisition } = submitted;
  const payDay = released?.payDay ?? standing(state)?.proposed.payment?.payDay;
  const sent = [state, ...sentAgain].flatMap((each) => [...each.lines.values()]);
  return {
    requisition: id,
    year: caseYear(id),
    kind: requisitionKind(id),
    state: requisitionState(state, sentAgain),
    amount: requisition.amount,
    reference: requisition.reference,
    submittedAt: submitted.at,
    wishedPaymentDay: requisition.wishedPaymentDay,
    ...(payDay !== undefined && { payDay }),
    ...(released && { paidOn: released.paidOn }),
    ...(released && { paidSek: paidSek(sent).toString() }),
    ...(recorded?.rate !== undefined && { rate: recorded.rate }),
    ...(refused && {
      refusal: {
        code: refused.code,
        text: recordWords(refused.reason, language),
        cites: refused.cites.map(citedView),
      },
    }),
    contents: { ...requisition },
    timeline: timelineOf(events, again, language),
  };
}

/** The same without what only its own page shows. */
export function summaryOfRequisition({ contents: _c, timeline: _t, ...shown }: ShownInFull): Shown {
  return shown;
}

/** When the requisition came to each state, oldest first; earlier submissions that were refused are part of it. */
function timelineOf(
  events: readonly CaseEvent[],
  again: readonly (readonly CaseEvent[])[],
  language: Language,
): ShownInFull['timeline'] {
  const entries: ShownInFull['timeline'] = [];
  const note = ({ at, type }: CaseEvent, now: RequisitionState) => {
    if (type !== 'submitted' && entries.at(-1)?.state === now) return;
    entries.push({ at, state: now, text: texts[now][language] });
  };
  let state = unopened;
  for (const event of events) {
    state = evolve(state, event);
    if (state.submitted) note(event, requisitionState(state));
  }
  const sentAgain: CaseState[] = [];
  for (const [attempt, each] of again.entries())
    for (const event of each) {
      sentAgain[attempt] = evolve(sentAgain[attempt] ?? unopened, event);
      note(event, requisitionState(state, sentAgain));
    }
  return entries;
}
