import { expect, it } from 'vitest';
import { ok, refused } from '../../core/result.ts';

it('A result is either a value or a refusal', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(refused({ kind: 'late' })).toEqual({ ok: false, refusal: { kind: 'late' } });
});
