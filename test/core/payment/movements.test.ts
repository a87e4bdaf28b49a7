import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryPlace } from '../../../core/payment/bank-words.ts';
import type { CaseEvent, PayeeCode } from '../../../core/payment/events.ts';
import { fold } from '../../../core/payment/evolve.ts';
import {
  afterDecision,
  afterWords,
  decisionsAnew,
  hasUndecided,
  orderedLines,
  type SentLine,
  type SentLines,
  tell,
} from '../../../core/payment/lines.ts';
import { type MovedWord, undoneWith, unorderedNet } from '../../../core/payment/movements.ts';
import { cases } from '../../helpers/cases.ts';
import { ask, eventsOf, factsOf, happened, later, outcome, paidOut, said, sent } from './words.ts';

type Telling = Omit<MovedWord, 'payee'>;

const debit = (reference: string, day = '2022-02-01'): Telling => ({
  result: 'booked',
  reference,
  day,
});
const credit = (reference: string, day = '2022-02-01'): Telling => ({
  ...debit(reference, day),
  result: 'returned',
});

/** A debit without a reference of the bank's. */
const at = (
  of: EntryPlace['of'],
  id: string,
  entry: EntryPlace['entry'],
  page?: string,
): Telling => ({
  result: 'booked',
  day: '2022-02-01',
  place: { of, id, entry, ...(page !== undefined && { page }) },
});

/** Uppsala's payment after files that told of movements, each file of some; and what each telling was. */
function told(...files: readonly (readonly Telling[])[]) {
  let lines: SentLines = orderedLines(sent);
  const verdicts: string[] = [];
  for (const file of files) {
    let here: ReadonlySet<number> = new Set();
    for (const telling of file) {
      const line = lines.get('03') as SentLine;
      const { verdict, word, movement = 0 } = tell(line, { payee: '03', ...telling }, here);
      here = new Set([...here, movement]);
      verdicts.push(verdict);
      if (word) lines = afterWords(lines, [word]);
    }
  }
  return { line: lines.get('03') as SentLine, verdicts };
}

const inOne = (...tellings: readonly Telling[]) => told(tellings);
const each = (...tellings: readonly Telling[]) => told(...tellings.map((one) => [one]));

