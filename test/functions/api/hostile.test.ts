import { describe, expect, it } from 'vitest';
import type { World } from '../support/world.ts';
import { type PostId, postIds, postRequests } from './again/post-requests.ts';
import { ask, type Request } from './asking.ts';

/** Long texts: one on which patterns of addresses take their time, one of blanks. */
const longTexts = [`a@${'.'.repeat(200_000)}@`, `-${' '.repeat(200_000)}-`];
const keys = (length: number) => Object.fromEntries(Array.from({ length }, (_, n) => [`k${n}`, 1]));

/** A request as it is made of the first row of an operation, with something put into its body. */
type Changed = readonly [where: string, body: unknown];

/** A body with each text in it replaced in turn; of many alike the first dozen. */
function* withText(body: unknown, text: string, where = ''): Generator<Changed> {
  if (typeof body === 'string') yield [where, text];
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body).slice(0, 17))
    for (const [place, inner] of withText(value, text, `${where}/${name}`))
      yield [place, Array.isArray(body) ? [inner] : { ...body, [name]: inner }];
}

/** A body with keys that nobody knows added to each object in turn, and one key that is very long. */
function* withKeys(body: unknown, more: object, where = ''): Generator<Changed> {
  if (typeof body !== 'object' || body === null) return;
  if (!Array.isArray(body)) yield [`${where}/*`, { ...body, ...more }];
  for (const [name, value] of Object.entries(body).slice(0, 2))
    for (const [place, inner] of withKeys(value, more, `${where}/${name}`))
      yield [place, Array.isArray(body) ? [inner] : { ...body, [name]: inner }];
}

/** What is wrong with the answers: not within two seconds of work, not short, no refusal. */
async function wrongAnswers(
  id: PostId,
  world: World,
  request: Omit<Request, 'key'>,
  bodies: Iterable<Changed>,
) {
  const wrong: string[] = [];
  for (const [where, body] of bodies) {
    const begun = process.cpuUsage();
    const answer = await ask(world, id, { ...request, body });
    const ms = Math.round(process.cpuUsage(begun).user / 1_000);
    const { length } = JSON.stringify(answer.body);
    if (ms > 2_000 || length > 30_000 || answer.status < 400 || answer.status >= 500)
      wrong.push(`${where}: ${answer.status}, ${length} characters, ${ms} ms`);
  }
  return wrong;
}

describe.each(postIds)('%s', (id) => {
  const [row] = postRequests[id];
  const staged = async () => {
    if (!row) throw new RangeError(`${id} has no request.`);
    const world = await row.stage();
    return { world, given: await row.request(world) };
  };

  it('refuses text of 200 000 letters anywhere at once, and says it shortly', async () => {
    const { world, given } = await staged();
    // A bank's file and a table may be long: what stands in them is refused by those who read them.
    const bodies = longTexts.flatMap((text) =>
      [...withText(given.body ?? {}, text)].filter(([where]) => !/\/(content|csv)$/.test(where)),
    );
    expect(await wrongAnswers(id, world, given, bodies)).toEqual([]);
  });

  it('answers to many entries that it does not know shortly, and to one with a very long name', async () => {
    const { world, given } = await staged();
    const bodies = [
      ...withKeys(given.body ?? {}, keys(200_000)),
      ...withKeys(given.body ?? {}, keys(40_000)),
      ...withKeys(given.body ?? {}, { ['x'.repeat(200_000)]: 1 }),
    ];
    expect(await wrongAnswers(id, world, given, bodies)).toEqual([]);
  });
});

describe('Unknown entries', () => {
  it.each([
    ['en', /^unknown entries: k0, k1, .*k19 and 39980 more; given/],
    ['sv', /^okända uppgifter: k0, k1, .*k19 och 39980 till; angivet/],
  ] as const)('are twenty by name, and the count of the rest, in %s', async (language, words) => {
    const [row] = postRequests.stopReleases;
    const world = await (row as NonNullable<typeof row>).stage();
    const body = { reason: 'Enligt beslut.', ...keys(40_000) };
    const at = '2021-02-24T08:00:00.000Z' as Request['at'];
    const answer = await ask(world, 'stopReleases', { as: 'registrar', at, body, language });
    expect(answer.body.errors).toEqual([{ pointer: '#', detail: expect.stringMatching(words) }]);
  });
});

describe('A table sent as CSV', () => {
  const sent = async (csv: string) => {
    const [row] = postRequests.registerInput;
    const { stage, request } = row as NonNullable<typeof row>;
    const world = await stage();
    const { body, ...given } = await request(world);
    return wrongAnswers(
      'registerInput',
      world,
      {
        ...given,
        parameters: { year: '2021', kind: 'population' },
      },
      [['/csv', { from: 'SCB', documentHash: 'a'.repeat(64), csv }]],
    );
  };

  it.each([
    [
      'one cell of two million letters',
      `region_code,group_id,inhabitants\n01,${'a'.repeat(1_900_000)},1\n`,
    ],
    ['a million columns', `${'a,'.repeat(900_000)}b\n1\n`],
    [
      '200 000 rows that are wrong',
      `region_code,group_id,inhabitants_2018_12_31\n${'x,y,z\n'.repeat(200_000)}`,
    ],
    [
      '200 000 lines with nothing in them',
      `region_code,group_id,inhabitants_2018_12_31\n${'\n'.repeat(200_000)}x`,
    ],
    ['a quote that is never closed', `region_code,"${'""'.repeat(900_000)}`],
  ])('is refused at once with %s', async (_, csv) => {
    expect(await sent(csv)).toEqual([]);
  });
});
