import { agreementYears } from '../../../core/agreement/rulebook.ts';
import type { CaseEvent } from '../../../core/payment/events.ts';
import { fold } from '../../../core/payment/evolve.ts';
import type { Recorded, Records } from '../../../core/ports.ts';
import {
  type CaseId,
  caseKind,
  caseOfStream,
  casePartition,
  caseStream,
  reissueOf,
} from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import type { Language } from '../../contract/api/problem-type.ts';
import { submitRequisition } from '../../doors/submit-requisition.ts';
import { wrongDigit } from '../../doors/wrong-digit.ts';
import { refusedEntries } from '../../shared/entry-errors.ts';
import type { Ports } from '../../shared/ports.ts';
import { Refused } from '../../shared/refused.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { requisitionView, summaryOfRequisition } from '../views/requisition-view.ts';
import { speaker } from './speaker.ts';

const onAPage = 50;
const mostOnAPage = 100;

/**
 * Takes SKR's requisition and starts its workflow. What the agreement refuses is refused now, with the paragraph, and leaves no
 * trace but the answer that is kept for its key.
 */
export async function createRequisition(
  request: RequestOf<'createRequisition'>,
  ports: WorkflowPorts,
): Promise<AnswerOf<'createRequisition'>> {
  const { year, kind, account, ...contents } = request.body;
  const wrong = [
    ...wrongDigit('/organisationNumber', contents.organisationNumber),
    ...Object.entries(account).flatMap(([giro, number]) => wrongDigit(`/account/${giro}`, number)),
  ];
  if (wrong.length > 0) throw refusedEntries(wrong, request.language);
  const requisition = { ...contents, ...account };
  const id = await submitRequisition({ year, kind, requisition, ...speaker(request) }, ports);
  return summaryOfRequisition(await requisitionOf(ports, id, request.language));
}

/** A requisition with its contents and how far it has come. All are SKR's. */
export async function readRequisition(
  { parameters: { requisition }, language }: RequestOf<'readRequisition'>,
  ports: Ports,
): Promise<AnswerOf<'readRequisition'>> {
  return requisitionOf(ports, requisition, language);
}

/** Requisitions, the newest first; the cursor is the last of the page before. */
export async function listRequisitions(
  { query: { year, limit = onAPage, cursor }, language }: RequestOf<'listRequisitions'>,
  { records }: Ports,
): Promise<AnswerOf<'listRequisitions'>> {
  const years = year === undefined ? agreementYears : [year];
  const after = cursor === undefined ? undefined : decoded(cursor, language);
  const partitions = await Promise.all(
    years.map(async (each) => {
      const partition = casePartition('requisition', each);
      const streams = await records.readPartition<CaseEvent>(partition);
      return Promise.all(
        [...streams].map(async ([name, events]) =>
          shownOf(records, caseOfStream({ partition, name }), events, language),
        ),
      );
    }),
  );
  const rest = partitions
    .flat()
    .flatMap((shown) => shown ?? [])
    .map((shown) => ({ shown, place: `${shown.submittedAt} ${shown.requisition}` }))
    .filter(({ place }) => after === undefined || place < after)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const page = rest.slice(0, Math.min(limit, mostOnAPage));
  const last = page.at(-1);
  return {
    requisitions: page.map(({ shown }) => summaryOfRequisition(shown)),
    ...(last && rest.length > page.length && { next: encoded(last.place) }),
  };
}

async function requisitionOf({ records }: Ports, id: CaseId, language: Language) {
  const shown =
    caseKind(id) === 'requisition'
      ? await shownOf(records, id, await records.read<CaseEvent>(caseStream(id)), language)
      : undefined;
  if (!shown) throw new Refused('not-found', { what: id });
  return shown;
}

async function shownOf(
  records: Records,
  id: CaseId,
  events: readonly Recorded<CaseEvent>[],
  language: Language,
) {
  const bare = eventsOf(events);
  return requisitionView(id, bare, await sentAgain(records, id, bare), language);
}

/** What has happened in the cases that send a payment again which came back, one after the other. */
async function sentAgain(
  records: Records,
  id: CaseId,
  events: readonly CaseEvent[],
): Promise<readonly (readonly CaseEvent[])[]> {
  if (fold(events).lines.get('SKR')?.resolved === undefined) return [];
  const next = reissueOf(id, 'SKR');
  const more = eventsOf(await records.read<CaseEvent>(caseStream(next)));
  return more.length === 0 ? [] : [more, ...(await sentAgain(records, next, more))];
}

const eventsOf = (recorded: readonly Recorded<CaseEvent>[]): readonly CaseEvent[] =>
  recorded.map(({ event }) => event);

const encoded = (place: string): string => Buffer.from(place).toString('base64url');

function decoded(cursor: string, language: Language): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (/^\S+Z requisition-\d{4}-\w+$/.test(place)) return place;
  const detail = { sv: 'next från sidan före', en: 'next of the page before' };
  throw refusedEntries([{ pointer: '?/cursor', detail }], language);
}
