import type { Instant } from '../../../core/calendar/stockholm.ts';
import type { CaseEvent, Need } from '../../../core/payment/events.ts';
import { hasUndecided } from '../../../core/payment/lines.ts';
import { reissued, reissueOf } from '../../../core/record/case-id.ts';
import { bankCodeText } from '../../contract/api/bank-code-texts.ts';
import type { AnswerOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { payeeName } from '../../shared/payee-name.ts';
import type { ReadCase } from './cases.ts';
import { recordWords } from './record-words.ts';

type Run = AnswerOf<'readRun'>;

/** Approvals of the proposal that stands or took effect. What was rejected or void has none. */
export const approvalsOf = ({ state }: ReadCase): Run['approvals'] =>
  [...(state.proposal?.approvals.values() ?? [])].map(({ right, by, at, proposal }) => ({
    right,
    by: { sub: by.sub, name: by.name },
    at,
    proposal,
  }));

/** What is missing, and since when without interruption. */
export function missingOf({ events, runState }: ReadCase, language: Language): Run['missing'] {
  if (runState !== 'waiting-for-inputs') return [];
  let open = new Map<string, { readonly need: Need; readonly since: Instant }>();
  for (const event of events) {
    if (event.type === 'proposed' || event.type === 'submitted') open = new Map();
    if (event.type !== 'waiting') continue;
    const before = open;
    open = new Map(
      event.needs.map((need) => {
        const name = `${need.need} ${need.year}`;
        return [name, { need, since: before.get(name)?.since ?? event.at }];
      }),
    );
  }
  return [...open.values()].map(({ need, since }) => ({
    ...need,
    holds: [...need.holds],
    because: recordWords(need.because, language),
    since,
  }));
}

export const goingWithoutOf = (events: readonly CaseEvent[]): Run['goingWithout'] =>
  events.flatMap((event) =>
    event.type === 'going-without'
      ? [{ needs: [...event.needs], reason: event.reason, by: event.by.name }]
      : [],
  );

export const warningsOf = ({ state }: ReadCase, language: Language): Run['warnings'] =>
  (state.proposal?.proposed.warnings ?? []).map((words) => recordWords(words, language));

/** Every proposal with what became of it and who had approved it by then, the oldest first. */
export function proposalsOf({ events, state }: ReadCase, language: Language): Run['proposals'] {
  const ends = new Map<string, Pick<Run['proposals'][number], 'state' | 'because' | 'by'>>();
  const given = new Map<string, Run['proposals'][number]['approvals']>();
  for (const event of events) {
    if (event.type === 'approved')
      given.set(event.proposal, [
        ...(given.get(event.proposal) ?? []),
        { right: event.right, by: { sub: event.by.sub, name: event.by.name } },
      ]);
    if (event.type === 'withdrawn')
      given.set(
        event.proposal,
        (given.get(event.proposal) ?? []).filter(({ right }) => right !== event.right),
      );
    if (event.type === 'proposed') ends.delete(event.proposal);
    if (event.type === 'rejected')
      ends.set(event.proposal, {
        state: 'rejected',
        because: event.reason,
        by: { sub: event.by.sub, name: event.by.name },
      });
    if (event.type === 'voided')
      ends.set(event.proposal, { state: 'voided', because: recordWords(event.because, language) });
    if (event.type === 'release-ordered') ends.set(event.proposal, { state: 'released' });
    if (event.type === 'decided') ends.set(event.proposal, { state: 'decided' });
  }
  const end = state.closed === 'without-payment' ? 'voided' : 'standing';
  return events.flatMap((event) =>
    event.type === 'proposed'
      ? [
          {
            number: event.number,
            proposal: event.proposal,
            at: event.at,
            ...(ends.get(event.proposal) ?? { state: end }),
            approvals: [...(given.get(event.proposal) ?? [])],
            ...(event.payment && { totalSek: event.payment.totalSek }),
          },
        ]
      : [],
  );
}

/** Every payment that was sent, in the order of the file, and what has become of it. */
export const sentOf = ({ id, state }: ReadCase, language: Language): Run['sent'] =>
  [...state.lines.values()].map((line) => {
    const { payee, sek, endToEndId, status, code, takenBack, resolved } = line;
    return {
      ...{ payee, name: payeeName(payee), sek, endToEndId, status },
      ...(code !== undefined && { code, codeText: bankCodeText(code, language) }),
      held: takenBack !== undefined && !resolved,
      ...(hasUndecided(line) && { movedBeside: true as const }),
      ...(resolved && { choice: resolved.choice }),
      ...(resolved && {
        resolved: {
          at: resolved.at,
          by: { sub: resolved.by.sub, name: resolved.by.name },
          reason: resolved.reason,
        },
      }),
      ...(resolved?.choice === 'reissue' && { reissue: reissueOf(id, payee) }),
    };
  });

/** Of a reissue: whose payment it sends again. */
export function reissuesOf({ id, kind }: ReadCase): Pick<Run, 'reissues'> {
  if (kind !== 'reissue') return {};
  const { from, payee } = reissued(id);
  return { reissues: { run: from, payee } };
}
