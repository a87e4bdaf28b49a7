import * as z from 'zod/mini';

/**
 * Text of at most so many characters that has a form. The length is looked at first and the form only of what is not too long: how long
 * a pattern takes grows faster than the text for some, and who sends the text decides how long it is.
 *
 * @param allowed what is said of text without that form, whatever is wrong with it
 */
export const matching = (most: number, form: RegExp, allowed?: string) =>
  z
    .string()
    .check(
      z.maxLength(most, { abort: true, ...(allowed !== undefined && { error: allowed }) }),
      z.regex(form, allowed),
    );
