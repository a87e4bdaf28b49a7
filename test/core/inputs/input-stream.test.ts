import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../core/calendar/stockholm.ts';
import type { Json } from '../../../core/canonical.ts';
import {
  type InputConfirmed,
  type InputEvent,
  type InputRefused,
  type InputRegistered,
  inForce,
  inputVersions,
  newestOf,
  saysTheSame,
} from '../../../core/inputs/input-stream.ts';
import type { Person } from '../../../core/payment/events.ts';
import type { Recorded } from '../../../core/ports.ts';
import { anna, hanna, ulf } from '../payment/words.ts';

const at = parseInstant('2021-02-01T08:00:00.000Z');
const stream = { partition: 'INPUT#2021', name: 'payees' };

const registered = (content: Json, by: Person = hanna): InputRegistered => ({
  type: 'input-registered',
  at,
  by,
  from: 'Kammarkollegiet',
  documentHash: 'd',
  content,
});
const confirmed = (version: number, by: Person): InputConfirmed => ({
  type: 'input-confirmed',
  at,
  by,
  version,
});
const refused = (version: number, by: Person): InputRefused => ({
  type: 'input-refused',
  at,
  by,
  version,
  code: 'other',
  reason: 'Fel konto.',
});
const recorded = (...events: readonly InputEvent[]): Recorded<InputEvent>[] =>
  events.map((event, index) => ({
    stream,
    number: index + 1,
    event,
    previous: '',
    hash: `h${index + 1}`,
  }));
const states = (kind: Parameters<typeof inputVersions>[0], ...events: readonly InputEvent[]) =>
  inputVersions(kind, recorded(...events)).map(({ version, event, confirmed: counts }) => [
    version,
    event,
    counts,
  ]);

it('A version keeps the registration number of its document, where there is one', () => {
  const withNumber = { ...registered('a'), registration: 'S2021/00821' };
  const [first, second] = inputVersions('rate', recorded(withNumber, registered('b')));
  expect(first?.registration).toBe('S2021/00821');
  expect(second).not.toHaveProperty('registration');
});

describe('An input', () => {
  it('is as many versions as were registered, each as the record holds it', () => {
    const [first, second] = inputVersions('rate', recorded(registered('a'), registered('b', ulf)));
    expect(first).toEqual({
      stream: 'INPUT#2021/payees',
      version: 1,
      event: 1,
      hash: 'h1',
      registeredAt: at,
      registeredBy: hanna.sub,
      from: 'Kammarkollegiet',
      documentHash: 'd',
      content: 'a',
      confirmed: true,
    });
    expect(second).toMatchObject({
      version: 2,
      event: 2,
      hash: 'h2',
      registeredBy: ulf.sub,
      content: 'b',
    });
  });

  it('of most kinds counts at once', () => {
    expect(states('rate', registered('a'))).toEqual([[1, 1, true]]);
  });

  it('that is an authority, a frame or an account does not count before it is confirmed', () => {
    for (const kind of ['authorisation', 'appropriation', 'payees'] as const)
      expect(states(kind, registered('a'))).toEqual([[1, 1, false]]);
  });

  it('counts when a second person has confirmed it', () => {
    expect(states('payees', registered('a'), confirmed(1, anna))).toEqual([[1, 2, true]]);
  });

  it('is not confirmed by whoever registered it', () => {
    expect(states('payees', registered('a'), confirmed(1, hanna))).toEqual([[1, 1, false]]);
  });

  it('counts from its first confirmation, and a second one changes nothing', () => {
    const events = [registered('a'), confirmed(1, anna), confirmed(1, ulf)];
    expect(states('payees', ...events)).toEqual([[1, 2, true]]);
  });

  it('is confirmed version by version', () => {
    const events = [registered('a'), registered('b'), confirmed(2, anna)];
    expect(states('payees', ...events)).toEqual([
      [1, 1, false],
      [2, 3, true],
    ]);
  });

  it('cannot be confirmed before it is there', () => {
    expect(states('payees', confirmed(1, anna), registered('a'), confirmed(7, anna))).toEqual([
      [1, 2, false],
    ]);
  });
});

