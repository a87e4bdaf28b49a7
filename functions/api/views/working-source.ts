import { agreementYears } from '../../../core/agreement/rulebook.ts';
import type { Recorded, Records } from '../../../core/ports.ts';
import {
  type CaseId,
  caseYear,
  openingCase,
  reconciliationCase,
  workingStream,
} from '../../../core/record/case-id.ts';
import type { Unit } from '../../../core/working.ts';
import { RECORD_CONTRADICTS } from '../../contract/errors.ts';
import { hashOf } from '../../shared/documents.ts';
import { namedError } from '../../shared/errors.ts';

/** A node of a working as the record holds it: its arguments by their hashes. */
export type RecordedNode = {
  readonly node: 'input' | 'parameter' | 'step';
  readonly exact: string;
  readonly unit: Unit;
  readonly operation?: string;
  readonly rule?: string;
  readonly cites?: readonly { readonly source: string; readonly place: string }[];
  readonly of?: readonly string[];
  readonly keys?: readonly string[];
  readonly key?: string;
  readonly count?: number;
  readonly instalment?: number;
  readonly row?: string;
  readonly name?: string;
  readonly source?: { readonly stream: string; readonly version: number; readonly hash: string };
};

type WorkingEvent = { readonly type: 'working'; readonly nodes: readonly RecordedNode[] };
type Events = readonly Recorded<WorkingEvent>[];

/**
 * The nodes of a case's working by their hashes, wherever in the record they lie: a case names what another has worked out by its
 * hash and does not repeat it. An instalment rests on the year's opening, May's settlement on the reconciliation, a carried amount on
 * an earlier payout. So places are opened one after the other, the case's own first, and only as far as somebody looks.
 */
export class WorkingSource {
  readonly #nodes = new Map<string, RecordedNode>();
  readonly #places: (() => Promise<readonly Events[]>)[];
  #opening: Promise<boolean> | undefined;

  constructor(records: Records, id: CaseId) {
    const first = Math.min(...agreementYears);
    const last = caseYear(id);
    const years = Array.from({ length: Math.max(last - first, 0) + 1 }, (_, back) => last - back);
    const read = (of: CaseId) => records.read<WorkingEvent>(workingStream(of));
    const decisions = years.flatMap((year) => [openingCase(year), reconciliationCase(year)]);
    this.#places = [
      async () => [await read(id)],
      () => Promise.all(decisions.map(read)),
      ...years.map((year) => async () => [
        ...(await records.readPartition<WorkingEvent>(`WORKING#${year}`)).values(),
      ]),
    ];
  }

  /** The node of that hash; undefined when the record holds none. */
  async find(hash: string): Promise<RecordedNode | undefined> {
    while (!this.#nodes.has(hash)) {
      // Several may look at once; they wait for one and the same place.
      this.#opening ??= this.#openNext();
      if (!(await this.#opening)) break;
    }
    return this.#nodes.get(hash);
  }

  /** False when every place has been opened. */
  async #openNext(): Promise<boolean> {
    const place = this.#places.shift();
    if (!place) return false;
    for (const events of await place())
      for (const { event } of events)
        for (const node of event.nodes) this.#nodes.set(hashOf(node), node);
    this.#opening = undefined;
    return true;
  }

  /** A node that another one names: the record holds it, or contradicts itself. */
  async named(hash: string): Promise<RecordedNode> {
    const node = await this.find(hash);
    if (node) return node;
    throw namedError(RECORD_CONTRADICTS, `The record holds no working ${hash}, which it names.`, {
      working: hash,
    });
  }
}
