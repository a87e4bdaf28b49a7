import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../../../../core/calendar/stockholm.ts';
import { belongsToRecord } from '../../../../core/record/chain.ts';
import { randomFrom } from '../../../helpers/random.ts';
import type { World } from '../../support/world.ts';
import { type Answered, ask, type Request } from '../asking.ts';
import { postIds, postRequests } from './post-requests.ts';
import { delayed, diesAt, usesOf, watched } from './uses.ts';

const key = 'one-and-the-same-key';
const tried = { deaths: 0, wrong: 0 };

/** What a request has come to: the answer, the record, and the executions that were started for it. */
const cameTo = (answer: Answered, world: World) => ({
  answer,
  record: Object.fromEntries(
    Object.entries(world.records.dump()).filter(([place]) => belongsToRecord(place)),
  ),
  started: [...new Set(world.workflows.started.map(({ name }) => name))],
});

const claimsIn = (world: World) => Object.keys(world.records.dump('REQUEST#')).length;

const anHourLater = (at: Request['at']) =>
  parseInstant(new Date(Date.parse(at) + 3_600_000).toISOString());

const rows = postIds.flatMap((id) =>
  postRequests[id].map((row) => [`${id}, ${row.what}`, id, row] as const),
);

describe('Every POST of the API', () => {
  it('is asked here, from the one declaration of routes', () => {
    expect(postIds.filter((id) => postRequests[id].length === 0)).toEqual([]);
  });

  describe.each(rows)('%s', (_, id, { stage, request }) => {
    const asking = (given: Omit<Request, 'key'>) => (world: World) =>
      ask(world, id, { ...given, key });

    async function undisturbed(given: Omit<Request, 'key'>) {
      const world = await stage();
      const { uses, answer } = await usesOf(world, asking(given));
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      return { uses, first: cameTo(answer, world) };
    }

    it('dies at any use of what is outside, is sent again an hour later, and gives the first answer', async () => {
      const given = await request(await stage());
      const { uses, first } = await undisturbed(given);
      const wrong: string[] = [];
      for (const moment of ['before', 'after'] as const)
        for (let use = 1; use <= uses; use++) {
          const world = await stage();
          const claims = claimsIn(world);
          await asking(given)(watched(world, diesAt(moment, use)));
          // Before the key is claimed nobody knows of the request, and the next one is the first.
          const at = claimsIn(world) > claims ? anHourLater(given.at) : given.at;
          const again = cameTo(await asking({ ...given, at })(world), world);
          tried.deaths += 1;
          if (!isDeepStrictEqual(again, first)) wrong.push(`${moment} use ${use} of ${uses}`);
        }
      tried.wrong += wrong.length;
      expect(wrong).toEqual([]);
    });

    it('sent three times at once has one effect and gives three equal answers', async () => {
      const given = await request(await stage());
      const { first } = await undisturbed(given);
      for (let seed = 1; seed <= 25; seed++) {
        const world = await stage();
        const random = randomFrom(seed);
        const three = [1, 2, 3].map(() => asking(given)(watched(world, delayed(random))));
        for (const answer of await Promise.all(three))
          expect(cameTo(answer, world), `seed ${seed}`).toEqual(first);
      }
    });
  });

  afterAll(() =>
    console.log(
      `${postIds.length} operations, ${tried.deaths} deaths, ${tried.wrong} wrong answers to the same key.`,
    ),
  );
});