describe('In force', () => {
  const keyOf = (content: Json) => String(content).slice(0, 1);
  const contents = (
    kind: 'rate' | 'payees',
    key: typeof keyOf | undefined,
    ...events: readonly InputEvent[]
  ) =>
    [...inForce(inputVersions(kind, recorded(...events)), key)].map(([name, { content }]) => [
      name,
      content,
    ]);

  it('is the newest version', () => {
    expect(contents('rate', undefined, registered('a'), registered('b'))).toEqual([['', 'b']]);
  });

  it('is the newest that has been confirmed', () => {
    const events = [registered('a'), registered('b'), confirmed(1, anna)];
    expect(contents('payees', undefined, ...events)).toEqual([['', 'a']]);
    expect(contents('payees', undefined, ...events, confirmed(2, anna))).toEqual([['', 'b']]);
  });

  it('is the newest version, not the one that was confirmed last', () => {
    const events = [registered('a'), registered('b'), confirmed(2, anna), confirmed(1, anna)];
    expect(contents('payees', undefined, ...events)).toEqual([['', 'b']]);
  });

  it('is one of each key', () => {
    const events = [registered('x1'), registered('y1'), registered('x2')];
    expect(contents('rate', keyOf, ...events)).toEqual([
      ['x', 'x2'],
      ['y', 'y1'],
    ]);
  });

  it('is nothing before anything counts', () => {
    expect(contents('payees', undefined, registered('a'))).toEqual([]);
  });
});

describe('A version that a second person has refused', () => {
  it('never counts, whoever confirms it afterwards', () => {
    const [version] = inputVersions(
      'payees',
      recorded(registered('a'), refused(1, ulf), confirmed(1, anna)),
    );
    expect(version).toMatchObject({ confirmed: false, event: 1, refused: { by: ulf } });
  });

  it('is not refused by whoever registered it, nor once it counts', () => {
    const own = inputVersions('payees', recorded(registered('a'), refused(1, hanna)));
    const late = inputVersions(
      'payees',
      recorded(registered('a'), confirmed(1, ulf), refused(1, anna)),
    );
    expect([own[0]?.refused, late[0]?.refused, late[0]?.confirmed]).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it('leaves what it came after replaced', () => {
    const versions = inputVersions(
      'payees',
      recorded(registered('a'), registered('b'), refused(2, ulf)),
    );
    expect(newestOf(versions, '')?.version).toBe(2);
    expect(newestOf(versions, 'b', String)?.version).toBe(2);
    expect(newestOf(versions, 'a', String)?.version).toBe(1);
    expect(newestOf(versions, 'c', String)).toBeUndefined();
  });

  it('can be registered again, and is a version of its own then', () => {
    const [version] = inputVersions('payees', recorded(registered('a'), refused(1, ulf)));
    expect(saysTheSame(version, registered('a'))).toBe(false);
  });
});

describe('Whoever registers what a version says', () => {
  const document = { name: 'brev.pdf', bytes: 3 };
  const versionOf = (event: InputRegistered) => inputVersions('payees', recorded(event))[0];
  it.each([
    ['no version at all', undefined, registered('a'), false],
    ['the same', versionOf(registered('a')), registered('a'), true],
    ['another content', versionOf(registered('a')), registered('b'), false],
    [
      'another document',
      versionOf(registered('a')),
      { ...registered('a'), documentHash: 'e' },
      false,
    ],
    [
      'the document that was not kept before',
      versionOf(registered('a')),
      { ...registered('a'), document },
      false,
    ],
    [
      'the document that is kept already',
      versionOf({ ...registered('a'), document }),
      { ...registered('a'), document: { ...document, name: 'copy.pdf' } },
      true,
    ],
    [
      'the same without the document that is kept',
      versionOf({ ...registered('a'), document }),
      registered('a'),
      true,
    ],
  ])('says %s', (_what, version, event, same) => {
    expect(saysTheSame(version, event)).toBe(same);
  });

  it('has the document with the version, where there is one', () => {
    expect(versionOf({ ...registered('a'), document })?.document).toEqual(document);
    expect(versionOf(registered('a'))).not.toHaveProperty('document');
  });
});
