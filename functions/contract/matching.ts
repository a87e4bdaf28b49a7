import * as z from 'zod/mini';

/** More characters than any of the forms has, but an address. */
const MOST = 100;

/**
 * Text that has a form. Its length is looked at first, and the form only of what is not too long: how long a pattern takes grows faster
 * than the text for some, and who sends the text decides how long it is.
 *
 * @param allowed what is said of text without that form, whatever is wrong with it
 */
export const matching = (form: RegExp, allowed?: string, most = MOST) =>
  z
    .string()
    .check(
      z.maxLength(most, { abort: true, ...(allowed !== undefined && { error: allowed }) }),
      z.regex(form, allowed),
    );
