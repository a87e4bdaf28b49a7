import { routes } from '../../functions/contract/api/routes.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import { tokenFor } from '../officials/call-api.ts';

/** What the API answered: by the request's path, the status and the body to the byte. */
export type Answers = ReadonlyMap<string, string>;

type Shown = { readonly runs?: readonly { readonly run: string }[] };

const years = ['2021', '2022'];
/** The regions whose statements are asked for: the largest, the smallest, and one without a county council. */
const someRegions = ['01', '09', '12'];

/**
 * Asks the API, as the auditor, for everything that it shows of the record: lists and calendars, every case with its proposals, time line
 * and payment file, accounts, tallies, the bank, inputs, some regions' statements, the verification and all events.
 *
 * These are the projections of the record: whatever people see is one of these answers.
 */
export async function answersOf(cloud: LocalCloud): Promise<Answers> {
  const answers = new Map<string, string>();
  const ask = async (path: string): Promise<string> => {
    const answer = await get(cloud, path);
    answers.set(path, answer);
    return answer;
  };
  for (const path of fixedPaths) await ask(path);
  const { runs = [] } = JSON.parse(bodyOf(await ask('/runs'))) as Shown;
  for (const { run } of runs) {
    const shown = bodyOf(await ask(`/runs/${run}`));
    for (const part of ['timeline', 'payment-file', 'annex/csv']) await ask(`/runs/${run}/${part}`);
    for (const hash of new Set(shown.match(/\b[0-9a-f]{64}\b/g)))
      await ask(`/runs/${run}/proposals/${hash}`);
  }
  await askEvents(ask);
  return answers;
}

const fixedPaths = [
  ...[routes.listTasks, routes.listNotices, routes.listRequisitions, routes.listRegions].map(
    ({ path }) => path,
  ),
  routes.readSwitch.path,
  routes.verifyRecord.path,
  ...years.flatMap((year) => [
    ...[routes.readCalendar, routes.readBank, routes.readTally, routes.readAccounts].map(
      ({ path }) => path.replace('{year}', year),
    ),
    `/accounts/${year}/sie`,
    `/inputs/${year}`,
    `/reconciliations/${year}`,
    ...someRegions.map((region) => `/regions/${region}/statements/${year}`),
  ]),
  '/inputs/all',
];

/** Page by page; each says where the next begins. */
async function askEvents(ask: (path: string) => Promise<string>): Promise<void> {
  const { path } = routes.readEvents;
  let next: string | undefined = path;
  while (next !== undefined) {
    const { next: after } = JSON.parse(bodyOf(await ask(next))) as { readonly next?: string };
    next = after === undefined ? undefined : `${path}?cursor=${encodeURIComponent(after)}`;
  }
}

/** Status and body; the body of a document in base64, since it is not text. */
async function get(cloud: LocalCloud, target: string): Promise<string> {
  const answer = await cloud.api().answer(
    {
      method: 'GET',
      target,
      headers: [
        ['Host', 'restore-drill'],
        ['Accept', '*/*'],
        ['Accept-Language', 'sv'],
        ['Authorization', `Bearer ${await tokenFor(cloud, 'auditor')}`],
      ],
      body: Buffer.alloc(0),
    },
    // The same request is the same to whoever logs or answers it, before and after.
    '00000000-0000-4000-8000-000000000000',
  );
  return `${answer.status} ${Buffer.from(answer.body).toString('utf8')}`;
}

const bodyOf = (answer: string): string => answer.slice('200 '.length);
