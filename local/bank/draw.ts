import { createHash } from 'node:crypto';

/** A number from 0 up to 100 that looks drawn by lot and is not: the same seed, purpose and id give the same. */
export function draw(seed: number, purpose: string, id: string): number {
  const digits = createHash('sha256').update(`${seed} ${purpose} ${id}`).digest('hex').slice(0, 8);
  return (Number.parseInt(digits, 16) / 2 ** 32) * 100;
}

/** One of some, drawn in the same way. */
export function drawOne<T>(from: readonly [T, ...T[]], ...by: Parameters<typeof draw>): T {
  return from[Math.floor((draw(...by) / 100) * from.length)] ?? from[0];
}
