import { describe, expect, it } from 'vitest';
import { downloadEvents } from '../../../../console/pages/audit/download-events.ts';

const event = (number: number) => ({
  ...{ partition: 'RUN#2022', stream: '02', number, event: {} },
  ...{ previous: '0'.repeat(64), hash: '1'.repeat(64) },
});

/** An API of three pages; a page after the one that `fails` names is refused. */
function pages(fails?: string) {
  const asked: (string | undefined)[] = [];
  const next: Readonly<Record<string, string>> = { first: 'second', second: 'third' };
  const get = async (_: string, { query }: { query?: { cursor?: string | undefined } }) => {
    const here = query?.cursor ?? 'first';
    asked.push(query?.cursor);
    if (here === fails) throw new Error('The API is away.');
    const cursor = next[here];
    return { events: [event(asked.length)], ...(cursor && { next: cursor }) };
  };
  return { asked, api: { get } as unknown as Parameters<typeof downloadEvents>[0] };
}

describe('the record is downloaded', () => {
  const { signal } = new AbortController();

  it('page by page until there is no next, and says how far it has come', async () => {
    const { api, asked } = pages();
    const told: number[] = [];
    const events = await downloadEvents(api, (count) => told.push(count), signal);
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'second', 'third']);
    expect(told).toEqual([1, 2, 3]);
  });

  it('whole or not at all: a page that fails fails all of it', async () => {
    const { api } = pages('third');
    await expect(downloadEvents(api, () => undefined, signal)).rejects.toThrow('away');
  });
});
