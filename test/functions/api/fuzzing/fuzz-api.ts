import { parseMonth } from '../../../../core/calendar/month.ts';
import { canonical } from '../../../../core/canonical.ts';
import type { Proposal } from '../../../../core/payment/proposal.ts';
import { payoutCase, proposalStream, workingStream } from '../../../../core/record/case-id.ts';
import { verify } from '../../../../core/record/verify.ts';
import { sha256 } from '../../../../functions/adapters/sha256.ts';
import { wholeRecord } from '../../../../functions/api/views/record-streams.ts';
import { hashOf } from '../../../../functions/shared/documents.ts';
import { randomFrom } from '../../../helpers/random.ts';
import { at, copyOf, stateOf, type World } from '../../support/world.ts';
import { cases, prepare } from '../../support/year.ts';
import { undocumented } from '../documented.ts';
import { paidUntil } from '../paid-year.ts';
import { type FuzzedAnswer, fuzzedApi } from './fuzzed-api.ts';
import { chanceFrom } from './odd-values.ts';
import { type FuzzRequest, Requests, tokensAt } from './requests.ts';
import type { Names } from './valid-requests.ts';

/** After so many requests the world begins anew, so that it is not stopped, closed and voided for the rest of them. */
const requestsPerWorld = 250;

export interface Fuzzed {
  readonly requests: number;
  /** How often each operation answered with each status: `readRun 200`. */
  readonly counts: ReadonlyMap<string, number>;
  /** What did not hold, with the request that showed it. */
  readonly failures: readonly string[];
}

/**
 * Sends that many requests, made by chance from a seed, to the API's handlers on a record in memory, and looks at every answer: none is
 * a 5xx, each is as documented, a refused one wrote nothing, and nothing that was written is ever written over.
 */
export async function fuzzApi(seed: number, requests: number): Promise<Fuzzed> {
  const chance = chanceFrom(randomFrom(seed));
  const base = await fuzzedWorld();
  const [names, tokens] = await Promise.all([namesIn(base), tokensAt()]);
  const counts = new Map<string, number>();
  const failures: string[] = [];
  let sent = 0;
  while (sent < requests && failures.length < 20) {
    const world = copyOf(base);
    const api = fuzzedApi(world);
    const made = new Requests(chance, names, tokens);
    const before = world.records.dump();
    const end = Math.min(requests, sent + requestsPerWorld);
    for (; sent < end; sent++) {
      const request = made.next();
      const answer = await api(request.event);
      const key = `${request.id ?? '(not routed)'} ${answer.status}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      for (const wrong of wrongWith(request, answer))
        failures.push(
          `request ${sent} of seed ${seed}: ${wrong}\n${shownRequest(request, answer)}`,
        );
    }
    failures.push(...(await wrongInRecord(world, before)));
  }
  return { requests: sent, counts, failures };
}

/** What was there before is there still, word for word, and the record as a whole verifies. */
async function wrongInRecord(
  world: World,
  before: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const after = world.records.dump();
  const { streams } = await wholeRecord(world.records, at('2021-04-27'));
  return [
    ...Object.entries(before)
      .filter(([place, event]) => after[place] !== event)
      .map(([place]) => `${place} was written over.`),
    ...verify(streams, sha256).findings.map(({ where, what }) => `${where} ${what}`),
  ];
}

/** March and April are paid, May's payout waits for approval. */
async function fuzzedWorld(): Promise<World> {
  const world = await paidUntil('2021-04');
  await prepare(world, payoutCase(parseMonth('2021-05')), at('2021-04-26'));
  return world;
}

async function namesIn(world: World): Promise<Names> {
  const may = payoutCase(parseMonth('2021-05'));
  const runs = [cases.march, cases.april, may, cases.opening, cases.ihsi, cases.reconciliation];
  const documents = await Promise.all(
    runs.map(async (run) =>
      (await world.records.read<Proposal>(proposalStream(run))).map(({ event }) => ({
        run,
        proposal: hashOf(event),
        document: event,
      })),
    ),
  );
  const workings = await world.records.read<{ nodes: readonly never[] }>(
    workingStream(cases.march),
  );
  return {
    runs: [...runs, 'payout-2022-02'],
    proposals: documents.flat().map(({ run, proposal }) => ({ run, proposal })),
    workings: workings.flatMap(({ event }) => event.nodes.slice(0, 40).map(hashOf)),
    lines: documents
      .flat()
      .flatMap(({ run, document }) =>
        document.kind === 'payment' && run !== may
          ? document.payments.flatMap(({ payee: region, lines }) =>
              lines.map(({ working }) => ({ region, month: run.slice(-7), working })),
            )
          : [],
      ),
    standing: (await stateOf(world, may)).proposal?.proposed.proposal ?? '',
  };
}

function wrongWith({ id, event }: FuzzRequest, answer: FuzzedAnswer): readonly string[] {
  const { status, headers, body, written } = answer;
  const isRead = event.httpMethod === 'GET';
  return [
    ...(status >= 500 ? [`${id} answered ${status}`] : []),
    ...(id ? undocumented(id, status, headers, body) : wrongUnrouted(answer)),
    ...(written.length > 0 && (status >= 400 || isRead)
      ? [`${id} answered ${status} and wrote to ${written.join(', ')}`]
      : []),
  ];
}

/** What is routed to nobody is a problem document all the same. */
function wrongUnrouted({ status, headers, body }: FuzzedAnswer): readonly string[] {
  const type = (body as { readonly type?: string }).type ?? '';
  return status === 404 &&
    type.endsWith('/no-such-operation') &&
    headers['content-type'] === 'application/problem+json'
    ? []
    : [`no operation, answered ${status} ${type}`];
}

function shownRequest({ event }: FuzzRequest, { body, cause }: FuzzedAnswer): string {
  const { httpMethod, resource, pathParameters, multiValueQueryStringParameters, headers } = event;
  const asked = { httpMethod, resource, pathParameters, multiValueQueryStringParameters, headers };
  const inside = cause instanceof Error ? `\n${cause.stack ?? cause.message}` : '';
  return `${JSON.stringify(asked)}\n${(event.body ?? '').slice(0, 500)}\n→ ${canonicalOrText(body).slice(0, 500)}${inside}`;
}

function canonicalOrText(body: FuzzedAnswer['body']): string {
  try {
    return canonical(body);
  } catch {
    return JSON.stringify(body);
  }
}
