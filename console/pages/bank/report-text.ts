/**
 * The text of a report as it is sent to the API: every byte of the file and no other, its byte order mark too, so that the same file has
 * the same hash whichever way it came. Undefined when the bytes are no UTF-8: then no text is the file's.
 */
export function reportText(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