describe('What moves on the account for one payment', () => {
  it.each<[string, readonly Telling[], readonly string[], number]>([
    ['a payment', [debit('1')], ['news'], 0],
    ['a payment that comes back', [debit('1'), credit('2')], ['news', 'news'], 0],
    ['two payments', [debit('1'), debit('2')], ['news', 'moved-twice'], 1],
    ['a coming back twice', [credit('1'), credit('2')], ['news', 'moved-twice'], -1],
    [
      'a payment that came back, and another',
      [debit('1'), credit('2'), debit('3')],
      ['news', 'news', 'moved-twice'],
      1,
    ],
    ['the payment that came back, told late', [credit('2'), debit('1')], ['news', 'overtaken'], 0],
    [
      'the payment that came back, told late and again late',
      [credit('2'), debit('1'), debit('1')],
      ['news', 'overtaken', 'overtaken'],
      0,
    ],
    [
      'a payment of a later day than the coming back',
      [credit('2'), debit('3', '2022-02-02')],
      ['news', 'moved-twice'],
      1,
    ],
    [
      'another payment after the one that came back was told late',
      [credit('2'), debit('1'), debit('3')],
      ['news', 'overtaken', 'moved-twice'],
      1,
    ],
    [
      'a payment of which nobody says the day, after a coming back',
      [credit('2'), { result: 'booked', reference: '1' }],
      ['news', 'overtaken'],
      0,
    ],
  ])('%s', (_what, tellings, verdicts, net) => {
    expect(each(...tellings).verdicts).toEqual(verdicts);
    expect(unorderedNet(each(...tellings).line.movements)).toBe(net);
  });

  it('is as many movements as a file tells of, though they are named alike', () => {
    expect(inOne(debit('1'), debit('1')).verdicts).toEqual(['news', 'moved-twice']);
    expect(each(debit('1'), debit('1')).verdicts).toEqual(['news', 'known']);
    const days: Telling = { result: 'booked', day: '2022-02-01' };
    expect(told([days], [days, days], [days, days]).verdicts).toEqual([
      ...['news', 'known', 'moved-twice', 'known', 'known'],
    ]);
  });

  it.each<[string, readonly Telling[], readonly string[]]>([
    ['at the same place', [at('statement', 'S', 1), at('statement', 'S', 1)], ['news', 'known']],
    ['by the other kind', [at('notification', 'N', 1), at('statement', 'S', 1)], ['news', 'known']],
    [
      'in another report of its kind',
      [at('statement', 'S', 1), at('statement', 'T', 1)],
      ['news', 'moved-twice'],
    ],
    [
      'as another entry',
      [at('statement', 'S', 1), at('statement', 'S', '1')],
      ['news', 'moved-twice'],
    ],
    [
      'on another page, with the reference that it had before',
      [
        { ...at('statement', 'S', 1, '1'), reference: 'R' },
        { ...at('statement', 'S', 1, '2'), reference: 'R' },
      ],
      ['news', 'moved-twice'],
    ],
    [
      'at a place at which it has come back since',
      [
        at('statement', 'S', 1),
        { ...at('statement', 'S', 1), result: 'returned' },
        at('statement', 'S', 1),
      ],
      ['news', 'news', 'moved-twice'],
    ],
    [
      'with another reference of the entry',
      [
        { ...at('notification', 'N', 1), entryReference: 'E' },
        { ...at('statement', 'S', 1), entryReference: 'F' },
      ],
      ['news', 'moved-twice'],
    ],
  ])('is told of %s: whether it is one or two', (_what, tellings, verdicts) => {
    expect(each(...tellings).verdicts).toEqual(verdicts);
  });

  it('is the one of the place before the one of the day', () => {
    const { line } = each(at('statement', 'S', 1), at('statement', 'S', 2));
    const again = (entry: number) =>
      tell(line, { payee: '03', ...at('statement', 'S', entry) }, new Set()).movement;
    expect([again(1), again(2)]).toEqual([1, 2]);
    const word = { payee: '03' as const, ...at('notification', 'N', 2) };
    expect(tell(line, word, new Set()).line.movements[0]?.places).toHaveLength(2);
  });

  it('is the one that was told of at the place before one that no report of the kind has told of', () => {
    const { line } = each(at('notification', 'N', 1), at('notification', 'N', 2));
    const word = { payee: '03' as const, ...at('statement', 'S', 2) };
    const placed = tell(line, word, new Set([1]));
    expect(placed.movement).toBe(2);
    expect(tell(placed.line, word, new Set()).movement).toBe(2);
  });

  it('is named more closely by what is told of it later: by the surest first', () => {
    const day = '2022-02-01';
    const { line } = each({ result: 'booked', day }, debit('1', day));
    expect(line.movements).toEqual([{ result: 'booked', reference: '1', day }]);
    const nameless = orderedLines(sent);
    const typed = afterWords(nameless, [said('03', 'booked')]).get('03') as SentLine;
    const beside = tell(typed, { payee: '03', ...debit('1') }, new Set([1]));
    expect(beside.verdict).toBe('moved-twice');
    const again = tell(beside.line, { payee: '03', ...debit('1') }, new Set());
    expect(again).toMatchObject({ movement: 2, verdict: 'known' });
    const other = tell(beside.line, { payee: '03', ...debit('2') }, new Set());
    expect(other).toMatchObject({ movement: 1, verdict: 'known' });
  });

  it('ends alike in whatever order, and however often, files of what happened on the account arrive', () => {
    const happens = fc.array(
      fc.record({
        result: fc.constantFrom<Telling['result']>('booked', 'returned'),
        day: fc.constantFrom('2022-02-01', '2022-02-02', '2022-02-03'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        happens.chain((all) => {
          // The payment leaves before anything else happens to it, as it does at every bank.
          const moved = all.map((one, index): Telling => ({ ...one, reference: `R${index}` }));
          const first: Telling = { result: 'booked', day: '2022-02-01', reference: 'R' };
          const pages = [first, ...moved].map((one) => [one]);
          const days = ['2022-02-01', '2022-02-02', '2022-02-03'].map((day) =>
            [first, ...moved].filter((one) => one.day === day),
          );
          const files = [...pages, ...days];
          return fc
            .shuffledSubarray([...files, ...files], { minLength: files.length })
            .map((some) => ({ some: [...some, ...files], files }));
        }),
        ({ some, files }) => {
          const [one, other] = [told(...files).line, told(...some).line];
          expect(other.movements).toHaveLength(one.movements.length);
          const net = ({ status, movements }: SentLine) =>
            unorderedNet(movements) + (status === 'booked' ? 1 : 0);
          expect(net(other)).toBe(net(one));
          expect(hasUndecided(other)).toBe(
            unorderedNet(other.movements) !== 0 ||
              other.movements.some(
                ({ unordered }, index) =>
                  unordered && undoneWith(other.movements, index + 1) === undefined,
              ),
          );
        },
      ),
      cases(300),
    );
  });
});

describe('Money that moved without an order', () => {
  const word = (telling: Telling, movement?: number) => ({
    payee: '03' as PayeeCode,
    ...telling,
    ...(movement !== undefined && { movement }),
  });
  const twice = [happened.reported(word(debit('1')), { ...word(debit('2'), 2), unordered: true })];
  const again = [
    happened.reported(word(debit('1')), word(credit('2'))),
    happened.returned,
    happened.reported({ ...word(debit('3'), 3), unordered: true }),
  ];
  const sentAgainEnded = [
    ...[...again.slice(0, 2), happened.resolved('reissue'), ...again.slice(2)],
    happened.decidedMovement(),
    happened.reported(word(credit('5'))),
    happened.returned,
  ];
  const of = (...events: readonly CaseEvent[]) =>
    fold([...paidOut, ...events]).lines.get('03') as SentLine;

  it('stands beside the payment until a person has said what it was', () => {
    expect(hasUndecided(of(...again))).toBe(true);
    expect(outcome('payout', [...paidOut, ...again], ask.resolveReturn('reissue'))).toBe(
      'movement-undecided',
    );
    const decided = [...again, happened.decidedMovement('bank-to-correct')];
    expect(hasUndecided(of(...decided))).toBe(false);
    expect(outcome('payout', [...paidOut, ...decided], ask.resolveReturn('reissue'))).toEqual([
      'return-resolved',
    ]);
    expect(unorderedNet(of(...decided).movements)).toBe(1);
  });

  it('is the payment, when a person says that it was carried out with it', () => {
    const line = of(...again, happened.decidedMovement());
    expect(line).toMatchObject({ status: 'booked' });
    expect(line).not.toHaveProperty('takenBack');
    expect(unorderedNet(line.movements)).toBe(0);
    expect(decisionsAnew(line)).toEqual([happened.decidedMovement()]);
    expect(hasUndecided(line)).toBe(false);
  });

  it.each<
    [string, readonly CaseEvent[], Parameters<typeof outcome>[2], ReturnType<typeof outcome>]
  >([
    ['is said once', again, ask.decideMovement('booked-anew'), ['movement-decided']],
    [
      'is found said by whoever says the same',
      [...again, happened.decidedMovement()],
      ask.decideMovement('booked-anew'),
      [],
    ],
    [
      'is not said otherwise afterwards',
      [...again, happened.decidedMovement()],
      ask.decideMovement('bank-to-correct'),
      'already-resolved',
    ],
    [
      'is not the payment while that stands as booked',
      twice,
      ask.decideMovement('booked-anew', 2),
      'nothing-returned',
    ],
    [
      'is not the payment before what came back is in the journal again',
      again.filter(({ type }) => type !== 'returned'),
      ask.decideMovement('booked-anew'),
      'nothing-returned',
    ],
    [
      'can be the payment when it is to be paid with the next month, once no proposal carries it',
      [...again.slice(0, 2), happened.resolved('next-month'), ...again.slice(2)],
      ask.decideMovement('booked-anew'),
      ['movement-decided'],
    ],
    [
      'can be the payment when it is to be sent again on its own',
      [...again.slice(0, 2), happened.resolved('reissue'), ...again.slice(2)],
      ask.decideMovement('booked-anew'),
      ['movement-decided'],
    ],
    [
      'ended what was to send it again: when it comes back once more, that does not send it',
      sentAgainEnded,
      ask.resolveReturn('reissue'),
      'already-resolved',
    ],
    [
      'ended what was to send it again: when it comes back once more, the next month pays it',
      sentAgainEnded,
      ask.resolveReturn('next-month'),
      ['return-resolved'],
    ],
    [
      'is the bank’s to correct',
      twice,
      ask.decideMovement('bank-to-correct', 2),
      ['movement-decided'],
    ],
    [
      'is no movement of the payment itself',
      twice,
      ask.decideMovement('bank-to-correct', 1),
      'movement-not-open',
    ],
    [
      'is no movement that is not there',
      twice,
      ask.decideMovement('bank-to-correct', 3),
      'movement-not-open',
    ],
    [
      'is of a payee who was paid',
      twice,
      ask.decideMovement('bank-to-correct', 1, '04'),
      'movement-not-open',
    ],
    [
      'is said after the case was closed as paid, too',
      [
        ...twice,
        happened.reported(said('01', 'booked')),
        happened.settled,
        happened.closed('paid'),
      ],
      ask.decideMovement('bank-to-correct', 2),
      ['movement-decided'],
    ],
  ])('%s', (_what, events, asked, came) => {
    expect(outcome('payout', [...paidOut, ...events], asked)).toEqual(came);
  });

  it('that comes back, once the bank is to correct it, corrects it and takes nothing back', () => {
    const line = of(...twice, happened.decidedMovement('bank-to-correct', 2));
    const back = tell(line, { payee: '03', ...credit('9') }, new Set());
    expect(back).toMatchObject({ verdict: 'news', line: { status: 'booked' } });
    expect(unorderedNet(back.line.movements)).toBe(0);
    expect(hasUndecided(back.line)).toBe(false);
    const more = tell(back.line, { payee: '03', ...credit('10') }, new Set());
    expect(more).toMatchObject({ verdict: 'news', line: { status: 'returned' } });
  });

  it('that the bank is to take back is corrected by a debit', () => {
    const { line } = each(credit('1'), credit('2'));
    const decided = afterDecision(new Map([['03', line]]), {
      ...happened.decidedMovement('bank-to-correct', 2),
    }).get('03') as SentLine;
    const debited = tell(decided, { payee: '03', ...debit('3', '2022-02-05') }, new Set());
    expect(debited).toMatchObject({ verdict: 'news', line: { status: 'returned' } });
    expect(unorderedNet(debited.line.movements)).toBe(0);
  });

  it('that the bank is to take back is not corrected by the debit by which the payment left, told late', () => {
    const { line } = each(credit('1', '2022-02-02'), credit('2', '2022-02-03'));
    const decided = afterDecision(new Map([['03', line]]), {
      ...happened.decidedMovement('bank-to-correct', 2),
    }).get('03') as SentLine;
    const late = tell(decided, { payee: '03', ...debit('0') }, new Set());
    expect(late).toMatchObject({ verdict: 'overtaken', line: { status: 'returned' } });
    expect(unorderedNet(late.line.movements)).toBe(-1);
    const debited = tell(late.line, { payee: '03', ...debit('3', '2022-02-03') }, new Set());
    expect(debited).toMatchObject({ verdict: 'news', line: { status: 'returned' } });
    expect(unorderedNet(debited.line.movements)).toBe(0);
  });

  it('is corrected by nothing of an earlier day than its own', () => {
    const line = of(
      happened.reported(word(debit('1')), {
        ...word(debit('2', '2022-02-03'), 2),
        unordered: true,
      }),
      happened.decidedMovement('bank-to-correct', 2),
    );
    const before = tell(line, { payee: '03', ...credit('9', '2022-02-02') }, new Set());
    expect(before).toMatchObject({ verdict: 'news', line: { status: 'returned' } });
    expect(unorderedNet(before.line.movements)).toBe(1);
    const undated = tell(line, { payee: '03', result: 'returned', reference: '9' }, new Set());
    expect(undated).toMatchObject({ verdict: 'news', line: { status: 'booked' } });
    expect(unorderedNet(undated.line.movements)).toBe(0);
  });

  describe('and has been moved back since', () => {
    const back = word(credit('4', '2022-02-03'), 4);
    const undone = [...again, happened.reported({ ...back, unordered: true })];

    it('needs nobody, and is news when it is told', () => {
      const came = tell(of(...again), { payee: '03', ...credit('4', '2022-02-03') }, new Set());
      expect(came).toMatchObject({ verdict: 'news', line: { status: 'returned' }, movement: 4 });
      expect(hasUndecided(came.line)).toBe(false);
      expect(unorderedNet(came.line.movements)).toBe(0);
      expect(outcome('payout', [...paidOut, ...undone], ask.resolveReturn('reissue'))).toEqual([
        'return-resolved',
      ]);
    });

    it.each([
      ['booked-anew', 3, 4],
      ['bank-to-correct', 3, 4],
      ['bank-to-correct', 4, 3],
    ] as const)(
      'is not decided by name: %s of movement %d, which %d undid',
      (choice, number, by) => {
        const asked = ask.decideMovement(choice, number);
        expect(outcome('payout', [...paidOut, ...undone], asked)).toBe('movement-undone');
        expect(factsOf('payout', [...paidOut, ...undone], asked)).toEqual({
          given: `03 ${number}`,
          standing: `${by}`,
        });
      },
    );

    it('is so in whichever order it is told, by its day; on one day the credit comes after', () => {
      const late = told([debit('1'), credit('2')], [credit('4', '2022-02-03')], [debit('3')]);
      expect(late.verdicts).toEqual(['news', 'news', 'moved-twice', 'news']);
      expect(hasUndecided(late.line)).toBe(false);
      const before = told([debit('1'), credit('2')], [credit('4')], [debit('3', '2022-02-03')]);
      expect(before.verdicts).toEqual(['news', 'news', 'moved-twice', 'moved-twice']);
      expect(hasUndecided(before.line)).toBe(true);
    });

    it('is one credit for one debit, and corrects nothing else', () => {
      const two = of(
        ...undone,
        happened.reported({ ...word(debit('5', '2022-02-03'), 5), unordered: true }),
      );
      expect(hasUndecided(two)).toBe(true);
      const decided = afterDecision(new Map([['03', two]]), {
        ...happened.decidedMovement('bank-to-correct', 5),
      }).get('03') as SentLine;
      const corrected = tell(
        decided,
        { payee: '03', ...credit('6', '2022-02-04') },
        new Set(),
      ).line;
      expect(corrected.movements.at(-1)).toMatchObject({ corrects: true });
    });
  });

  it('of what was rejected contradicts, and is noted all the same', () => {
    const rejected = [happened.reported(said('03', 'rejected', 'AC04')), happened.returned];
    const tellings = tell(of(...rejected), { payee: '03', ...debit('1') }, new Set());
    expect(tellings).toMatchObject({ verdict: 'contradicts', line: { status: 'rejected' } });
    expect(unorderedNet(tellings.line.movements)).toBe(1);
    const noted = eventsOf('payout', [...paidOut, ...rejected], {
      ...ask.report([word(debit('1'), 1)]),
      source: { report: 'R2' },
    });
    expect(noted).toMatchObject([{ words: [{ unordered: true, movement: 1 }] }]);
    const all = [...paidOut, ...rejected, ...noted];
    expect(outcome('payout', all, ask.decideMovement('booked-anew', 1))).toEqual([
      'movement-decided',
    ]);
  });

  it('after it was carried out anew, the booking of what came back before is still told late', () => {
    const line = of(
      happened.reported(word(credit('2'))),
      happened.returned,
      happened.reported({ ...word(debit('3', '2022-02-02'), 2), unordered: true }),
      happened.decidedMovement('booked-anew', 2),
    );
    expect(tell(line, { payee: '03', ...debit('1') }, new Set()).verdict).toBe('overtaken');
    expect(tell(line, { payee: '03', ...debit('4', '2022-02-03') }, new Set()).verdict).toBe(
      'moved-twice',
    );
  });

  it('is decided in the order in which people said so, whichever was told first', () => {
    const line = of(
      ...again,
      happened.reported({ ...word(debit('4'), 4), unordered: true }),
      happened.decidedMovement('booked-anew', 4),
      happened.reported(word(credit('5'))),
      happened.returned,
      { ...happened.decidedMovement('booked-anew', 3), at: later },
    );
    expect(line.status).toBe('booked');
    expect(decisionsAnew(line).map(({ movement }) => movement)).toEqual([4, 3]);
  });

  it('is in no word that names a movement which is not the next, or is of another kind', () => {
    const line = of(...twice);
    const untouched = (movement: number, telling: Telling) =>
      afterWords(new Map([['03', line]]), [word(telling, movement)]).get('03') === line;
    expect(untouched(5, debit('7'))).toBe(true);
    expect(untouched(1, credit('7'))).toBe(true);
    expect(untouched(1, debit('1'))).toBe(true);
    // The next thing that happens to a payment names no movement.
    expect(afterWords(orderedLines(sent), [word(debit('1'), 1)])).toEqual(orderedLines(sent));
  });

  it('is said of nobody in a decision about a movement that is not there', () => {
    const lines = orderedLines(sent);
    expect(afterDecision(lines, happened.decidedMovement())).toBe(lines);
    expect(afterDecision(new Map(), happened.decidedMovement())).toEqual(new Map());
  });
});
