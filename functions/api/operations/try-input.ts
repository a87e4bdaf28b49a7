import { dayInStockholm } from '../../../core/calendar/stockholm.ts';
import type { Json } from '../../../core/canonical.ts';
import { inForce } from '../../../core/inputs/input-stream.ts';
import { Sek } from '../../../core/money/sek.ts';
import type { Proposal } from '../../../core/payment/proposal.ts';
import { inputStream } from '../../../core/record/case-id.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { confirmInput } from '../../doors/confirm-input.ts';
import { givenContent } from '../../doors/given-content.ts';
import { needsConfirmation } from '../../doors/input-content.ts';
import { type Tried, tryOut } from '../../shared/dry-run.ts';
import type { WorkflowPorts } from '../../shared/workflow-ports.ts';
import { readCases } from '../views/cases.ts';
import { contentChanges } from '../views/content-changes.ts';
import { against, keyOf, readInputStream } from '../views/input-view.ts';
import { registered, streamOf } from './inputs.ts';
import { speaker } from './speaker.ts';

type DryRun = AnswerOf<'tryInput'>;
type TriedRun = DryRun['runs'][number];

/** Who confirms in a dry run what needs a second person; nobody's token says this. */
const IMAGINED = 'imagined second person';

/**
 * What a version would change, were it registered and, where needed, confirmed: the same code to the end, with the last write left
 * out. Refused as its registration would be.
 */
export async function tryInput(
  request: RequestOf<'tryInput'>,
  ports: WorkflowPorts,
): Promise<DryRun> {
  const { at, parameters, body, language } = request;
  const { kind, year } = streamOf(request);
  const { content } = givenContent(kind, body, language);
  const stream = inputStream(year, kind);
  const now = Number(dayInStockholm(at).slice(0, 4));
  const years = [...new Set([now - 1, now, now + 1, year])].sort((a, b) => a - b);
  const cases = (await readCases(ports.records, years)).map(({ id }) => id);
  const tried = await tryOut(ports, cases, stream, at, async (overlay) => {
    const { version, hash } = await registered(request, overlay);
    if (!needsConfirmation(kind)) return;
    const { by } = speaker(request);
    const second = { ...by, sub: IMAGINED, name: IMAGINED };
    await confirmInput({ at, by: second, year, kind, version, hash }, overlay);
  });
  const read = await readInputStream(ports.records, parameters.year, kind);
  const before = inForce(read.versions, (each) => keyOf(kind, each)).get(
    keyOf(kind, content as Json),
  );
  return {
    year: parameters.year,
    kind,
    ...against(read, before),
    ...contentChanges(kind, before?.content, content as Json),
    runs: tried.map(shown),
  };
}

function shown({ case: run, effect, needs, before, after, voidsApprovals }: Tried): TriedRun {
  const [was, will] = [amountsOf(before), amountsOf(after)];
  return {
    run,
    effect,
    needs: [...needs],
    ...(before && { totalBeforeSek: sumOf(was) }),
    ...(after && { totalAfterSek: sumOf(will) }),
    voidsApprovals,
    regions: [...new Set([...was.keys(), ...will.keys()])]
      .sort()
      .map((payee) => compared(payee, was.get(payee), will.get(payee))),
  };
}

function compared(
  region: string,
  before: Sek | undefined,
  after: Sek | undefined,
): TriedRun['regions'][number] {
  const zero = Sek.of('0');
  return {
    region,
    ...(before && { beforeSek: text(before) }),
    ...(after && { afterSek: text(after) }),
    changeSek: text((after ?? zero).minus(before ?? zero)),
  };
}

const text = (sek: Sek): string => sek.kronor().toString();
const sumOf = (amounts: ReadonlyMap<string, Sek>): string => text(Sek.sum(amounts.values()));

/** What each payee, or each region of a proposal that moves no money, has in it. */
function amountsOf(proposal: Proposal | undefined): ReadonlyMap<string, Sek> {
  const amounts = new Map<string, Sek>();
  const add = (payee: string, sek: string) =>
    amounts.set(payee, (amounts.get(payee) ?? Sek.of('0')).plus(Sek.of(sek)));
  switch (proposal?.kind) {
    case 'payment':
      for (const { payee, totalSek } of proposal.payments) add(payee, totalSek);
      break;
    case 'allocation':
      for (const { region, sek } of proposal.grants) add(region, sek);
      break;
    case 'settlement':
      for (const { region, sek } of proposal.lines) add(region, sek);
  }
  return amounts;
}
