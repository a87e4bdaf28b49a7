import { canonical, type Json } from '../../canonical.ts';
import type { Proposal } from '../../payment/proposal.ts';
import { type Finding, type FoundStream, lookedAt, nameOf } from '../found-stream.ts';
import { amountsOf } from './amounts.ts';
import { attempt, caseNamed, eventsIn, type Parts, streamsOf } from './parts.ts';
import type { Workings } from './workings.ts';

/**
 * Documents at the end of a case that nothing names: a proposal that was put before nobody, working of which no proposal is made. A step
 * that died may leave such behind and go on by others, which stand after it; once the case is released, decided or closed none comes.
 */
export function unnamedDocuments(parts: Parts, workings: Workings): readonly Finding[] {
  if (!parts.whole) return [];
  const made = madeUpOf(parts, workings);
  return [
    ...streamsOf(parts, 'PROPOSAL').flatMap((found) => misplaced(parts, found)),
    ...lastOf(parts, 'PROPOSAL').flatMap((found) =>
      lookedAt(placeOf(found), () => wrongProposal(parts, found)),
    ),
    ...lastOf(parts, 'WORKING').flatMap((found) =>
      lookedAt(placeOf(found), () => wrongWorking(parts, found, made)),
    ),
  ];
}

/** Proposals are numbered as they come; one that was put before nobody leaves its number to the next. */
function misplaced(parts: Parts, found: FoundStream): readonly Finding[] {
  let before = 0;
  return eventsIn<Proposal>(found).flatMap(({ number, event }) =>
    lookedAt(`${nameOf(found)} event ${number}`, () => {
      const back = event.number < before ? [`stands after proposal ${before}`] : [];
      before = Math.max(before, event.number);
      return parts.isNew(found, number) ? back : [];
    }),
  );
}

const placeOf = (found: FoundStream): string => `${nameOf(found)} event ${found.events.length}`;

/** Streams of a kind whose last event is new, of cases that propose no more. */
const lastOf = (parts: Parts, kind: string): readonly FoundStream[] =>
  streamsOf(parts, kind).filter((found) => {
    const { released, decided, closed } = caseNamed(parts, found.stream)?.state ?? {};
    return !!(released ?? decided ?? closed) && parts.isNew(found, found.events.length);
  });

function wrongProposal(parts: Parts, found: FoundStream): readonly string[] {
  const about = caseNamed(parts, found.stream);
  const last = parts.sha256(canonical(found.events.at(-1)?.event as Json));
  const isNamed = about?.events.some(
    ({ event }) => event.type === 'proposed' && event.proposal === last,
  );
  return isNamed ? [] : ['is a proposal that was put before nobody'];
}

function wrongWorking(
  { sha256 }: Parts,
  { events }: FoundStream,
  made: ReadonlySet<string>,
): readonly string[] {
  const { nodes = [] } = Object(events.at(-1)?.event) as { readonly nodes?: readonly Json[] };
  return nodes.some((node) => made.has(sha256(canonical(node))))
    ? []
    : ['is working of which no proposal is made'];
}

/** Every node that an amount of a proposal is made of, down to its leaves. */
function madeUpOf({ proposals }: Parts, workings: Workings): ReadonlySet<string> {
  const made = new Set<string>();
  const documents: readonly Proposal[] = [...proposals.values()].flatMap((own) => [
    ...own.values(),
  ]);
  const open = documents.flatMap(
    (each) => attempt(() => amountsOf(each).map(({ working }) => working)) ?? [],
  );
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (made.has(hash)) continue;
    made.add(hash);
    open.push(...(workings.get(hash)?.node.of ?? []));
  }
  return made;
}
