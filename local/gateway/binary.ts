/** Whether content passes as bytes: its media type is among the API's binary ones, `*` standing for anything. */
export function isBinary(mediaType: string | undefined, binary: readonly string[]): boolean {
  const type = mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const [family] = type.split('/');
  return binary.some((each) => each === '*/*' || each === type || each === `${family}/*`);
}

/** Whether an answer leaves as bytes: API Gateway goes by the first type that is asked for, and by nothing in the answer. */
export const asksForBytes = (accept: string | undefined, binary: readonly string[]): boolean =>
  isBinary(accept?.split(',', 1)[0], binary);
