import * as z from 'zod/mini';
import { lineKinds } from '../../../../core/line-kinds.ts';

/** The small shapes that every answer is made of: amounts, days, moments, who acted. */
export const sek = z.string().check(z.regex(/^-?(0|[1-9][0-9]*)$/));
export const decimal = z.string().check(z.regex(/^-?[0-9]+(\.[0-9]+)?$/));
export const day = z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/));
export const month = z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}$/));
export const instant = z.string().check(z.regex(/^[0-9-]{10}T[0-9:.]+Z$/));
export const text = z.string();
export const count = z.int().check(z.minimum(0));
export const right = z.enum(['attest', 'order', 'sign-state', 'sign-skr']);
/** A line of a payment; `grant` is a region's grant in the year's allocation. */
export const lineKind = z.enum([...lineKinds, 'sol', 'ihsi', 'reissue', 'grant']);
/** One who acts, as others see them. */
export const who = z.strictObject({ sub: text, name: text });
export const cursor = z.optional(z.string());
export const inputYear = z.union([z.int(), z.literal('all')]);
