import { describe, expect, it } from 'vitest';
import { asTitle, type Task, taskHref } from '../../../console/pages/tasks/task-href.ts';
import type { Role } from '../../../functions/contract/api/roles.ts';

const me = (...roles: Role[]) => ({
  sub: 's',
  name: 'n',
  roles,
  signedInAt: '2022-01-01T00:00:00.000Z',
  now: '2022-01-01T00:00:00.000Z',
  simulated: true,
});
const task = (more: Partial<Task>): Task => ({
  task: 'attest',
  text: 'Gör något.',
  since: '2022-01-01T00:00:00.000Z',
  late: false,
  mine: true,
  ...more,
});
const discounts = { year: 2021, kind: 'local-discounts' } as const;

describe('a task leads to where it is done', () => {
  it.each([
    ['attestant', task({ run: 'payout-2022-02' }), '/utbetalningar/payout-2022-02'],
    [
      'skr-firmatecknare',
      task({ task: 'sign-skr', run: 'reconciliation-2021' }),
      '/avstamning/2021',
    ],
    [
      'skr-firmatecknare',
      task({ task: 'register-input', input: discounts }),
      '/avstamning/2021/lokala-rabatter',
    ],
    [
      'handläggare',
      task({ task: 'register-input', run: 'payout-2022-02', input: { year: 2021, kind: 'rate' } }),
      '/underlag/2021/rate/ny',
    ],
    [
      'handläggare',
      task({ task: 'confirm-input', input: { year: 'all', kind: 'payees', version: 2 } }),
      '/underlag/all/payees/2',
    ],
    [
      'revisor',
      task({ task: 'register-input', mine: false, input: { year: 2021, kind: 'rate' } }),
      '/underlag/2021/rate',
    ],
    [
      'handläggare',
      task({ task: 'resolve-return', run: 'payout-2022-02' }),
      '/utbetalningar/payout-2022-02',
    ],
    ['handläggare', task({ task: 'resolve-bank-item' }), '/banken'],
    ['handläggare', task({ task: 'resolve-bank-item', run: 'payout-2022-02' }), '/banken'],
    ['utanordnare', task({ task: 'lift-stop' }), '/granskning'],
  ] as const)('for a %s', (role, given, href) => {
    expect(taskHref(given, me(role))).toBe(href);
  });
});

describe('a sentence as a title', () => {
  it('has no full stop', () => expect(asTitle('Attestera.')).toBe('Attestera'));
  it('is otherwise as it was', () => expect(asTitle('Nr 1. Klart')).toBe('Nr 1. Klart'));
});
