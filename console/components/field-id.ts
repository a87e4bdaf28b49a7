import type { Problem } from '../api/problem.ts';

/** The id of a field, by the form's name and the JSON pointer of what it fills in: `reject` and `/reason` → `reject-reason`. */
export const fieldId = (form: string, pointer: string): string =>
  form + pointer.replaceAll(/[^A-Za-z0-9]+/g, '-');

/** What is wrong with one field, if anything. */
export const errorAt = (problem: Problem | undefined, pointer: string): string | undefined =>
  problem?.errors.find((error) => error.pointer === pointer)?.detail;
