import { describe, expect, it } from 'vitest';
import { endToEndId } from '../../../../core/bank/bank-ids.ts';
import { camt, pain002 } from '../../bank/bank-reports.ts';
import { allBooked, bookingOf, deliver, lineOf, outcomesOf, returnOf } from '../../support/bank.ts';
import { at, type World } from '../../support/world.ts';
import { cases, released } from '../../support/year.ts';
import { ask, type Request } from '../asking.ts';
import { readerOf } from '../reading.ts';

const morning = at('2021-03-02', '09:00');
const send = (world: World, content: string, more: Partial<Request> = {}) =>
  ask(world, 'takeBankReport', {
    as: 'checker',
    at: morning,
    body: { file: 'kontoutdrag.xml', content },
    ...more,
  });
const resolve = (
  world: World,
  report: string,
  item: number,
  reason = 'Bankens avgift; bokförd för sig.',
  more: Partial<Request> = {},
) =>
  ask(world, 'resolveBankItem', {
    as: 'checker',
    at: at('2021-03-03'),
    parameters: { report, item: String(item) },
    body: { reason },
    ...more,
  });
const bankOf = (world: World, language = 'sv', year = '2021') =>
  readerOf(world).read('readBank', {
    parameters: { year },
    language,
    at: '2021-03-04T08:00:00.000Z',
  });

describe('A report that a person sends in', () => {
  it('is taken as if the bank had delivered it, and says what became of it', async () => {
    const world = await released();
    const { sek } = await lineOf(world, '03');
    const { status, body } = await send(world, camt({ entries: [await returnOf(world, '03')] }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      file: 'kontoutdrag.xml',
      at: morning,
      format: 'camt.054.001.08',
      messageId: 'BANK-1',
      state: 'taken',
      open: false,
      again: false,
    });
    expect(body.items).toEqual([
      {
        item: 1,
        outcome: 'taken',
        text: expect.stringMatching(
          /^Returned: Region Uppsala, the payout of March 2021, [\d,]+\u00a0kr\. The account is closed \(AC04\)\.$/,
        ),
        open: false,
        result: 'returned',
        code: 'AC04',
        codeText: 'The account is closed',
        endToEndId: endToEndId(cases.march, '03'),
        run: cases.march,
        payee: '03',
        amount: sek,
        currency: 'SEK',
        day: '2021-03-01',
      },
    ]);
  });

  it('again changes nothing, under whatever name and key', async () => {
    const world = await released();
    const xml = camt({ entries: [await bookingOf(world, '01')] });
    const first = await send(world, xml);
    const before = world.records.dump('BANK#');
    const again = await send(world, xml, { body: { file: 'again.xml', content: xml } });
    expect(again.body).toEqual({ ...first.body, again: true });
    expect(world.records.dump('BANK#')).toEqual(before);
  });

  it.each([
    ['en', 'The file is of another kind: <x> ""', 'Nothing was registered.'],
    ['sv', 'Filen är av ett annat slag: <x> ""', 'Inget har registrerats.'],
  ] as const)(
    'that cannot be read is refused in %s, and nothing is noted',
    async (language, ...said) => {
      const world = await released();
      const { status, body } = await send(world, '<x/>', { language });
      expect([status, body.type]).toEqual([422, expect.stringContaining('report-unreadable')]);
      for (const words of ['kontoutdrag.xml', 'camt.053.001.02', ...said])
        expect(body.detail).toContain(words);
      expect(await outcomesOf(world)).toEqual([]);
    },
  );

  it('that the bank had delivered and nobody could read is shown as it was noted', async () => {
    const world = await released();
    await deliver(world, '<x/>', morning, 'from-the-bank.xml');
    const { status, body } = await send(world, '<x/>');
    expect(status).toBe(200);
    expect(body).toMatchObject({ file: 'from-the-bank.xml', state: 'refused', again: true });
  });

  it('is taken by a handläggare only', async () => {
    const { status } = await send(await released(), '<x/>', { as: 'attestant' });
    expect(status).toBe(403);
  });
});

