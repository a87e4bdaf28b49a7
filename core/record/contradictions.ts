import { wrongInAgendaAndSwitch } from './contradictions/agenda-and-switch.ts';
import { wrongInBank } from './contradictions/bank.ts';
import { wrongBeginnings } from './contradictions/beginnings.ts';
import { wrongInCase } from './contradictions/cases.ts';
import { missingEnds } from './contradictions/ends.ts';
import { wrongInputs } from './contradictions/inputs.ts';
import { wrongMoments } from './contradictions/moments.ts';
import { wrongRests } from './contradictions/outdated.ts';
import { type HeldTo, judgedCases, type Parts, partsOf } from './contradictions/parts.ts';
import { wrongInPayments } from './contradictions/payments.ts';
import { wrongPeople } from './contradictions/people.ts';
import { wrongProposals } from './contradictions/proposals.ts';
import { wrongRooms } from './contradictions/rooms.ts';
import { wrongTerms } from './contradictions/terms.ts';
import { unnamedDocuments } from './contradictions/unnamed.ts';
import { workingsIn, wrongWorkings } from './contradictions/workings.ts';
import { deductionContradictions } from './deduction-contradictions.ts';
import type { Finding, FoundStream } from './found-stream.ts';
import { roomContradictions } from './room-contradictions.ts';

/**
 * What a record says that does not follow from the rest of it. Hashes that fit prove only that whoever wrote it could hash; so
 * everything that follows from something else is worked out again, by the code that worked it out when it was written: each event of a
 * case from the state before it, orders, vouchers and settled totals from the approved proposal's stored bytes, the proposal's lines
 * from their working, that from its inputs, and every approval and confirmation from who registered what.
 *
 * What people said is theirs: their reasons, their names, and when they said it cannot be worked out from anything.
 */
export function contradictions(record: readonly FoundStream[], heldTo: HeldTo): readonly Finding[] {
  const parts = partsOf(record, heldTo);
  const judged = judgedCases(parts);
  const { workings, fresh, findings } = workingsIn(parts);
  const looks: readonly (() => readonly Finding[])[] = [
    () => wrongTerms(parts),
    () => wrongPeople(parts),
    () => wrongMoments(parts),
    () => judged.flatMap((each) => wrongInCase(parts, each)),
    () => findings,
    () => wrongWorkings(parts, workings, fresh),
    () => wrongProposals(parts, workings),
    () => wrongRests(parts),
    () => unnamedDocuments(parts, workings),
    () => wrongInPayments(parts, judged),
    () => wrongInputs(parts),
    () => wrongInBank(parts, judged),
    () => wrongInAgendaAndSwitch(parts),
    () => wrongBeginnings(parts),
    () => missingEnds(parts),
    () => wrongRooms(parts),
    () => deductionContradictions(record, parts),
    () => roomContradictions(record, hashesOf(parts), parts.isNew),
  ];
  return looks.flatMap(inAnyCase);
}

/** Whatever one look stumbles over, the others look all the same. */
function inAnyCase(look: () => readonly Finding[]): readonly Finding[] {
  try {
    return look();
  } catch (error) {
    return [{ where: 'the record', what: `cannot be judged: ${String(error)}` }];
  }
}

const hashesOf = ({ proposals }: Parts): ReadonlySet<string> =>
  new Set([...proposals.values()].flatMap((own) => [...own.keys()]));
