/**
 * The name that a document is to be kept under, from its Content-Disposition (RFC 6266): `filename*` before `filename`. Undefined
 * when there is none that could be read. A name is no path: what stands before a slash is left out.
 */
export function nameIn(disposition: string | null): string | undefined {
  if (disposition === null) return undefined;
  const [, encoded] = /(?:^|;)\s*filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(disposition) ?? [];
  const [, quoted, plain] =
    /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"\s]+))/i.exec(disposition) ?? [];
  const name = decoded(encoded) ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
  return name?.split(/[/\\]/).at(-1) || undefined;
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // No UTF-8: the plain name says enough.
  }
}