describe('The bank of a year', () => {
  it('shows what left and how far it is, and what the bank sent, the newest first', async () => {
    const world = await released();
    await deliver(world, await allBooked(world), morning);
    await deliver(world, camt({ entries: [await returnOf(world, '03')] }), at('2021-03-03'));
    const { files, reports, openItems } = await bankOf(world);
    expect(files).toMatchObject([
      {
        run: cases.march,
        kind: 'payout',
        messageId: 'STB-PAY-2021-03',
        orderedAt: at('2021-03-01', '06:00'),
        executionDay: '2021-03-01',
        payments: 21,
        totalSek: '2786075070',
        accepted: 0,
        booked: 20,
        cameBack: 1,
        held: 1,
      },
    ]);
    expect(reports.map(({ at: when, items }) => [when, items.length])).toEqual([
      [at('2021-03-03'), 1],
      [morning, 21],
    ]);
    expect(openItems).toBe(0);
  });

  it('of a year without payments is empty', async () => {
    expect(await bankOf(await released(), 'sv', '2022')).toEqual({
      year: 2022,
      files: [],
      reports: [],
      openItems: 0,
    });
  });

  const nextDay = { sek: '5', payments: [{ endToEndId: 'STB-PAY-2021-04-01', sek: '5' }] };
  it.each([
    [
      'sv',
      [
        'Bokfört: Region Stockholm, utbetalningen för mars 2021, 1\u00a0kr. Beloppet är ett annat än det som sändes: SEK.',
        'Bokfört: Region Stockholm, utbetalningen för april 2021, 5\u00a0kr. Någon sådan betalning har inte sänts.',
        'Bokfört: R-7, 250,50\u00a0kr. Det leder inte till någon betalning härifrån.',
        'Bokfört: utan beteckning, 3\u00a0EUR. Det leder inte till någon betalning härifrån.',
        'BOOK CRDT PMNT/ICDT/DMCT: Region Uppsala, utbetalningen för mars 2021, 7\u00a0kr. Så kan en betalning härifrån inte röra sig, eller så rörde posten på kontot ett annat belopp än det som nämns i den.',
        'PDNG DBIT PMNT/ICDT/DMCT: Region Uppsala, utbetalningen för mars 2021, 7\u00a0kr. Inget följer av det.',
      ],
    ],
    [
      'en',
      [
        'Booked: Region Stockholm, the payout of March 2021, 1\u00a0kr. The amount is another than the one that was sent: SEK.',
        'Booked: Region Stockholm, the payout of April 2021, 5\u00a0kr. No such payment has been sent.',
        'Booked: R-7, 250.50\u00a0kr. It leads to no payment from here.',
        'Booked: without an id, 3\u00a0EUR. It leads to no payment from here.',
        'BOOK CRDT PMNT/ICDT/DMCT: Region Uppsala, the payout of March 2021, 7\u00a0kr. A payment from here cannot move in this way, or the entry of the account moved another sum than it names.',
        'PDNG DBIT PMNT/ICDT/DMCT: Region Uppsala, the payout of March 2021, 7\u00a0kr. Nothing follows from it.',
      ],
    ],
  ])('says of each item what it was and what became of it (%s)', async (language, sentences) => {
    const world = await released();
    const uppsala = [{ endToEndId: endToEndId(cases.march, '03'), sek: '7' }];
    const entries = [
      { sek: '1', payments: [{ endToEndId: endToEndId(cases.march, '01'), sek: '1' }] },
      nextDay,
      { sek: '250.50', reference: 'R-7' },
      { sek: '3', currency: 'EUR' },
      { sek: '7', direction: 'CRDT' as const, payments: uppsala },
      { sek: '7', status: 'PDNG', payments: uppsala },
    ];
    await deliver(world, camt({ entries }), morning);
    const { reports, openItems } = await bankOf(world, language);
    const texts = reports.flatMap(({ items }) => items.map(({ text }) => text));
    expect(texts.map((text) => text.replace(/: [\d\u00a0,]+kr\.$/, ': SEK.'))).toEqual(sentences);
    expect(openItems).toBe(5);
    expect(reports[0]?.items.map(({ open }) => open)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('says what the bank has said before, its reason and its own words', async () => {
    const world = await released();
    const id = endToEndId(cases.march, '01');
    const payments = [{ endToEndId: id, status: 'RJCT', code: 'ZZ99', words: 'Se avtal' }];
    await deliver(world, camt({ entries: [await bookingOf(world, '01')] }), morning);
    await deliver(world, pain002({ payments }), at('2021-03-03'));
    await deliver(
      world,
      pain002({ messageId: 'BANK-2', payments: [{ endToEndId: id, status: 'ACCP' }] }),
      at('2021-03-03', '10:00'),
    );
    await deliver(
      world,
      pain002({ messageId: 'BANK-3', about: 'LON-17', group: { status: 'RJCT' } }),
      at('2021-03-03', '11:00'),
    );
    await deliver(
      world,
      pain002({ messageId: 'BANK-4', group: { status: 'RJCT' }, totals: { number: 2, sum: '9' } }),
      at('2021-03-03', '12:00'),
    );
    const { reports } = await bankOf(world);
    expect(reports.slice(0, 4).map(({ items }) => items[0]?.text)).toEqual([
      expect.stringMatching(
        /^Avvisat: utbetalningen för mars 2021, 9\u00a0kr\. Beloppet är ett annat än det som sändes: 2\u00a0786\u00a0075\u00a0070\u00a0kr\.$/,
      ),
      'Avvisat: LON-17. Det leder inte till någon betalning härifrån.',
      'Godtaget: Region Stockholm, utbetalningen för mars 2021. Banken hade redan sagt det som kommer efter.',
      'Avvisat: Region Stockholm, utbetalningen för mars 2021. ZZ99. ”Se avtal”. Banken har sagt något annat förut, och båda kan inte stämma: bokfört.',
    ]);
  });

  it('shows a file that could not be read as its own item', async () => {
    const world = await released();
    await deliver(world, '<x/>', morning, 'skräp.xml');
    const { reports, openItems } = await bankOf(world, 'en');
    const why = expect.stringContaining('The file is of another kind: <x> ""');
    expect(reports).toMatchObject([
      {
        file: 'skräp.xml',
        state: 'refused',
        why,
        open: true,
        items: [{ item: 1, outcome: 'unknown', text: why, open: true }],
      },
    ]);
    expect(reports[0]).not.toHaveProperty('format');
    expect(openItems).toBe(1);
  });
});

describe('An item that needs a person', () => {
  const open = async () => {
    const world = await released();
    const entries = [{ sek: '75' }, await bookingOf(world, '01')];
    const { report } = await deliver(world, camt({ entries }), morning, 'konto.xml');
    return { world, report };
  };

  it('stands among the tasks of a handläggare until somebody has looked into it', async () => {
    const { world, report } = await open();
    const tasks = async (as: string, language: string) =>
      (
        await readerOf(world).read('listTasks', {
          as: [as],
          language,
          at: '2021-03-02T10:00:00.000Z',
        })
      ).tasks.filter(({ task }) => task === 'resolve-bank-item');
    expect(await tasks('handläggare', 'sv')).toEqual([
      {
        task: 'resolve-bank-item',
        text: 'Utred bankens fil konto.xml: 1 post.',
        since: morning,
        late: false,
        mine: true,
        bank: { year: 2021, report, openItems: 1 },
      },
    ]);
    expect(await tasks('revisor', 'en')).toMatchObject([
      { text: "Look into the bank's file konto.xml: 1 item.", mine: false },
    ]);
    await resolve(world, report, 1);
    expect(await tasks('handläggare', 'sv')).toEqual([]);
  });

  it('is looked into once, with a reason; it moves no money', async () => {
    const { world, report } = await open();
    const runs = world.records.dump('RUN#');
    const { status, body } = await resolve(world, report, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      open: false,
      items: [
        {
          open: false,
          resolved: {
            at: at('2021-03-03'),
            by: { sub: 'local-checker' },
            reason: 'Bankens avgift; bokförd för sig.',
          },
        },
        {},
      ],
    });
    expect(world.records.dump('RUN#')).toEqual(runs);
    expect(await outcomesOf(world)).toEqual(['unknown', 'taken 01', 'resolved 1']);
  });

  it('is found the same by whoever says the same again, and refused to others', async () => {
    const { world, report } = await open();
    const first = await resolve(world, report, 1);
    expect((await resolve(world, report, 1)).body).toEqual(first.body);
    for (const other of [
      await resolve(world, report, 1, 'Något annat.'),
      await resolve(world, report, 1, undefined, { as: 'registrar' }),
    ]) {
      expect(other.status).toBe(409);
      expect(other.body.type).toContain('item-already-resolved');
    }
    expect(await outcomesOf(world)).toEqual(['unknown', 'taken 01', 'resolved 1']);
  });

  it('may be a file that could not be read, in the year before too', async () => {
    const world = await released();
    const { report } = await deliver(world, '<x/>', at('2020-12-30'));
    const { status, body } = await resolve(world, report, 1);
    expect([status, body.open]).toEqual([200, false]);
    expect(await outcomesOf(world, 2020)).toEqual(['unknown-format', 'resolved 1']);
  });

  it.each([
    ['an item that led to its payment', 2, 409, 'item-needs-nobody'],
    ['an item that is not there', 3, 404, 'not-found'],
    ['item nought', 0, 404, 'not-found'],
  ])('is not %s', async (_what, item, status, type) => {
    const { world, report } = await open();
    const answer = await resolve(world, report, item);
    expect([answer.status, answer.body.type]).toEqual([status, expect.stringContaining(type)]);
  });

  it('is of a report that is there', async () => {
    const { world } = await open();
    const answer = await resolve(world, 'a'.repeat(64), 1);
    expect(answer.status).toBe(404);
  });
});

describe('Money that moved without an order', () => {
  it.each([
    ['without saying what becomes of it', {}, 422, 'item-choice'],
    ['as the payment, which stands as booked', { choice: 'booked-anew' }, 409, 'nothing-returned'],
  ])('is not looked into %s', async (_what, more, status, type) => {
    const world = await released();
    const booking = await bookingOf(world, '01');
    const { report } = await deliver(world, camt({ entries: [booking, booking] }), morning);
    const body = { reason: 'Banken har svarat.', ...more };
    const answer = await resolve(world, report, 2, undefined, { body });
    expect([answer.status, answer.body.type]).toEqual([status, expect.stringContaining(type)]);
    expect(await outcomesOf(world)).toEqual(['taken 01', 'moved-twice 01']);
  });

  it('is looked into with what becomes of it, and so it is shown', async () => {
    const world = await released();
    const booking = await bookingOf(world, '01');
    const { report } = await deliver(world, camt({ entries: [booking, booking] }), morning);
    const body = { reason: 'Banken flyttar tillbaka det.', choice: 'bank-to-correct' };
    const answer = await resolve(world, report, 2, undefined, { body });
    expect(answer.body.items[1]).toMatchObject({
      open: false,
      text: expect.stringContaining('nobody has ordered this'),
      resolved: { choice: 'bank-to-correct', reason: body.reason },
    });
  });

  it('is no choice of an item that moved none', async () => {
    const world = await released();
    const { report } = await deliver(world, camt({ entries: [{ sek: '75' }] }), morning);
    const body = { reason: 'Bankens avgift.', choice: 'bank-to-correct' };
    const answer = await resolve(world, report, 1, undefined, { body });
    expect([answer.status, answer.body.type]).toEqual([
      422,
      expect.stringContaining('item-choice'),
    ]);
  });
});
